import type { Metadata } from 'next';
import { SiteFrame } from '@/components/layout/SiteFrame';
import { ResumePage } from '@/components/submissions/ResumePage';
import { words } from '@/lib/i18n/words';
import { pageLocale } from '@/lib/site/page-locale';
import { openResumeLink } from '@/lib/submissions/drafts';
import { keptValue } from '../kept-values';
import { loadVisitor, param, type SayPageProps, sayMetadata } from '../visitor';

export async function generateMetadata({ params }: SayPageProps): Promise<Metadata> {
  const locale = await pageLocale(params);
  const { kept } = await loadVisitor();
  const title = words(locale, 'StoryForm')('resume.title');
  return sayMetadata({ locale, page: '/have-your-say/resume', title, isError: kept !== null });
}

export default async function ResumeRoute({ params, searchParams }: SayPageProps) {
  const locale = await pageLocale(params);
  const token = param((await searchParams).t);
  const { draft, kept } = await loadVisitor();
  const t = words(locale, 'StoryForm');
  const link = await openResumeLink(token);
  const code = kept?.trouble.code;
  const fault =
    code === 'wrong' ? t('resume.wrongPlain') : code === 'required' ? t('faults.contactEmail.required') : null;
  const isClosed = code === 'locked' || code === 'expired' || code === 'revoked';
  return (
    <SiteFrame locale={locale} page="/have-your-say/resume" query={{ t: token }} nav="voice">
      <ResumePage
        locale={locale}
        model={{
          token,
          state: isClosed ? code : (link?.state ?? 'unknown'),
          email: keptValue(kept, 'email'),
          fault,
          trouble: kept && !fault && !isClosed ? t('trouble.busy') : null,
          replaces: draft !== null && draft.sentAs === null,
        }}
      />
    </SiteFrame>
  );
}
