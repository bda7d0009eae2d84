'use client';

import { type ReactNode, useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { fill } from '@/lib/i18n/templates';
import type { FaultLine, FaultTemplates } from '@/lib/story-form/fault-words';
import { fieldOfControl } from '@/lib/story-form/form-data';
import { FORM_ID } from '@/lib/story-form/steps';
import { CONTACT_FIELDS, type FieldName, type FormPage } from '@/lib/submissions/fields';
import { type Autosave, createAutosave, type Entry, type SaveState } from './autosave';
import { FormContext, type FormState } from './form-context';
import { sendSave } from './send-save';
import { useValidation } from './use-validation';
import { controlsOf, fillControls, findWaiting, isChanged, keepWaiting } from './waiting-text';

export interface LiveFormProps {
  page: FormPage;
  locale: string;
  saveAddress: string;
  /** Questions that the browser can check. */
  fields: readonly FieldName[];
  templates: FaultTemplates;
  /** Title of the page with a fault: "Error: {title}". */
  errorTitle: string;
  children: ReactNode;
}

const isContact = (field: FieldName) => (CONTACT_FIELDS as readonly string[]).includes(field);

/**
 * Makes the form of a page alive: it saves what is typed while it is typed, keeps it when there is no line, and asks for
 * faults. The form itself is the server's and works alone; this listens to it, and tells the leaves inside what to say.
 */
export function LiveForm({ children, ...props }: LiveFormProps) {
  const { page, locale, fields, templates } = props;
  const present = useRef(props);
  present.current = props;
  const form = useCallback(() => document.getElementById(FORM_ID) as HTMLFormElement | null, []);
  const validation = useValidation({ page, fields, templates, locale, form });
  const checks = useRef(validation);
  checks.current = validation;
  const faultTexts = validation.errors;
  const [isAlive, setAlive] = useState(false);
  const [summary, setSummary] = useState<readonly FaultLine[] | null>(null);
  const [save, setSave] = useState<SaveState>({ kind: 'quiet' });
  const [advice, setAdvice] = useState<FormState['advice']>({});
  const [conflict, setConflict] = useState(false);
  const [restored, setRestored] = useState(false);

  useEffect(() => {
    const element = form();
    if (!element) return;
    const { saveAddress } = present.current;
    // The page's script is the same for everybody; whose draft it is stands in the form.
    const draft = element.dataset.draft ?? 'new';
    const version = versionOf(element);
    const read = (wanted: readonly FieldName[]): Entry[] =>
      [...new FormData(element)].flatMap(([name, value]): Entry[] => {
        const field = fieldOfControl(name, page);
        return field && wanted.includes(field) && typeof value === 'string' ? [[name, value]] : [];
      });
    const autosave = createAutosave({
      draft,
      version,
      read,
      send: (body) => sendSave(saveAddress, { page, locale, ...body }),
      onState: setSave,
      onSaved: (answer) => {
        setVersion(element, answer.version);
        setAdvice((known) => ({ ...known, ...answer.advice }));
        if (answer.conflicts.length > 0) setConflict(true);
      },
      // What belongs to a person is not left behind in a browser that others may use.
      keep: (text) => keepWaiting(page, text && { ...text, entries: text.entries.filter(isNoContact) }),
    });
    const stop = listen(element, page, autosave, {
      check: (field) => checks.current.check(field),
      hasFault: (field) => checks.current.errors[field] !== undefined,
      checkAll: async () => {
        const lines = await checks.current.checkAll();
        setSummary(lines);
        if (lines.length > 0) sayInTitle(present.current.errorTitle);
        return lines.length === 0;
      },
    });
    // What was typed before this script was there.
    for (const control of controlsOf(element, (name) => fieldOfControl(name, page) !== null)) {
      const field = fieldOfControl(control.name, page);
      if (field && isChanged(control)) autosave.touch(field);
    }
    const waiting = findWaiting(page, draft);
    if (waiting) {
      const back = waiting.fields.filter((field) => !isContact(field));
      const isBack = (name: string) => back.includes(fieldOfControl(name, page) as FieldName);
      fillControls(controlsOf(element, isBack), waiting.entries);
      autosave.resume({ ...waiting, fields: back });
      setRestored(true);
    }
    setAlive(true);
    element.dataset.live = '';
    return stop;
  }, [form, page, locale]);

  useEffect(() => {
    const element = form();
    if (!element || !isAlive) return;
    const isChecked = (name: string) => present.current.fields.includes(fieldOfControl(name, page) as FieldName);
    for (const control of controlsOf(element, isChecked)) {
      const field = fieldOfControl(control.name, page) as FieldName;
      if (faultTexts[field]) control.setAttribute('aria-invalid', 'true');
      else control.removeAttribute('aria-invalid');
    }
  }, [form, page, isAlive, faultTexts]);

  const errors = isAlive ? faultTexts : null;
  const state = useMemo<FormState>(
    () => ({ errors, summary, save, advice, conflict, restored }),
    [errors, summary, save, advice, conflict, restored],
  );
  return <FormContext value={state}>{children}</FormContext>;
}

function isNoContact([name]: Entry): boolean {
  return !(CONTACT_FIELDS as readonly string[]).includes(name);
}

const versionControl = (form: HTMLFormElement) => form.elements.namedItem('version') as HTMLInputElement | null;

function versionOf(form: HTMLFormElement): number | null {
  const version = Number.parseInt(versionControl(form)?.value ?? '', 10);
  return Number.isInteger(version) ? version : null;
}

function setVersion(form: HTMLFormElement, version: number | null): void {
  const control = versionControl(form);
  if (control) control.value = version === null ? '' : String(version);
}

function sayInTitle(errorTitle: string): void {
  const plain = fill(errorTitle, { title: '' });
  if (!document.title.startsWith(plain)) document.title = fill(errorTitle, { title: document.title });
}

const RELEASES = ['pointerup', 'pointercancel'] as const;

interface Checks {
  check(field: FieldName): void;
  hasFault(field: FieldName): boolean;
  checkAll(): Promise<boolean>;
}

/** Ties the form's own events to the checks and the saves. @returns what takes it off again */
function listen(form: HTMLFormElement, page: FormPage, autosave: Autosave, checks: Checks): () => void {
  let isChecked = false;
  let isLeaving = false;
  let isBusy = false;
  let isPressing = false;
  let left: FieldName | null = null;
  const fieldOf = (event: Event) => fieldOfControl((event.target as HTMLInputElement).name ?? '', page);

  const onInput = (event: Event) => {
    const field = fieldOf(event);
    if (!field) return;
    autosave.touch(field);
    if (checks.hasFault(field)) checks.check(field);
  };
  const onBlur = (event: Event) => {
    const field = fieldOf(event);
    const { value } = event.target as HTMLInputElement;
    if (!field || !(value || checks.hasFault(field))) return;
    if (isPressing) left = field;
    else checks.check(field);
  };
  // A fault that appears between the press of a button and its release would move the button from under the finger.
  const onPress = () => {
    isPressing = true;
  };
  const onRelease = () => {
    isPressing = false;
    const field = left;
    left = null;
    if (field) setTimeout(() => !isBusy && !isLeaving && checks.check(field));
  };
  // A press on a button counts once, however often it is pressed; and a save under way ends before the page is sent, or its
  // own text would look like somebody else's.
  const onSubmit = async (event: SubmitEvent) => {
    const button = event.submitter as HTMLButtonElement | null;
    if (isChecked) {
      isChecked = false;
      isLeaving = true;
      return;
    }
    event.preventDefault();
    if (isLeaving || isBusy) return;
    isBusy = true;
    try {
      const version = await autosave.settle();
      if (!button?.formNoValidate && !(await checks.checkAll())) return;
      setVersion(form, version);
      // A form that is still telling of a submission does not begin another one, and says nothing about it.
      await new Promise((resolve) => setTimeout(resolve));
      isChecked = true;
      form.requestSubmit(button);
    } finally {
      isBusy = false;
    }
  };
  const onShow = (event: PageTransitionEvent) => {
    // Brought back by "Back": what it shows is older than what was saved when it was left.
    if (event.persisted && isLeaving) window.location.reload();
    isLeaving = false;
  };
  const onHide = () => {
    if (!isLeaving) autosave.leave();
  };
  const onOnline = () => autosave.retry();

  form.addEventListener('input', onInput);
  form.addEventListener('focusout', onBlur);
  form.addEventListener('submit', onSubmit);
  document.addEventListener('pointerdown', onPress, true);
  for (const end of RELEASES) document.addEventListener(end, onRelease, true);
  window.addEventListener('pageshow', onShow);
  window.addEventListener('pagehide', onHide);
  window.addEventListener('online', onOnline);
  return () => {
    form.removeEventListener('input', onInput);
    form.removeEventListener('focusout', onBlur);
    form.removeEventListener('submit', onSubmit);
    document.removeEventListener('pointerdown', onPress, true);
    for (const end of RELEASES) document.removeEventListener(end, onRelease, true);
    window.removeEventListener('pageshow', onShow);
    window.removeEventListener('pagehide', onHide);
    window.removeEventListener('online', onOnline);
  };
}
