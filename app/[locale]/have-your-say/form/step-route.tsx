import type { Metadata } from 'next';
import { headers } from 'next/headers';
import { redirect } from 'next/navigation';
import type { ReactNode } from 'react';
import { SiteFrame } from '@/components/layout/SiteFrame';
import { StepLive } from '@/components/submissions/steps/StepPage';
import { Markup } from '@/components/ui/Markup';
import { fromReact } from '@/lib/html/from-react';
import type { Locale } from '@/lib/i18n/locales';
import { hrefFor } from '@/lib/i18n/navigation';
import { words } from '@/lib/i18n/words';
import { pageLocale } from '@/lib/site/page-locale';
import { placeVisitorPart, SHELL_HEADER, VISITOR_MARK } from '@/lib/site/visitor-part';
import { parseStep, stepNumber } from '@/lib/story-form/steps';
import { FORM_PAGES, type FormPage } from '@/lib/submissions/fields';
import { loadStep } from '../load-step';
import { loadVisitor, param, type SayPageProps, sayMetadata, visitorOf } from '../visitor';
import { SAVE_ACTION, type StepWish, stepForm } from './step-form';

/*
 * What the pages of the form have in common. The pages of the place and of the files are routes of their own, so that the
 * map's button and the uploads are not in the script of every page.
 */

async function wishOf({ params, searchParams }: SayPageProps, page: FormPage): Promise<StepWish> {
  return toWish(await pageLocale(params), page, await searchParams);
}

type Search = Awaited<SayPageProps['searchParams']>;

function toWish(locale: Locale, page: FormPage, search: Search): StepWish {
  return {
    ...{ locale, page },
    checked: param(search.check) !== '',
    enterprise: param(search.enterprise),
    fromCheck: param(search.from) === 'check',
  };
}

export async function stepMetadata(props: SayPageProps, page: FormPage): Promise<Metadata> {
  const { locale, checked, enterprise } = await wishOf(props, page);
  const { view, trouble } = await loadStep(await loadVisitor(), locale, page, checked, enterprise);
  const t = words(locale, 'StoryForm');
  const step = stepNumber(page);
  return sayMetadata({
    locale,
    page: '/have-your-say/form/[step]',
    params: { step: String(step) },
    title: t('stepTitle', { title: t(`pages.${page}`), step, steps: FORM_PAGES.length }),
    isError: view.faults.length > 0 || trouble !== null,
  });
}

/** One page of the form. @param alive what this page has alive besides its questions' counts and faults */
export async function renderStep(props: SayPageProps, page: FormPage, alive: (locale: Locale) => ReactNode) {
  const wish = await wishOf(props, page);
  const { locale } = wish;
  const isShell = (await headers()).has(SHELL_HEADER);
  const visitor = await loadVisitor();
  // What was sent is not written on; the page after sending says where changes are made.
  if (visitor.draft?.sentAs && !visitor.kept) redirect(hrefFor(locale, '/have-your-say/sent'));
  return (
    <SiteFrame
      locale={locale}
      page="/have-your-say/form/[step]"
      params={{ step: String(stepNumber(page)) }}
      nav="voice"
    >
      <Markup as="div" html={isShell ? VISITOR_MARK : fromReact(await stepForm(visitor, wish))} />
      <StepLive locale={locale} page={page} saveAddress={SAVE_ACTION}>
        {alive(locale)}
      </StepLive>
    </SiteFrame>
  );
}

// Without the page's frame, which is kept; null where title or address would be another one too.
placeVisitorPart('/have-your-say/form/[step]', async ({ locale, params, search, cookies }) => {
  const page = parseStep(params.step);
  if (!page) return null;
  const wish = toWish(locale, page, search);
  const visitor = await visitorOf(cookies, null);
  if (wish.checked || visitor.draft?.sentAs) return null;
  return fromReact(await stepForm(visitor, wish));
});
