import 'server-only';
import { mkdirSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { createTransport } from 'nodemailer';
import MailComposer from 'nodemailer/lib/mail-composer';
import { dataDir, settings } from '@/lib/env';
import type { RenderedMail } from './render';

/** One mail with its envelope. */
export interface Envelope extends RenderedMail {
  /** Row of the outbox; it names the file, so that writing it again changes nothing. */
  id: number;
  to: string;
  locale: string;
  /** The same each time the same mail is tried: a mail server that gets it twice can tell. */
  messageId: string;
}

/** Takes mails to where they go. `send` throws what went wrong (see `failureOf`). */
export interface Transport {
  send: (mail: Envelope) => Promise<void>;
  close: () => void;
}

/** Where mails go by the settings: to the server of SMTP_URL, or into files. */
export function createMailTransport(): Transport {
  const { SMTP_URL } = settings();
  return SMTP_URL ? smtpTransport(SMTP_URL) : fileTransport(outboxFolder());
}

/** Folder of the mails that no server takes. */
export function outboxFolder(): string {
  return path.join(dataDir(), 'outbox');
}

/** How long a mail server may take, in milliseconds. */
const CONNECTION_MS = 20_000;
const SOCKET_MS = 60_000;

function smtpTransport(url: string): Transport {
  const smtp = createTransport({
    url,
    // One connection for the mails of one run.
    ...{ pool: true, maxConnections: 1 },
    ...{ connectionTimeout: CONNECTION_MS, greetingTimeout: CONNECTION_MS, socketTimeout: SOCKET_MS },
    // A mail is made of our own texts: nothing in it may name a file or an address to be fetched.
    ...{ disableFileAccess: true, disableUrlAccess: true },
  });
  return {
    send: async (mail) => {
      await smtp.sendMail(toMessage(mail));
    },
    close: () => smtp.close(),
  };
}

/**
 * Writes each mail as a file `.eml`, which mail programs open. It is written beside its place first, so that nobody reads
 * half of one. The file holds somebody's address: only this user may read it.
 */
function fileTransport(folder: string): Transport {
  return {
    send: async (mail) => {
      mkdirSync(folder, { recursive: true, mode: 0o700 });
      const message = toMessage(mail);
      const bytes = await new MailComposer(message).compile().build();
      const file = path.join(folder, `${String(mail.id).padStart(6, '0')}.eml`);
      writeFileSync(`${file}.part`, bytes, { mode: 0o600 });
      renameSync(`${file}.part`, file);
    },
    close: () => {},
  };
}

function toMessage({ to, subject, text, html, locale, messageId }: Envelope) {
  return {
    from: settings().MAIL_FROM,
    // As an object: what somebody typed is one address and never a list of them.
    to: { name: '', address: to },
    subject,
    text,
    html,
    messageId,
    headers: {
      'Content-Language': locale,
      // Nobody's vacation notice answers it.
      'Auto-Submitted': 'auto-generated',
    },
  };
}

export type Failure =
  /** This mail will never be taken: the address does not exist, the mail was refused. */
  | 'permanent'
  /** Not now. */
  | 'temporary'
  /** The server cannot be reached or does not let us in; no other mail would get through either. */
  | 'server';

/** What an error of a transport means. */
export function failureOf(error: unknown): Failure {
  const { code, responseCode, command } = error as { code?: string; responseCode?: number; command?: string };
  if (code === 'EAUTH' || command === 'CONN' || (code !== undefined && SERVER_CODES.has(code))) return 'server';
  if (responseCode !== undefined && responseCode >= 500 && responseCode < 600) return 'permanent';
  return code === 'EENVELOPE' && responseCode === undefined ? 'permanent' : 'temporary';
}

const SERVER_CODES = new Set(['ECONNECTION', 'ECONNREFUSED', 'ECONNRESET', 'ETIMEDOUT', 'ESOCKET', 'EDNS', 'ETLS']);
