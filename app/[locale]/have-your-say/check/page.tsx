import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { SiteFrame } from '@/components/layout/SiteFrame';
import { CheckPage } from '@/components/submissions/CheckPage';
import { Guards } from '@/components/submissions/Guards';
import { formStamp, STAMP_FIELD } from '@/lib/abuse/form-stamp';
import { hrefFor } from '@/lib/i18n/navigation';
import { words } from '@/lib/i18n/words';
import { pageLocale } from '@/lib/site/page-locale';
import { troubleLines } from '../load-step';
import { loadVisitor, param, type SayPageProps, sayMetadata } from '../visitor';
import { loadCheck } from './load-check';
import { previewable, StoryPreview } from './StoryPreview';

async function load({ params, searchParams }: SayPageProps) {
  const locale = await pageLocale(params);
  const { secret, draft, kept } = await loadVisitor();
  const trouble = kept ? (troubleLines(locale, kept.trouble)[0] ?? null) : null;
  const isChecked = param((await searchParams).check) !== '';
  return { locale, secret, draft, kept, model: await loadCheck(locale, draft, isChecked, trouble) };
}

export async function generateMetadata(props: SayPageProps): Promise<Metadata> {
  const { locale, model } = await load(props);
  const t = words(locale, 'StoryForm');
  return sayMetadata({
    locale,
    page: '/have-your-say/check',
    title: model.isEdit ? t('check.titleEdit') : t('check.title'),
    isError: model.faults.length > 0 || model.trouble !== null,
  });
}

export default async function CheckRoute(props: SayPageProps) {
  const { locale, secret, draft, kept, model } = await load(props);
  if (draft?.sentAs && !kept) redirect(hrefFor(locale, '/have-your-say/sent'));
  const content = draft && !draft.sentAs ? previewable(draft) : null;
  return (
    <SiteFrame locale={locale} page="/have-your-say/check" nav="voice">
      <CheckPage
        locale={locale}
        model={model}
        preview={content && draft && <StoryPreview locale={locale} draft={draft} content={content} secret={secret} />}
        guards={<Guards stamp={{ name: STAMP_FIELD, value: formStamp() }} locale={locale} />}
      />
    </SiteFrame>
  );
}
