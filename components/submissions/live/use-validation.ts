'use client';

import { useCallback, useEffect, useMemo, useRef } from 'react';
import { type FieldErrors, type Resolver, useForm } from 'react-hook-form';
import { fillPlural } from '@/lib/i18n/templates';
import type { FaultLine, FaultTemplates } from '@/lib/story-form/fault-words';
import { answersFromForm } from '@/lib/story-form/form-data';
import type { FieldName, FormPage } from '@/lib/submissions/fields';
import { type AnswerFault, checkAnswers, countSigns, type StoryAnswers } from '@/lib/submissions/schema';
import type { Validation } from './validation';

type Values = Record<string, unknown>;

/** Being empty is no fault while somebody is still on the way through the page. */
const ONLY_WHEN_SENT = new Set(['required', 'chooseOne', 'consentNeeded', 'noPin']);

interface ValidationOptions {
  page: FormPage;
  /** Questions that the browser can check. */
  fields: readonly FieldName[];
  templates: FaultTemplates;
  locale: string;
  /** Faults that the server found. */
  initial: readonly FaultLine[];
  form(): HTMLFormElement | null;
}

/**
 * react-hook-form over the controls that the server rendered: the same schema as on the server, asked when a question is
 * left and when the page is sent. The controls keep their values themselves.
 */
export function useValidation({ page, fields, templates, locale, initial, form }: ValidationOptions): Validation {
  // Once somebody has tried to go on, an empty answer is a fault wherever it is seen.
  const tried = useRef(initial.length > 0);
  const resolver = useMemo<Resolver<Values>>(
    () => async () => {
      const element = form();
      if (!element) return { values: {}, errors: {} };
      const answers = answersFromForm(page, new FormData(element));
      const checked = checkAnswers(answers, fields);
      const faults = checked.ok ? [] : checked.faults;
      const errors: FieldErrors<Values> = {};
      for (const fault of faults) {
        if (errors[fault.field] || (!tried.current && ONLY_WHEN_SENT.has(fault.key))) continue;
        errors[fault.field] = { type: fault.key, message: faultLine(fault, answers, templates, locale) };
      }
      return { values: {}, errors };
    },
    [page, fields, templates, locale, form],
  );
  const { register, setError, trigger, formState, getFieldState } = useForm<Values>({
    resolver,
    shouldFocusError: false,
  });
  const { errors } = formState;

  useEffect(() => {
    for (const field of fields) register(field);
    for (const { field, text } of initial) setError(field, { type: 'server', message: text });
  }, [fields, initial, register, setError]);

  const check = useCallback(
    (field: FieldName) => {
      // Two questions that are read together are looked at together.
      const together: FieldName[] = field === 'startMonth' || field === 'ongoing' ? [field, 'endMonth'] : [field];
      void trigger(together.filter((name) => fields.includes(name)));
    },
    [fields, trigger],
  );
  const checkAll = useCallback(async () => {
    tried.current = true;
    await trigger();
    return fields.flatMap((field) => {
      const message = getFieldState(field).error?.message;
      return message ? [{ field, text: message }] : [];
    });
  }, [fields, trigger, getFieldState]);

  const texts = Object.fromEntries(
    Object.entries(errors).map(([field, error]) => [field, String(error?.message ?? '')]),
  ) as Partial<Record<FieldName, string>>;
  return { errors: texts, check, checkAll };
}

/** The same words as the server's, from its templates. */
function faultLine(fault: AnswerFault, answers: StoryAnswers, templates: FaultTemplates, locale: string): string {
  const value = answers[fault.field];
  const count = Array.isArray(value) ? value.length : typeof value === 'string' ? countSigns(value.trim()) : 0;
  const sentences = templates[fault.field]?.[fault.key] ?? templates[fault.field]?.unknown ?? {};
  return fillPlural(sentences, locale, count, { item: String((fault.item ?? 0) + 1), value: String(value ?? '') });
}
