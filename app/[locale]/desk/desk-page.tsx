import type { Metadata } from 'next';
import { headers } from 'next/headers';
import { redirect } from 'next/navigation';
import type { ReactNode } from 'react';
import { DeskFrame } from '@/components/desk/DeskFrame';
import type { DeskEntry } from '@/components/desk/DeskNav';
import { NotAllowedPage } from '@/components/desk/NotAllowedPage';
import { findStaff, requireStaff } from '@/lib/accounts/access';
import { admit, type Refusal, type Staff } from '@/lib/accounts/access-rules';
import { REFUSAL_PAGES } from '@/lib/accounts/desk-path';
import type { PageSearch } from '@/lib/accounts/outcomes';
import { type Action, can } from '@/lib/accounts/permissions';
import type { Locale } from '@/lib/i18n/locales';
import { hrefFor, type PageParams, type PageQuery } from '@/lib/i18n/navigation';
import type { PageName } from '@/lib/i18n/routing';
import { words } from '@/lib/i18n/words';
import { pageLocale } from '@/lib/site/page-locale';

export interface DeskPageProps<P extends PageParams = Readonly<Record<never, string>>> {
  params: Promise<{ locale: string } & P>;
  searchParams: Promise<PageSearch>;
}

/**
 * Title of a page of the desk. No search engine lists it, and no other site learns its address; our own must, because
 * without any referrer browsers say `Origin: null` with a form.
 */
export function deskMetadata(locale: Locale, title: string, faulty = false): Metadata {
  return {
    title: words(locale, 'Site')('titleOf', {
      title: faulty ? words(locale, 'Desk')('errorTitle', { title }) : title,
    }),
    robots: { index: false, follow: false },
    referrer: 'same-origin',
  };
}

/** What a page of the desk begins with: language, query, headers, and who is signed in, if anybody. */
export async function openDesk({ params, searchParams }: DeskPageProps) {
  const locale = await pageLocale(params);
  const asked = await headers();
  return { locale, search: await searchParams, headers: asked as Headers, staff: await findStaff(asked as Headers) };
}

/** Somebody who has given the password, whatever else is still to come; others go to the sign-in. */
export function signedIn(locale: Locale, page: PageName, staff: Staff | null): Staff {
  return staff ?? redirect(refusalPath(locale, 'signedOut', page));
}

/** Somebody wholly signed in; others go to what they have to do first. */
export function admitted(locale: Locale, page: PageName, staff: Staff | null, params: PageParams = {}): Staff {
  const result = admit(staff);
  return result.ok ? result.value : redirect(refusalPath(locale, refused(result.error), page, params));
}

/** Somebody who has a right; null when their role has not, and the page says so. */
export async function permitted(
  locale: Locale,
  page: PageName,
  headers: Headers,
  action: Action,
  params: PageParams = {},
): Promise<Staff | null> {
  const result = await requireStaff(action, headers);
  if (result.ok) return result.value;
  return result.error.code === 'forbidden' ? null : redirect(refusalPath(locale, result.error.code, page, params));
}

function refused({ code }: Refusal): keyof typeof REFUSAL_PAGES {
  if (code === 'forbidden') throw new Error('Nothing was asked that a role could lack');
  return code;
}

function refusalPath(
  locale: Locale,
  code: keyof typeof REFUSAL_PAGES,
  page: PageName,
  params: PageParams = {},
): string {
  return hrefFor(locale, REFUSAL_PAGES[code], {}, page === '/desk' ? {} : { next: hrefFor(locale, page, params) });
}

/** Rights that open "Words and terms". */
const WORDS: readonly Action[] = ['editTaxonomies', 'editPages', 'editTemplates'];

interface DeskViewProps {
  locale: Locale;
  page: PageName;
  /** Parameters of the path. */
  params?: PageParams;
  query?: PageQuery;
  staff: Staff | null;
  /** See `DeskFrame`. */
  keys?: ReactNode;
  children: ReactNode;
}

/** What stands in the bar, with the right that it takes. */
const BAR: readonly (readonly [DeskEntry, Action | readonly Action[] | null])[] = [
  ['home', null],
  ['enterprises', 'editRecords'],
  ['suggestions', 'decideSuggestions'],
  ['translations', 'translate'],
  ['intake', 'enterStory'],
  ['words', WORDS],
  ['figures', 'readFigures'],
  ['audit', 'readAudit'],
  ['system', 'seeSystem'],
  ['people', 'managePeople'],
  ['account', null],
];

function mayOpen(staff: Staff, right: Action | readonly Action[] | null): boolean {
  return right === null || [right].flat().some((action) => can(staff, action));
}

/** The frame, with what this member of staff finds in the bar. */
export function DeskView({ locale, page, params, query, staff, keys, children }: DeskViewProps) {
  const entries = staff && admit(staff).ok ? BAR.filter(([, right]) => mayOpen(staff, right)) : [];
  return (
    <DeskFrame
      locale={locale}
      page={page}
      params={params}
      query={query}
      entries={entries.map(([entry]) => entry)}
      signedIn={staff !== null}
      keys={keys}
    >
      {children}
    </DeskFrame>
  );
}

/** What somebody sees whose role has no right to a page. */
export function NotAllowedView({
  locale,
  page,
  params,
  staff,
}: {
  locale: Locale;
  page: PageName;
  params?: PageParams;
  staff: Staff;
}) {
  return (
    <DeskView locale={locale} page={page} params={params} staff={staff}>
      <NotAllowedPage locale={locale} role={staff.role} />
    </DeskView>
  );
}
