import type { Metadata } from 'next';
import { headers } from 'next/headers';
import { AboutDataPage } from '@/components/content/AboutDataPage';
import { SiteFrame } from '@/components/layout/SiteFrame';
import { blockOf } from '@/lib/content/queries';
import { formatDay } from '@/lib/i18n/formats';
import { hrefFor } from '@/lib/i18n/navigation';
import { words } from '@/lib/i18n/words';
import { EMPTY_QUERY } from '@/lib/search/params';
import { searchEnterprises } from '@/lib/search/queries';
import { lastChange } from '@/lib/site/last-change';
import { pageMetadata } from '@/lib/site/metadata';
import { siteOrigin } from '@/lib/site/origin';
import { pageLocale } from '@/lib/site/page-locale';
import { termLabel, termNote } from '@/lib/taxonomies/present';
import { vocabularies } from '@/lib/taxonomies/queries';

interface PageProps {
  params: Promise<{ locale: string }>;
}

export async function generateMetadata({ params }: PageProps): Promise<Metadata> {
  const locale = await pageLocale(params);
  const t = words(locale, 'AboutData');
  const origin = siteOrigin(await headers());
  return pageMetadata({ locale, page: '/about-the-data', title: t('title'), description: t('description'), origin });
}

export default async function AboutData({ params }: PageProps) {
  const locale = await pageLocale(params);
  const vocab = vocabularies();
  const { total, facets } = searchEnterprises(EMPTY_QUERY, { limit: 0, offset: 0 });
  const updated = lastChange();
  const bases = vocab.terms('basis').map(({ code }) => {
    const count = facets.basis.find(({ value }) => value === code)?.count ?? 0;
    return {
      label: termLabel(vocab, 'basis', code, locale),
      note: termNote(vocab, 'basis', code, locale),
      count,
      href: count === 0 ? null : hrefFor(locale, '/enterprises', {}, { basis: code }),
    };
  });
  return (
    <SiteFrame locale={locale} page="/about-the-data" nav="aboutData">
      <AboutDataPage
        locale={locale}
        total={total}
        updated={updated === null ? null : formatDay(locale, updated)}
        bases={bases}
        block={blockOf('page:about-the-data', locale)}
      />
    </SiteFrame>
  );
}
