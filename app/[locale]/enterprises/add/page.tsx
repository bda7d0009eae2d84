import type { Metadata } from 'next';
import { SiteFrame } from '@/components/layout/SiteFrame';
import { AddPage } from '@/components/suggestions/AddPage';
import { emptyInput } from '@/lib/enterprises/schema';
import type { Locale } from '@/lib/i18n/locales';
import { hrefFor } from '@/lib/i18n/navigation';
import { words } from '@/lib/i18n/words';
import { inScript } from '@/lib/serbian';
import { pageLocale } from '@/lib/site/page-locale';
import type { Kept } from '@/lib/story-form/kept';
import { findLikelySame } from '@/lib/suggestions/duplicates';
import { ADD_FIELDS, NEEDED_FIELDS } from '@/lib/suggestions/fields';
import { fieldLabel } from '@/lib/suggestions/present';
import { applyChanges, parseAddition } from '@/lib/suggestions/schema';
import { vocabularies } from '@/lib/taxonomies/queries';
import { askedOf, formModel, hintOf, loadKept, suggestMetadata } from '../suggest-page';

interface PageProps {
  params: Promise<{ locale: string }>;
}

export async function generateMetadata({ params }: PageProps): Promise<Metadata> {
  const locale = await pageLocale(params);
  return suggestMetadata(locale, words(locale, 'Suggest')('add.title'), (await loadKept()) !== null);
}

export default async function Add({ params }: PageProps) {
  const locale = await pageLocale(params);
  const kept = await loadKept();
  const vocab = vocabularies();
  const t = words(locale, 'Suggest');
  return (
    <SiteFrame locale={locale} page="/enterprises/add" nav="directory">
      <AddPage
        locale={locale}
        same={kept ? sameAs(kept, locale) : []}
        form={formModel(locale, kept)}
        fields={ADD_FIELDS.map((field) => ({
          ...{ field, old: null, hint: hintOf(field, locale), asked: askedOf(field, null, vocab, locale) },
          label: field === 'activitySr' ? t('add.about') : fieldLabel(field, locale),
          optional: !NEEDED_FIELDS.includes(field),
        }))}
      />
    </SiteFrame>
  );
}

/** Records that may be the one that was typed, in words. */
function sameAs(kept: Kept, locale: Locale) {
  const vocab = vocabularies();
  const parsed = parseAddition(kept.entries, vocab);
  if (!parsed.ok) return [];
  const reasons = words(locale, 'Import');
  return findLikelySame(applyChanges(emptyInput('', 'wider_social_economy'), parsed.value.changes, vocab)).map(
    ({ slug, name, reasons: why }) => ({
      href: hrefFor(locale, '/enterprises/[slug]', { slug }),
      name: inScript(name, locale),
      why: why.map((reason) => reasons(`duplicateReasons.${reason}`)).join(', '),
    }),
  );
}
