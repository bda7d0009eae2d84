import type { Metadata } from 'next';
import { headers } from 'next/headers';
import { PrivacyPage } from '@/components/content/PrivacyPage';
import { SiteFrame } from '@/components/layout/SiteFrame';
import { blockOf } from '@/lib/content/queries';
import { hostOf } from '@/lib/enterprises/present';
import { words } from '@/lib/i18n/words';
import { mapSettings } from '@/lib/map/settings';
import { pageMetadata } from '@/lib/site/metadata';
import { siteOrigin } from '@/lib/site/origin';
import { pageLocale } from '@/lib/site/page-locale';

interface PageProps {
  params: Promise<{ locale: string }>;
}

export async function generateMetadata({ params }: PageProps): Promise<Metadata> {
  const locale = await pageLocale(params);
  const t = words(locale, 'Privacy');
  const origin = siteOrigin(await headers());
  return pageMetadata({ locale, page: '/privacy', title: t('title'), description: t('description'), origin });
}

export default async function Privacy({ params }: PageProps) {
  const locale = await pageLocale(params);
  const { tiles } = mapSettings(locale);
  // An address that begins with a slash is our own server's.
  const streetHost = tiles === null || tiles.url.startsWith('/') ? null : hostOf(tiles.url);
  return (
    <SiteFrame locale={locale} page="/privacy">
      <PrivacyPage locale={locale} streetHost={streetHost} block={blockOf('page:privacy', locale)} />
    </SiteFrame>
  );
}
