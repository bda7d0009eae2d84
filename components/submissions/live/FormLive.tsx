'use client';

import { type ReactNode, useCallback } from 'react';
import type { FaultTemplates } from '@/lib/story-form/fault-words';
import { FORM_ID } from '@/lib/story-form/steps';
import type { FieldName, FormPage } from '@/lib/submissions/fields';
import { LiveForm } from './LiveForm';
import { useValidation } from './use-validation';

export interface FormLiveProps {
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

/** The form of a page, checked and saved while it is written. */
export function FormLive({ fields, templates, ...rest }: FormLiveProps) {
  const form = useCallback(() => document.getElementById(FORM_ID) as HTMLFormElement | null, []);
  const { page, locale } = rest;
  const validation = useValidation({ page, fields, templates, locale, form });
  return <LiveForm {...rest} validation={validation} />;
}
