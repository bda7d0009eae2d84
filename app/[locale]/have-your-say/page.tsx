import type { Metadata } from 'next';
import { SiteFrame } from '@/components/layout/SiteFrame';
import { StartPage } from '@/components/submissions/StartPage';
import { showName } from '@/lib/enterprises/present';
import { findEnterprise } from '@/lib/enterprises/queries';
import { formatClock, formatDayInFull } from '@/lib/i18n/formats';
import { hrefFor } from '@/lib/i18n/navigation';
import { words } from '@/lib/i18n/words';
import { pageLocale } from '@/lib/site/page-locale';
import { textAnswer } from '@/lib/story-form/form-data';
import { stepNumber } from '@/lib/story-form/steps';
import { loadVisitor, param, type SayPageProps, sayMetadata } from './visitor';

export async function generateMetadata({ params }: SayPageProps): Promise<Metadata> {
  const locale = await pageLocale(params);
  return sayMetadata({ locale, page: '/have-your-say', title: words(locale, 'StoryForm')('start.title') });
}

export default async function StartRoute({ params, searchParams }: SayPageProps) {
  const locale = await pageLocale(params);
  const query = await searchParams;
  const { draft, kept } = await loadVisitor();
  const t = words(locale, 'StoryForm');
  const record = findEnterprise(param(query.enterprise));
  const enterprise = record && 'id' in record ? { id: String(record.id), name: showName(record.name, locale) } : null;
  const waiting = draft && !draft.sentAs ? draft : null;
  return (
    <SiteFrame
      locale={locale}
      page="/have-your-say"
      query={enterprise ? { enterprise: enterprise.id } : ''}
      nav="voice"
    >
      <StartPage
        locale={locale}
        model={{
          draft: waiting && {
            day: formatDayInFull(locale, waiting.savedAt),
            time: formatClock(locale, waiting.savedAt),
            title: textAnswer(waiting.answers, 'title') || null,
            href: hrefFor(locale, '/have-your-say/form/[step]', {
              step: String(stepNumber(waiting.page ?? 'organisation')),
            }),
          },
          sent: draft?.sentAs ?? null,
          enterprise,
          asksFresh: param(query.fresh) !== '',
          trouble: kept ? t('trouble.busy') : null,
        }}
      />
    </SiteFrame>
  );
}
