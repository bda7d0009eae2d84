'use client';

import { useRouter } from 'next/navigation';
import { useEffect, useRef, useTransition } from 'react';
import { fieldsOf, paramsOfForm, showWhatTheServerSaid } from './form-address';

interface LiveFiltersProps {
  /** Id of the directory's form. */
  form: string;
  /** Address of the directory without its query. */
  action: string;
  /** The query that the page shows; a new one means that new results have arrived. */
  shown: string;
}

/**
 * Makes a tick, the order and a year take effect at once, without a new page. It renders nothing: the form works
 * alone, and this listens to it. The focus stays on the tick; the number of results is said by the live region that
 * stands in the page.
 */
export function LiveFilters({ form: formId, action, shown }: LiveFiltersProps) {
  const router = useRouter();
  const [pending, startTransition] = useTransition();
  const touched = useRef<{ name: string; value: string } | null>(null);

  useEffect(() => {
    const form = document.getElementById(formId) as HTMLFormElement | null;
    if (!form) return;

    const onChange = ({ target }: Event) => {
      const field = target as HTMLInputElement | HTMLSelectElement;
      if (field.form !== form || field.type === 'text') return;
      touched.current = { name: field.name, value: field.value };
      const names = new Set(fieldsOf(form).map(({ name }) => name));
      const params = paramsOfForm(new URLSearchParams(window.location.search), new FormData(form), names);
      const query = params.size > 0 ? `?${params}` : '';
      // The hash keeps the page of filters open on a phone.
      startTransition(() => router.push(`${action}${query}${window.location.hash}`, { scroll: false }));
    };
    // A plain submission would carry every empty field into the address.
    const onFormData = ({ formData }: FormDataEvent) => {
      for (const [name, value] of [...formData]) if (value === '') formData.delete(name);
    };
    document.addEventListener('change', onChange);
    form.addEventListener('formdata', onFormData);
    return () => {
      document.removeEventListener('change', onChange);
      form.removeEventListener('formdata', onFormData);
    };
  }, [formId, action, router]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: `shown` moves when new results have arrived
  useEffect(() => {
    const form = document.getElementById(formId) as HTMLFormElement | null;
    if (!form || pending) return;
    showWhatTheServerSaid(form);
    // A tick that moved in its list is a new element, and the old one took the focus with it.
    const last = touched.current;
    if (!last || document.activeElement !== document.body) return;
    const fields = fieldsOf(form).filter(({ name }) => name === last.name);
    (fields.find(({ value }) => value === last.value) ?? fields[0])?.focus();
  }, [formId, shown, pending]);

  return null;
}
