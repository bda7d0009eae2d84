import type { Metadata } from 'next';
import { SiteFrame } from '@/components/layout/SiteFrame';
import { LostSuggestionPage } from '@/components/suggestions/LostSuggestionPage';
import { type OutcomeModel, OutcomePage } from '@/components/suggestions/OutcomePage';
import { formatDay } from '@/lib/i18n/formats';
import type { Locale } from '@/lib/i18n/locales';
import { hrefFor } from '@/lib/i18n/navigation';
import { words } from '@/lib/i18n/words';
import { inScript } from '@/lib/serbian';
import { pageLocale } from '@/lib/site/page-locale';
import { isRefusalReason } from '@/lib/suggestions/decision';
import { fieldLabel, valueText } from '@/lib/suggestions/present';
import { findOutcome, type OutcomeView } from '@/lib/suggestions/queries';
import { vocabularies } from '@/lib/taxonomies/queries';
import { suggestMetadata } from '../enterprises/suggest-page';

interface PageProps {
  params: Promise<{ locale: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export async function generateMetadata({ params }: PageProps): Promise<Metadata> {
  const locale = await pageLocale(params);
  // Its address is a secret: it is told to nobody, our own server included.
  return { ...suggestMetadata(locale, words(locale, 'Suggest')('outcome.title'), false), referrer: 'no-referrer' };
}

export default async function Outcome({ params, searchParams }: PageProps) {
  const locale = await pageLocale(params);
  const { t, sent } = await searchParams;
  const token = typeof t === 'string' ? t : '';
  const outcome = await findOutcome(token);
  return (
    <SiteFrame locale={locale} page="/suggestion" query={{ t: token }} nav="directory">
      {outcome === null ? (
        <LostSuggestionPage locale={locale} />
      ) : (
        <OutcomePage locale={locale} model={toModel(outcome, token, sent === '1', locale)} />
      )}
    </SiteFrame>
  );
}

function toModel(outcome: OutcomeView, token: string, justSent: boolean, locale: Locale): OutcomeModel {
  const { slug, owner, decided, decidedAt } = outcome;
  const vocab = vocabularies();
  const t = words(locale, 'Suggest');
  return {
    ...{ reference: outcome.reference, kind: outcome.kind, justSent, owner, email: outcome.email },
    name: inScript(outcome.name, locale),
    sent: formatDay(locale, outcome.createdAt),
    decided: decided && decidedAt ? formatDay(locale, decidedAt) : null,
    fields: outcome.changes.map(({ id, field, after, taken, outcome: result, reason, note }) => ({
      ...{ id, label: fieldLabel(field, locale), suggested: valueText(field, after, locale, vocab), note },
      taken: valueText(field, taken, locale, vocab),
      outcome: decided ? result : null,
      reason: isRefusalReason(reason) && reason !== 'other' ? t(`reasons.${reason}`) : null,
    })),
    recordHref: slug === null ? null : hrefFor(locale, '/enterprises/[slug]', { slug }),
    correctHref:
      slug === null ? null : hrefFor(locale, '/enterprises/[slug]/correct', { slug }, owner ? { t: token } : {}),
    exportHref: slug !== null && owner ? `/api/v1/enterprises/${slug}?lang=${locale}` : null,
  };
}
