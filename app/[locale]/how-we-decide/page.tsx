import type { Metadata } from 'next';
import { headers } from 'next/headers';
import { HowWeDecidePage } from '@/components/figures/HowWeDecidePage';
import { SiteFrame } from '@/components/layout/SiteFrame';
import { figures } from '@/lib/figures/queries';
import { words } from '@/lib/i18n/words';
import { reasonLabels } from '@/lib/moderation/reasons';
import { pageMetadata } from '@/lib/site/metadata';
import { siteOrigin } from '@/lib/site/origin';
import { pageLocale } from '@/lib/site/page-locale';

interface PageProps {
  params: Promise<{ locale: string }>;
}

export async function generateMetadata({ params }: PageProps): Promise<Metadata> {
  const locale = await pageLocale(params);
  const t = words(locale, 'HowWeDecide');
  const origin = siteOrigin(await headers());
  return pageMetadata({ locale, page: '/how-we-decide', title: t('title'), description: t('description'), origin });
}

/** Kept with the public pages, so its figures are of the last change of the content, or of this day. */
export default async function HowWeDecide({ params }: PageProps) {
  const locale = await pageLocale(params);
  const reasons = await reasonLabels(locale);
  return (
    <SiteFrame locale={locale} page="/how-we-decide">
      <HowWeDecidePage locale={locale} figures={figures()} reasonWords={(code) => reasons.get(code) ?? code} />
    </SiteFrame>
  );
}
