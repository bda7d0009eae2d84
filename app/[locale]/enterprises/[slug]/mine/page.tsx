import type { Metadata } from 'next';
import { notFound, permanentRedirect } from 'next/navigation';
import { cache } from 'react';
import { SiteFrame } from '@/components/layout/SiteFrame';
import { MinePage } from '@/components/suggestions/MinePage';
import { showName } from '@/lib/enterprises/present';
import { hrefFor } from '@/lib/i18n/navigation';
import { words } from '@/lib/i18n/words';
import { pageLocale } from '@/lib/site/page-locale';
import { recordForSuggestion } from '@/lib/suggestions/queries';
import { formModel, loadKept, suggestMetadata } from '../../suggest-page';

interface PageProps {
  params: Promise<{ locale: string; slug: string }>;
}

const recordOf = cache(recordForSuggestion);

export async function generateMetadata({ params }: PageProps): Promise<Metadata> {
  const locale = await pageLocale(params);
  const record = await recordOf((await params).slug);
  const name = record && 'name' in record ? showName(record.name, locale) : '';
  return suggestMetadata(locale, words(locale, 'Suggest')('mine.titleOf', { name }), (await loadKept()) !== null);
}

export default async function Mine({ params }: PageProps) {
  const locale = await pageLocale(params);
  const page = '/enterprises/[slug]/mine';
  const record = await recordOf((await params).slug);
  if (!record) notFound();
  if ('movedTo' in record) permanentRedirect(hrefFor(locale, page, { slug: record.movedTo }));
  const { slug } = record;
  return (
    <SiteFrame locale={locale} page={page} params={{ slug }} nav="directory">
      <MinePage
        locale={locale}
        title={words(locale, 'Suggest')('mine.titleOf', { name: showName(record.name, locale) })}
        slug={slug}
        form={formModel(locale, await loadKept())}
        back={hrefFor(locale, '/enterprises/[slug]', { slug })}
      />
    </SiteFrame>
  );
}
