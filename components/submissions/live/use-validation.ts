'use client';

import { useEffect, useMemo, useRef, useState } from 'react';
import { createFormControl, type FieldErrors } from 'react-hook-form';
import { readSlot } from '@/components/ui/Slot';
import type { FaultLine, FaultTemplates } from '@/lib/story-form/fault-words';
import type { FieldName, FormPage } from '@/lib/submissions/fields';

/** What looks at the answers of a page while they are written. */
export interface Validation {
  /** Words of the faults. */
  errors: Partial<Record<FieldName, string>>;
  /** Somebody has left a question, or changes one that has a fault. */
  check(field: FieldName): void;
  /** Looks at the whole page. @returns its faults in the order of the questions */
  checkAll(): Promise<FaultLine[]>;
}

type Values = Record<string, unknown>;

/** Being empty is no fault while somebody is still on the way through the page. */
const ONLY_WHEN_SENT = new Set(['required', 'chooseOne', 'consentNeeded', 'noPin']);

interface ValidationOptions {
  page: FormPage;
  /** Questions that the browser can check. */
  fields: readonly FieldName[];
  templates: FaultTemplates;
  locale: string;
  form(): HTMLFormElement | null;
}

/** The schema comes when somebody begins to answer, and not before; a page that is only read does without. */
const loadCheck = () => import('./check-page');

/**
 * react-hook-form over the controls that the server rendered: the same schema as on the server, asked when a question is
 * left and when the page is sent. The controls keep their values themselves.
 */
export function useValidation(options: ValidationOptions): Validation {
  const present = useRef(options);
  present.current = options;
  const [errors, setErrors] = useState<Validation['errors']>({});
  const checks = useMemo(() => createChecks(() => present.current), []);

  useEffect(() => {
    const form = present.current.form();
    const preload = () => void loadCheck().catch(() => {});
    form?.addEventListener('focusin', preload, { once: true });
    const found = readSlot<FaultLine[]>('summary') ?? [];
    setErrors(textsOf(found));
    const stop = checks.begin(found, setErrors);
    return () => {
      form?.removeEventListener('focusin', preload);
      stop();
    };
  }, [checks]);

  return useMemo(() => ({ errors, check: checks.check, checkAll: checks.checkAll }), [errors, checks]);
}

function createChecks(options: () => ValidationOptions) {
  // Once somebody has tried to go on, an empty answer is a fault wherever it is seen.
  let tried = false;
  const control = createFormControl<Values>({
    shouldFocusError: false,
    resolver: async () => ({ values: {}, errors: await findErrors() }),
  });

  async function findErrors(): Promise<FieldErrors<Values>> {
    const { page, fields, templates, locale, form } = options();
    const element = form();
    // Where the schema cannot be loaded (no line, a newer version of the site) the server alone checks.
    const loaded = await loadCheck().catch(() => null);
    if (!element || !loaded) return {};
    const found: FieldErrors<Values> = {};
    for (const { field, key, text } of loaded.checkPage(page, fields, new FormData(element), { templates, locale })) {
      if (found[field] || (!tried && ONLY_WHEN_SENT.has(key))) continue;
      found[field] = { type: key, message: text };
    }
    return found;
  }

  const { register, setError, trigger, getFieldState, subscribe } = control;
  return {
    /** Listens to the faults; those that the server found come first. @returns what ends it */
    begin(found: readonly FaultLine[], onErrors: (errors: Validation['errors']) => void): () => void {
      tried ||= found.length > 0;
      for (const field of options().fields) register(field);
      for (const { field, text } of found) setError(field, { type: 'server', message: text });
      return subscribe({
        formState: { errors: true },
        callback: ({ errors = {} }) =>
          onErrors(
            Object.fromEntries(Object.entries(errors).map(([field, error]) => [field, String(error?.message ?? '')])),
          ),
      });
    },
    check(field: FieldName): void {
      // Two questions that are read together are looked at together.
      const together: FieldName[] = field === 'startMonth' || field === 'ongoing' ? [field, 'endMonth'] : [field];
      void trigger(together.filter((name) => options().fields.includes(name)));
    },
    async checkAll(): Promise<FaultLine[]> {
      tried = true;
      await trigger();
      return options().fields.flatMap((field) => {
        const message = getFieldState(field).error?.message;
        return message ? [{ field, text: message }] : [];
      });
    },
  };
}

function textsOf(lines: readonly FaultLine[]): Validation['errors'] {
  return Object.fromEntries(lines.map(({ field, text }) => [field, text]));
}
