import { getLocale } from 'next-intl/server';
import { NotFoundPage } from '@/components/content/NotFoundPage';
import { SiteFrame } from '@/components/layout/SiteFrame';

/** Stands in this segment alone: Next sends it along with every page that is below it. */
export default async function NotFound() {
  const locale = await getLocale();
  return (
    <SiteFrame locale={locale} page="/" inFlight>
      <NotFoundPage locale={locale} />
    </SiteFrame>
  );
}
