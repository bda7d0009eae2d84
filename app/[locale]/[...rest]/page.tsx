import type { Metadata } from 'next';
import { headers } from 'next/headers';
import { notFound } from 'next/navigation';
import { NotFoundPage } from '@/components/content/NotFoundPage';
import { SiteFrame } from '@/components/layout/SiteFrame';
import { NOT_FOUND_HEADER } from '@/lib/site/not-found';
import { pageLocale } from '@/lib/site/page-locale';

export const metadata: Metadata = { robots: { index: false, follow: true } };

/** Every address under a language that no page has; and the page that the server shows for all that is not found. */
export default async function UnknownAddress({ params }: { params: Promise<{ locale: string }> }) {
  const locale = await pageLocale(params);
  if (!(await headers()).has(NOT_FOUND_HEADER)) notFound();
  return (
    <SiteFrame locale={locale} page="/">
      <NotFoundPage locale={locale} />
    </SiteFrame>
  );
}
