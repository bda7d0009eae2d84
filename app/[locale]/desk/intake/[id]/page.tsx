import type { Metadata } from 'next';
import { headers as requestHeaders } from 'next/headers';
import { notFound } from 'next/navigation';
import { IntakePage } from '@/components/intake/IntakePage';
import { findStaff } from '@/lib/accounts/access';
import { oneOf, type PageSearch } from '@/lib/accounts/outcomes';
import { REFUSALS } from '@/lib/files/fields';
import type { Locale } from '@/lib/i18n/locales';
import { words } from '@/lib/i18n/words';
import { openIntake } from '@/lib/intake/queries';
import { checkConsent } from '@/lib/intake/schema';
import { pageLocale } from '@/lib/site/page-locale';
import { findAside, KEPT_HEADER, type Kept } from '@/lib/story-form/kept';
import { admitted, DeskView, deskMetadata, NotAllowedView, permitted } from '../../desk-page';
import { loadIntakeParts } from './load-intake';

interface Props {
  params: Promise<{ locale: string; id: string }>;
  searchParams: Promise<PageSearch>;
}

const PAGE = '/desk/intake/[id]';

export async function generateMetadata({ params, searchParams }: Props): Promise<Metadata> {
  const locale = await pageLocale(params);
  const isFaulty = oneOf(await searchParams, 'check') !== undefined;
  return deskMetadata(locale, words(locale, 'DeskIntake')('typeIn'), isFaulty);
}

export default async function Intake({ params, searchParams }: Props) {
  const [locale, { id }, search] = [await pageLocale(params), await params, await searchParams];
  const headers = (await requestHeaders()) as Headers;
  const staff = await permitted(locale, PAGE, headers, 'enterStory', { id });
  const frame = { locale, page: PAGE, params: { id } } as const;
  if (!staff) return <NotAllowedView {...frame} staff={admitted(locale, PAGE, await findStaff(headers), { id })} />;
  const view = await openIntake(staff, /^\d{1,9}$/.test(id) ? Number(id) : 0);
  if (!view.ok) notFound();
  const checked = oneOf(search, 'check') !== undefined;
  const kept = findAside(headers.get(KEPT_HEADER));
  const consent = kept ? keptConsent(kept) : view.value.consent;
  const result = checkConsent(consent, new Date());
  return (
    <DeskView {...frame} staff={staff}>
      <IntakePage
        locale={locale}
        view={{ ...view.value, consent }}
        parts={loadIntakeParts(locale, view.value, checked, kept?.entries ?? null)}
        consentFaults={checked && !result.ok ? result.faults : []}
        done={doneWords(locale, search)}
        trouble={[...(kept ? [words(locale, 'DeskIntake')('notSaved')] : []), ...refusedWords(locale, search)]}
      />
    </DeskView>
  );
}

function keptConsent({ entries }: Kept) {
  const of = (name: string) => entries.find(([key]) => key === name)?.[1] ?? '';
  return { how: of('consentHow'), on: of('consentOn'), who: of('consentWho'), note: of('consentNote') };
}

function doneWords(locale: Locale, search: PageSearch): string | null {
  const done = oneOf(search, 'done');
  if (done !== 'saved' && done !== 'conflict') return null;
  return words(locale, 'DeskIntake')(`done.${done}`);
}

/** Files that were not taken, each with its reason. */
function refusedWords(locale: Locale, search: PageSearch): string[] {
  const codes = [search.refused ?? []].flat();
  const known = REFUSALS.filter((code) => codes.includes(code));
  return known.map((code) => words(locale, 'StoryFiles')(`refused.${code}`));
}
