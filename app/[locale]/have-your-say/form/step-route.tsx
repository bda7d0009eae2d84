import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import type { ReactNode } from 'react';
import { SiteFrame } from '@/components/layout/SiteFrame';
import { Guards } from '@/components/submissions/Guards';
import { StepPage, type StepPageProps } from '@/components/submissions/steps/StepPage';
import { formStamp, STAMP_FIELD } from '@/lib/abuse/form-stamp';
import { FILES_ACTION } from '@/lib/files/addresses';
import type { Locale } from '@/lib/i18n/locales';
import { hrefFor } from '@/lib/i18n/navigation';
import { words } from '@/lib/i18n/words';
import { pageLocale } from '@/lib/site/page-locale';
import { stepNumber } from '@/lib/story-form/steps';
import { FORM_PAGES, type FormPage, VOCABULARIES } from '@/lib/submissions/fields';
import { nameLabel } from '@/lib/taxonomies/present';
import { vocabularies } from '@/lib/taxonomies/queries';
import { type LoadedStep, loadStep } from '../load-step';
import { loadVisitor, param, type SayPageProps, sayMetadata } from '../visitor';

/*
 * What the pages of the form have in common. The pages of the place and of the files are routes of their own, so that the
 * map's button and the uploads are not in the script of every page.
 */

const SAVE_ACTION = '/api/story/save';

async function load({ params, searchParams }: SayPageProps, page: FormPage) {
  const locale = await pageLocale(params);
  const query = await searchParams;
  const loaded = await loadStep(locale, page, param(query.check) !== '', param(query.enterprise));
  return { locale, loaded, fromCheck: param(query.from) === 'check' };
}

export async function stepMetadata(props: SayPageProps, page: FormPage): Promise<Metadata> {
  const { locale, loaded } = await load(props, page);
  const t = words(locale, 'StoryForm');
  const step = stepNumber(page);
  return sayMetadata({
    locale,
    page: '/have-your-say/form/[step]',
    params: { step: String(step) },
    title: t('stepTitle', { title: t(`pages.${page}`), step, steps: FORM_PAGES.length }),
    isError: loaded.view.faults.length > 0 || loaded.trouble !== null,
  });
}

/** One page of the form, with its questions in it. */
export async function renderStep(
  props: SayPageProps,
  page: FormPage,
  live: StepPageProps['live'],
  questions: (loaded: LoadedStep) => ReactNode,
) {
  const { locale, loaded, fromCheck } = await load(props, page);
  const { draft, kept } = await loadVisitor();
  // What was sent is not written on; the page after sending says where changes are made.
  if (draft?.sentAs && !kept) redirect(hrefFor(locale, '/have-your-say/sent'));
  return (
    <SiteFrame
      locale={locale}
      page="/have-your-say/form/[step]"
      params={{ step: String(stepNumber(page)) }}
      nav="voice"
    >
      <StepPage
        live={live}
        view={loaded.view}
        draft={loaded.draft}
        version={loaded.version}
        savedLine={loaded.savedLine}
        action={page === 'files' ? FILES_ACTION : SAVE_ACTION}
        saveAddress={SAVE_ACTION}
        fromCheck={fromCheck}
        done={loaded.done}
        trouble={loaded.trouble}
        guards={<Guards stamp={{ name: STAMP_FIELD, value: formStamp() }} locale={locale} />}
      >
        {questions(loaded)}
      </StepPage>
    </SiteFrame>
  );
}

/** The answers of a question whose terms stand in a vocabulary. */
export function termsOf(field: keyof typeof VOCABULARIES, locale: Locale) {
  return vocabularies()
    .terms(VOCABULARIES[field])
    .filter(({ retired }) => !retired)
    .map(({ code, labelSr, labelSrCyrl, labelEn }) => ({
      value: code,
      label: nameLabel({ nameSr: labelSr, nameSrCyrl: labelSrCyrl, nameEn: labelEn }, locale),
    }));
}
