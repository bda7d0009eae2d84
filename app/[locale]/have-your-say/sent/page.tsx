import type { Metadata } from 'next';
import { SiteFrame } from '@/components/layout/SiteFrame';
import { SentPage } from '@/components/submissions/SentPage';
import { formatDayInFull } from '@/lib/i18n/formats';
import { words } from '@/lib/i18n/words';
import { pageLocale } from '@/lib/site/page-locale';
import { findSent } from '@/lib/submissions/queries';
import { loadVisitor, param, type SayPageProps, sayMetadata } from '../visitor';

async function load({ params }: SayPageProps) {
  const locale = await pageLocale(params);
  const { secret } = await loadVisitor();
  return { locale, sent: await findSent(secret) };
}

export async function generateMetadata(props: SayPageProps): Promise<Metadata> {
  const { locale, sent } = await load(props);
  const t = words(locale, 'StoryForm');
  const title = !sent ? t('sent.none') : sent.isEdit ? t('sent.titleEdit') : t('sent.title');
  return sayMetadata({ locale, page: '/have-your-say/sent', title });
}

export default async function SentRoute(props: SayPageProps) {
  const { locale, sent } = await load(props);
  const done = param((await props.searchParams).done);
  return (
    <SiteFrame locale={locale} page="/have-your-say/sent" nav="voice">
      <SentPage
        locale={locale}
        model={
          sent && {
            reference: sent.reference,
            title: sent.title,
            email: sent.emailMasked,
            confirmUntil: formatDayInFull(locale, sent.confirmUntil),
            isEdit: sent.isEdit,
            isConfirmed: sent.state !== 'unconfirmed',
            done: done === 'resent' || done === 'limited' ? done : null,
          }
        }
      />
    </SiteFrame>
  );
}
