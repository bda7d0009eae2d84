import type { Metadata } from 'next';
import { SiteFrame } from '@/components/layout/SiteFrame';
import { LaterPage } from '@/components/submissions/LaterPage';
import { hrefFor } from '@/lib/i18n/navigation';
import { words } from '@/lib/i18n/words';
import { pageLocale } from '@/lib/site/page-locale';
import { stepNumber } from '@/lib/story-form/steps';
import { keptValue, minutesOf } from '../kept-values';
import { loadVisitor, param, type SayPageProps, sayMetadata } from '../visitor';

export async function generateMetadata({ params }: SayPageProps): Promise<Metadata> {
  const locale = await pageLocale(params);
  const { kept } = await loadVisitor();
  const title = words(locale, 'StoryForm')('later.title');
  return sayMetadata({ locale, page: '/have-your-say/later', title, isError: kept !== null });
}

export default async function LaterRoute({ params, searchParams }: SayPageProps) {
  const locale = await pageLocale(params);
  const done = param((await searchParams).done);
  const { draft, kept } = await loadVisitor();
  const t = words(locale, 'StoryForm');
  const code = kept?.trouble.code;
  const fault =
    code === 'required' ? t('faults.contactEmail.required') : code === 'notAnEmail' ? t('errors.notAnEmail') : null;
  const trouble =
    !kept || fault ? null : code === 'limited' ? t('later.limited', { n: minutesOf(kept.trouble) }) : t('trouble.busy');
  return (
    <SiteFrame locale={locale} page="/have-your-say/later" nav="voice">
      <LaterPage
        locale={locale}
        model={{
          hasDraft: draft !== null && draft.sentAs === null,
          done: done === 'mailed' || done === 'revoked' ? done : null,
          back: hrefFor(locale, '/have-your-say/form/[step]', {
            step: String(stepNumber(draft?.page ?? 'organisation')),
          }),
          email: keptValue(kept, 'email'),
          fault,
          trouble,
        }}
      />
    </SiteFrame>
  );
}
