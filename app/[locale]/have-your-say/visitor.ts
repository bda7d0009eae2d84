import 'server-only';
import type { Metadata } from 'next';
import { cookies, headers } from 'next/headers';
import { cache } from 'react';
import type { Locale } from '@/lib/i18n/locales';
import type { PageParams } from '@/lib/i18n/navigation';
import type { PageName } from '@/lib/i18n/routing';
import { words } from '@/lib/i18n/words';
import { pageMetadata } from '@/lib/site/metadata';
import { siteOrigin } from '@/lib/site/origin';
import { DRAFT_COOKIE, draftName, draftSecretOf } from '@/lib/story-form/draft-cookie';
import { findAside, KEPT_HEADER, type Kept } from '@/lib/story-form/kept';
import { type DraftView, openDraft } from '@/lib/submissions/drafts';

/** What is known of whoever opens one of these pages: the draft of their browser, and what they have just tried to send. */
export interface Visitor {
  secret: string | null;
  draft: DraftView | null;
  draftName: string;
  kept: Kept | null;
}

/** Read once for a request: its title and its page ask for the same. */
export const loadVisitor = cache(async (): Promise<Visitor> => {
  const cookie = (await cookies()).get(DRAFT_COOKIE);
  const kept = findAside((await headers()).get(KEPT_HEADER));
  return visitorOf(cookie ? `${cookie.name}=${cookie.value}` : null, kept);
});

/** @param cookies a `Cookie` header */
export async function visitorOf(cookies: string | null, kept: Kept | null): Promise<Visitor> {
  const secret = draftSecretOf(cookies);
  const draft = secret === null ? null : await openDraft(secret);
  return { secret, draft, draftName: draft && secret ? draftName(secret) : 'new', kept };
}

/** One parameter of an address; the first where there are several. */
export function param(value: string | string[] | undefined): string {
  return (Array.isArray(value) ? value[0] : value) ?? '';
}

export interface SayPageProps<P extends object = object> {
  params: Promise<{ locale: string } & P>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

/** Title of a page of "Have your say!"; those after the first are one visitor's own, and are not listed. */
export async function sayMetadata(wish: {
  locale: Locale;
  page: PageName;
  params?: PageParams;
  title: string;
  /** Something on it is to be mended. */
  isError?: boolean;
}): Promise<Metadata> {
  const { locale, page, params, title, isError } = wish;
  const t = words(locale, 'StoryForm');
  const whole = t('titleOf', { title });
  return {
    ...pageMetadata({
      locale,
      page,
      params,
      title: isError ? t('errorTitle', { title: whole }) : whole,
      description: t('start.lead'),
      origin: siteOrigin(await headers()),
    }),
    ...(page !== '/have-your-say' && { robots: { index: false, follow: false } }),
  };
}
