import type { Metadata } from 'next';
import { headers } from 'next/headers';
import { AccessibilityPage } from '@/components/content/AccessibilityPage';
import { SiteFrame } from '@/components/layout/SiteFrame';
import { words } from '@/lib/i18n/words';
import { pageMetadata } from '@/lib/site/metadata';
import { siteOrigin } from '@/lib/site/origin';
import { pageLocale } from '@/lib/site/page-locale';

interface PageProps {
  params: Promise<{ locale: string }>;
}

export async function generateMetadata({ params }: PageProps): Promise<Metadata> {
  const locale = await pageLocale(params);
  const t = words(locale, 'Accessibility');
  const origin = siteOrigin(await headers());
  return pageMetadata({ locale, page: '/accessibility', title: t('title'), description: t('description'), origin });
}

export default async function Accessibility({ params }: PageProps) {
  const locale = await pageLocale(params);
  return (
    <SiteFrame locale={locale} page="/accessibility">
      <AccessibilityPage locale={locale} />
    </SiteFrame>
  );
}
