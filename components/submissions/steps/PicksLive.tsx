import type { Locale } from '@/lib/i18n/locales';
import { perLocale } from '@/lib/i18n/per-locale';
import { pluralTemplates } from '@/lib/i18n/templates';
import { words } from '@/lib/i18n/words';
import { FieldCombobox, type PickLabels } from '../live/FieldCombobox';

/** Addresses that suggest what to pick. */
const ADDRESSES = { organisationName: '/api/story/organisations', place: '/api/story/places' } as const;

/** Suggestions under a field that something can be picked in. */
export function PicksLive({ locale, field }: { locale: Locale; field: keyof typeof ADDRESSES }) {
  return <FieldCombobox name={field} address={ADDRESSES[field]} locale={locale} labels={pickLabels(locale)} />;
}

const pickLabels = perLocale((locale): PickLabels => {
  const t = words(locale, 'StoryForm');
  return {
    suggestions: t('suggestions'),
    found: pluralTemplates(locale, (n) => t('found', { n, shown: '{count}' })),
    none: t('foundNone'),
  };
});
