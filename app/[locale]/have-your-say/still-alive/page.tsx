import type { Metadata } from 'next';
import { SiteFrame } from '@/components/layout/SiteFrame';
import { StillAlivePage } from '@/components/submissions/StillAlivePage';
import { words } from '@/lib/i18n/words';
import { pageLocale } from '@/lib/site/page-locale';
import { findFollowUp } from '@/lib/submissions/commands/follow-up';
import { loadVisitor, param, type SayPageProps, sayMetadata } from '../visitor';

export async function generateMetadata({ params }: SayPageProps): Promise<Metadata> {
  const locale = await pageLocale(params);
  return sayMetadata({ locale, page: '/have-your-say/still-alive', title: words(locale, 'StillAlive')('title') });
}

export default async function StillAliveRoute({ params, searchParams }: SayPageProps) {
  const locale = await pageLocale(params);
  const query = await searchParams;
  const token = param(query.t);
  const { kept } = await loadVisitor();
  return (
    <SiteFrame locale={locale} page="/have-your-say/still-alive" query={{ t: token }} nav="voice">
      <StillAlivePage
        locale={locale}
        token={token}
        story={await findFollowUp(token)}
        isDone={param(query.done) === 'answered'}
        isTroubled={kept !== null && kept.trouble.code !== 'notFound'}
      />
    </SiteFrame>
  );
}
