import type { Metadata } from 'next';
import { SiteFrame } from '@/components/layout/SiteFrame';
import { StillCorrectPage, type StillCorrectState } from '@/components/records/StillCorrectPage';
import { oneOf, type PageSearch } from '@/lib/accounts/outcomes';
import type { Locale } from '@/lib/i18n/locales';
import { words } from '@/lib/i18n/words';
import { findOwnerQuestion, publicInput } from '@/lib/keeping/owner/queries';
import { PARTS } from '@/lib/keeping/parts';
import { partLabel, partValue } from '@/lib/keeping/present';
import { inScript } from '@/lib/serbian';
import { pageLocale } from '@/lib/site/page-locale';
import { vocabularies } from '@/lib/taxonomies/queries';

interface PageProps {
  params: Promise<{ locale: string; slug: string }>;
  searchParams: Promise<PageSearch>;
}

export async function generateMetadata({ params }: PageProps): Promise<Metadata> {
  const locale = await pageLocale(params);
  return {
    title: words(locale, 'Site')('titleOf', { title: words(locale, 'OwnerCheck')('title') }),
    robots: { index: false, follow: false },
    // The address holds the secret of the link; our own form must still say where it comes from.
    referrer: 'same-origin',
  };
}

/** What an organisation is asked to confirm. */
const SHOWN = PARTS.map(({ key }) => key).filter(
  (key) => !['note', 'position', 'verification', 'nameSr', 'nameSrCyrl', 'basis', 'coalitionCriteria'].includes(key),
);

export default async function StillCorrect({ params, searchParams }: PageProps) {
  const locale = await pageLocale(params);
  const { slug } = await params;
  const search = await searchParams;
  const token = oneOf(search, 't') ?? '';
  const fault = (['busy', 'limited'] as const).find((code) => code === oneOf(search, 'fault')) ?? null;
  return (
    <SiteFrame
      locale={locale}
      page="/enterprises/[slug]/still-correct"
      params={{ slug }}
      query={{ t: token }}
      nav="directory"
    >
      <StillCorrectPage locale={locale} state={await stateOf(token, locale)} token={token} fault={fault} />
    </SiteFrame>
  );
}

async function stateOf(token: string, locale: Locale): Promise<StillCorrectState> {
  const question = await findOwnerQuestion(token);
  const input = question?.isPublic ? await publicInput(question.enterpriseId) : null;
  if (!question || !input) return { tag: 'gone' };
  const shown = { locale, vocab: vocabularies() };
  const facts = SHOWN.map((key) => ({ label: partLabel(locale, key), value: partValue(input, key, shown) })).filter(
    ({ value }) => value !== '',
  );
  const tag = question.confirmedAt === null ? 'asked' : 'confirmed';
  return { tag, name: inScript(question.name, locale), slug: question.slug, facts };
}
