import { headers as requestHeaders } from 'next/headers';
import type { Staff } from '@/lib/accounts/access-rules';
import type { PageSearch } from '@/lib/accounts/outcomes';
import type { Action } from '@/lib/accounts/permissions';
import type { Locale } from '@/lib/i18n/locales';
import type { PageName } from '@/lib/i18n/routing';
import { pageLocale } from '@/lib/site/page-locale';
import { normalizeReference } from '@/lib/submissions/references';
import { permitted } from '../../desk-page';

export interface StoryDeskProps {
  params: Promise<{ locale: string; reference: string }>;
  searchParams: Promise<PageSearch>;
}

/** What a page below a story begins with; `staff` is null for somebody without the right. */
export async function openStoryDesk({ params, searchParams }: StoryDeskProps, page: PageName, action: Action) {
  const locale: Locale = await pageLocale(params);
  const { reference } = await params;
  const headers = (await requestHeaders()) as Headers;
  const staff: Staff | null = await permitted(locale, page, headers, action, { reference });
  return { locale, headers, staff, search: await searchParams, reference: normalizeReference(reference) ?? reference };
}
