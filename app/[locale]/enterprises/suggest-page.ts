import 'server-only';
import type { Metadata } from 'next';
import { headers } from 'next/headers';
import { cache } from 'react';
import type { Asked, Pick } from '@/components/suggestions/FieldQuestion';
import { formStamp, STAMP_FIELD } from '@/lib/abuse/form-stamp';
import type { Locale } from '@/lib/i18n/locales';
import { words } from '@/lib/i18n/words';
import { compareNames } from '@/lib/serbian';
import { findAside, KEPT_HEADER, type Kept } from '@/lib/story-form/kept';
import { type FieldValue, kindOf, type SuggestField } from '@/lib/suggestions/fields';
import type { FormModel } from '@/lib/suggestions/form-model';
import { nameLabel, termLabel } from '@/lib/taxonomies/present';
import type { Vocabularies } from '@/lib/taxonomies/vocabularies';

/** What was just sent and could not be taken; title and page of one request ask for the same. */
export const loadKept = cache(async (): Promise<Kept | null> => findAside((await headers()).get(KEPT_HEADER)));

/** No search engine lists a form or a private page; our own server must learn the address of the form. */
export function suggestMetadata(locale: Locale, title: string, faulty: boolean): Metadata {
  const shown = faulty ? words(locale, 'Suggest')('errorTitle', { title }) : title;
  return {
    title: words(locale, 'Site')('titleOf', { title: shown }),
    robots: { index: false, follow: false },
    referrer: 'same-origin',
  };
}

const TROUBLES = ['limited', 'busy', 'full', 'crossOrigin', 'cutOff', 'notFound'] as const;

/** What a form shows: as it was sent, or with the values that the page suggests. */
export function formModel(
  locale: Locale,
  kept: Kept | null,
  suggested: Record<string, readonly string[]> = {},
): FormModel {
  const values: Record<string, string[]> = {};
  for (const [name, value] of kept?.entries ?? []) values[name] = [...(values[name] ?? []), value];
  const t = words(locale, 'Suggest');
  const code = TROUBLES.find((each) => each === kept?.trouble.code);
  const n = Math.max(1, Math.ceil((kept?.trouble.retryAfterSeconds ?? 60) / 60));
  return {
    // The first stamp stays: a form that is sent again at once was read before.
    stamp: { name: STAMP_FIELD, value: values[STAMP_FIELD]?.[0] || formStamp() },
    values: kept ? values : suggested,
    faults: kept?.trouble.faults ?? [],
    trouble: code ? t(`trouble.${code}`, { n }) : null,
  };
}

/** How a field is asked for, with its choices in the visitor's language. What a record has stays among them. */
export function askedOf(field: SuggestField, current: FieldValue, vocab: Vocabularies, locale: Locale): Asked {
  const kind = kindOf(field);
  if (kind.kind === 'place') return { kind: 'place', picks: municipalityPicks(vocab, locale) };
  if (kind.kind === 'term' || kind.kind === 'terms') {
    const held = new Set(Array.isArray(current) ? current : [current]);
    const picks = vocab
      .terms(kind.taxonomy)
      .filter(({ code, retired }) => !retired || held.has(code))
      .map(({ code }) => ({ value: code, label: termLabel(vocab, kind.taxonomy, code, locale) }));
    return kind.kind === 'term' ? { kind: 'one', picks } : { kind: 'several', picks, most: kind.most };
  }
  if (kind.kind === 'contact') {
    return {
      kind: 'text',
      long: false,
      numeric: false,
      type: ({ email: 'email', phone: 'tel' } as const)[kind.contact as 'email'] ?? 'url',
    };
  }
  const numeric = kind.kind === 'year' || kind.kind === 'number' || field === 'postalCode';
  return { kind: 'text', long: kind.kind === 'text' && Boolean(kind.long), numeric };
}

function municipalityPicks(vocab: Vocabularies, locale: Locale): Pick[] {
  return [...vocab.municipalities.values()]
    .map((one) => ({ value: one.id, label: nameLabel(one, locale) }))
    .sort((a, b) => compareNames(a.label, b.label, locale));
}

/** A hint where a field needs one. */
export function hintOf(field: SuggestField, locale: Locale): string | undefined {
  const t = words(locale, 'Suggest');
  if (field === 'email' || field === 'phone') return t('ownOnly');
  return field === 'foundedYear' ? t('year') : undefined;
}
