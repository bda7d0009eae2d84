import type { Metadata } from 'next';
import { SiteFrame } from '@/components/layout/SiteFrame';
import { ConfirmAddressPage } from '@/components/suggestions/ConfirmAddressPage';
import { words } from '@/lib/i18n/words';
import { pageLocale } from '@/lib/site/page-locale';
import { findAddressToConfirm } from '@/lib/suggestions/queries';
import { suggestMetadata } from '../../enterprises/suggest-page';

interface PageProps {
  params: Promise<{ locale: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export async function generateMetadata({ params }: PageProps): Promise<Metadata> {
  const locale = await pageLocale(params);
  return suggestMetadata(locale, words(locale, 'Suggest')('confirm.title'), false);
}

export default async function ConfirmAddress({ params, searchParams }: PageProps) {
  const locale = await pageLocale(params);
  const { t } = await searchParams;
  const token = typeof t === 'string' ? t : '';
  const found = await findAddressToConfirm(token);
  return (
    <SiteFrame locale={locale} page="/suggestion/confirm" query={{ t: token }} nav="directory">
      <ConfirmAddressPage locale={locale} token={token} email={found?.masked ?? null} />
    </SiteFrame>
  );
}
