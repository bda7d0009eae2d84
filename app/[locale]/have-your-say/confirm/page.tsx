import type { Metadata } from 'next';
import { SiteFrame } from '@/components/layout/SiteFrame';
import { ConfirmPage } from '@/components/submissions/ConfirmPage';
import { words } from '@/lib/i18n/words';
import { pageLocale } from '@/lib/site/page-locale';
import { findConfirmation } from '@/lib/submissions/queries';
import { loadVisitor, param, type SayPageProps, sayMetadata } from '../visitor';

export async function generateMetadata({ params }: SayPageProps): Promise<Metadata> {
  const locale = await pageLocale(params);
  return sayMetadata({ locale, page: '/have-your-say/confirm', title: words(locale, 'StoryForm')('confirm.title') });
}

export default async function ConfirmRoute({ params, searchParams }: SayPageProps) {
  const locale = await pageLocale(params);
  const query = await searchParams;
  const token = param(query.t);
  const { kept } = await loadVisitor();
  const t = words(locale, 'StoryForm');
  const found = await findConfirmation(token);
  const done = param(query.done);
  const code = kept?.trouble.code;
  return (
    <SiteFrame locale={locale} page="/have-your-say/confirm" query={{ t: token }} nav="voice">
      <ConfirmPage
        locale={locale}
        model={{
          token,
          state: found?.state ?? 'unknown',
          reference: found?.reference ?? null,
          title: found?.title ?? null,
          done: done === 'resent' || done === 'limited' ? done : null,
          trouble: code && code !== 'expired' && code !== 'notFound' ? t('trouble.busy') : null,
        }}
      />
    </SiteFrame>
  );
}
