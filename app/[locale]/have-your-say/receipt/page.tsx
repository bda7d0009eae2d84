import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { SiteFrame } from '@/components/layout/SiteFrame';
import { ReceiptPage } from '@/components/submissions/ReceiptPage';
import { formatClock, formatDayInFull } from '@/lib/i18n/formats';
import { hrefFor } from '@/lib/i18n/navigation';
import { words } from '@/lib/i18n/words';
import { pageLocale } from '@/lib/site/page-locale';
import { findByStatusToken, findSent } from '@/lib/submissions/queries';
import { loadVisitor, param, type SayPageProps, sayMetadata } from '../visitor';

export async function generateMetadata({ params }: SayPageProps): Promise<Metadata> {
  const locale = await pageLocale(params);
  return sayMetadata({ locale, page: '/have-your-say/receipt', title: words(locale, 'StoryForm')('receipt.title') });
}

export default async function ReceiptRoute({ params, searchParams }: SayPageProps) {
  const locale = await pageLocale(params);
  const token = param((await searchParams).t);
  const t = words(locale, 'StoryForm');
  const story = token ? await findByStatusToken(token) : await findSent((await loadVisitor()).secret);
  if (!story) notFound();
  const promise = story.promise;
  return (
    <SiteFrame locale={locale} page="/have-your-say/receipt" query={token ? { t: token } : ''} nav="voice">
      <ReceiptPage
        locale={locale}
        model={{
          reference: story.reference,
          title: story.title,
          receivedAt: words(locale, 'StoryStatus')('at', {
            day: formatDayInFull(locale, story.sentAt),
            time: formatClock(locale, story.sentAt),
          }),
          promise: promise
            ? words(locale, 'StoryStatus')('ahead.answerWhen', { day: formatDayInFull(locale, promise.answerBy) })
            : t('sent.editNext'),
          backHref: token
            ? hrefFor(locale, '/have-your-say/my-story', {}, { t: token })
            : hrefFor(locale, '/have-your-say/sent'),
        }}
      />
    </SiteFrame>
  );
}
