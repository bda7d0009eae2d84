import type { Metadata } from 'next';
import { notFound, permanentRedirect } from 'next/navigation';
import { cache } from 'react';
import { SiteFrame } from '@/components/layout/SiteFrame';
import { ChooseFieldsPage } from '@/components/suggestions/ChooseFieldsPage';
import { type CorrectedField, CorrectPage } from '@/components/suggestions/CorrectPage';
import { showName } from '@/lib/enterprises/present';
import { hrefFor } from '@/lib/i18n/navigation';
import { words } from '@/lib/i18n/words';
import { pageLocale } from '@/lib/site/page-locale';
import { isOptional, readField, SUGGEST_FIELDS } from '@/lib/suggestions/fields';
import { valuesOf } from '@/lib/suggestions/form-model';
import { fieldLabel, valueText } from '@/lib/suggestions/present';
import { isOwnerLink, recordForSuggestion } from '@/lib/suggestions/queries';
import { chosenFields } from '@/lib/suggestions/schema';
import { vocabularies } from '@/lib/taxonomies/queries';
import { askedOf, formModel, hintOf, loadKept, suggestMetadata } from '../../suggest-page';

interface PageProps {
  params: Promise<{ locale: string; slug: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

const recordOf = cache(recordForSuggestion);

export async function generateMetadata({ params }: PageProps): Promise<Metadata> {
  const locale = await pageLocale(params);
  const record = await recordOf((await params).slug);
  const t = words(locale, 'Suggest');
  const name = record && 'name' in record ? showName(record.name, locale) : '';
  return suggestMetadata(locale, t('correct.titleOf', { name }), (await loadKept()) !== null);
}

export default async function Correct({ params, searchParams }: PageProps) {
  const locale = await pageLocale(params);
  const page = '/enterprises/[slug]/correct';
  const record = await recordOf((await params).slug);
  if (!record) notFound();
  if ('movedTo' in record) permanentRedirect(hrefFor(locale, page, { slug: record.movedTo }));
  const search = await searchParams;
  const kept = await loadKept();
  const fields = chosenFields([search.f ?? []].flat());
  const token = typeof search.t === 'string' ? search.t : null;
  const owner = (await isOwnerLink(token, record.id)) ? token : null;
  const vocab = vocabularies();
  const { slug, input } = record;
  const title = words(locale, 'Suggest')('correct.titleOf', { name: showName(record.name, locale) });
  const address = hrefFor(locale, page, { slug });
  const shared = { locale, title, owner, back: hrefFor(locale, '/enterprises/[slug]', { slug }) };
  const query = new URLSearchParams([...fields.map((field) => ['f', field]), ...(owner ? [['t', owner]] : [])]);
  return (
    <SiteFrame locale={locale} page={page} params={{ slug }} query={query} nav="directory">
      {fields.length === 0 ? (
        <ChooseFieldsPage
          {...shared}
          action={address}
          fields={SUGGEST_FIELDS.map((field) => ({ value: field, label: fieldLabel(field, locale) }))}
          faulty={search.step === '2'}
        />
      ) : (
        <CorrectPage
          {...shared}
          slug={slug}
          change={owner ? hrefFor(locale, page, { slug }, { t: owner }) : address}
          fields={fields.map((field): CorrectedField => {
            const value = readField(input, field);
            return {
              ...{ field, label: fieldLabel(field, locale), hint: hintOf(field, locale) },
              old: valueText(field, value, locale, vocab),
              asked: askedOf(field, value, vocab, locale),
              optional: isOptional(field),
            };
          })}
          form={formModel(
            locale,
            kept,
            Object.assign({}, ...fields.map((field) => valuesOf(field, readField(input, field)))),
          )}
        />
      )}
    </SiteFrame>
  );
}
