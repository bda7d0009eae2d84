'use client';

import { useRouter } from 'next/navigation';
import { useEffect, useTransition } from 'react';
import { fieldsOf, paramsOfForm } from './form-address';
import { KeptForm } from './KeptForm';

interface LiveFiltersProps {
  /** Id of the directory's form. */
  form: string;
  /** Address of the directory without its query. */
  action: string;
  /** The query that the page shows; a new one means that new results have arrived. */
  shown: string;
}

/**
 * Makes a tick, the order and a year take effect at once, and "show all" open its list, without a new page. It renders nothing: the form works
 * alone, and this listens to it. The focus stays on the tick; the number of results is said by the live region that
 * stands in the page.
 */
export function LiveFilters({ form: formId, action, shown }: LiveFiltersProps) {
  const router = useRouter();
  const [pending, startTransition] = useTransition();

  // The form is another element after every query: the page is listened to, and the form found by its id.
  useEffect(() => {
    const onChange = ({ target }: Event) => {
      const field = target as HTMLInputElement | HTMLSelectElement;
      const { form } = field;
      if (form?.id !== formId || field.type === 'text') return;
      const names = new Set(fieldsOf(form).map(({ name }) => name));
      const params = paramsOfForm(new URLSearchParams(window.location.search), new FormData(form), names);
      const query = params.size > 0 ? `?${params}` : '';
      // The hash keeps the page of filters open on a phone.
      startTransition(() => router.push(`${action}${query}${window.location.hash}`, { scroll: false }));
    };
    // A plain submission would carry every empty field into the address.
    const onFormData = ({ target, formData }: FormDataEvent) => {
      if ((target as HTMLFormElement).id !== formId) return;
      for (const [name, value] of [...formData]) if (value === '') formData.delete(name);
    };
    const onClick = (event: MouseEvent) => {
      const link = event.target instanceof Element ? event.target.closest<HTMLAnchorElement>('a.facet-more') : null;
      if (!link || event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
      event.preventDefault();
      // The map may have moved since the link was written.
      const params = new URLSearchParams(window.location.search);
      params.append('all', link.dataset.facet ?? '');
      startTransition(() => router.replace(`${action}?${params}${window.location.hash}`, { scroll: false }));
    };
    document.addEventListener('click', onClick);
    document.addEventListener('change', onChange);
    document.addEventListener('formdata', onFormData);
    return () => {
      document.removeEventListener('click', onClick);
      document.removeEventListener('change', onChange);
      document.removeEventListener('formdata', onFormData);
    };
  }, [formId, action, router]);

  return <KeptForm form={formId} shown={shown} pending={pending} />;
}
