'use client';

import type {
  PublicKeyCredentialCreationOptionsJSON,
  PublicKeyCredentialRequestOptionsJSON,
} from '@simplewebauthn/browser';
import { type FormEvent, type ReactNode, useRef, useState } from 'react';

/** What the browser is asked: to make a passkey, or to show one. */
export type PasskeyAsk =
  | { kind: 'make'; options: PublicKeyCredentialCreationOptionsJSON }
  | { kind: 'show'; options: PublicKeyCredentialRequestOptionsJSON };

interface PasskeyFormProps {
  action: string;
  hidden: Readonly<Record<string, string>>;
  ask: PasskeyAsk;
  submit: string;
  className?: string;
  /** What is said when the person or the browser does not want. */
  words: { cancelled: string; unsupported: string };
  children?: ReactNode;
}

/**
 * A form that is sent once the browser has made or shown a passkey. Needs JavaScript, which passkeys cannot do without:
 * where it is off, `.with-script` hides the form, and the code of the app does.
 */
export function PasskeyForm({ action, hidden, ask, submit, className = '', words, children }: PasskeyFormProps) {
  const form = useRef<HTMLFormElement>(null);
  const response = useRef<HTMLInputElement>(null);
  const [trouble, setTrouble] = useState('');
  const [busy, setBusy] = useState(false);

  const send = async (event: FormEvent) => {
    event.preventDefault();
    if (busy) return;
    setBusy(true);
    setTrouble('');
    const { browserSupportsWebAuthn, startAuthentication, startRegistration } = await import('@simplewebauthn/browser');
    try {
      if (!browserSupportsWebAuthn()) throw new Error('unsupported');
      const answer =
        ask.kind === 'make'
          ? await startRegistration({ optionsJSON: ask.options })
          : await startAuthentication({ optionsJSON: ask.options });
      if (response.current) response.current.value = JSON.stringify(answer);
      form.current?.submit();
    } catch (error) {
      setTrouble((error as Error).name === 'NotAllowedError' ? words.cancelled : words.unsupported);
      setBusy(false);
    }
  };

  return (
    <form ref={form} method="post" action={action} className={`with-script ${className}`} onSubmit={send}>
      {Object.entries(hidden).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <input ref={response} type="hidden" name="response" />
      {children}
      <button type="submit" className="btn second" aria-disabled={busy}>
        {submit}
      </button>
      <p className="fault" role="status">
        {trouble}
      </p>
    </form>
  );
}
