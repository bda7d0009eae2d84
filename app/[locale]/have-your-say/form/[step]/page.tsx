import type { Metadata } from 'next';
import { notFound, redirect } from 'next/navigation';
import { PicksLive } from '@/components/submissions/steps/PicksLive';
import { hrefFor } from '@/lib/i18n/navigation';
import { pageLocale } from '@/lib/site/page-locale';
import { parseStep, stepNumber } from '@/lib/story-form/steps';
import type { FormPage } from '@/lib/submissions/fields';
import type { SayPageProps } from '../../visitor';
import { renderStep, stepMetadata } from '../step-route';

type Props = SayPageProps<{ step: string }>;

/** The page of the address; one that is named, or that is a route of its own, is led to by its number. */
async function pageOf({ params }: Props): Promise<FormPage> {
  const { step } = await params;
  const page = parseStep(step);
  if (!page) notFound();
  const number = String(stepNumber(page));
  if (number !== step) redirect(hrefFor(await pageLocale(params), '/have-your-say/form/[step]', { step: number }));
  return page;
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  return stepMetadata(props, await pageOf(props));
}

export default async function StepRoute(props: Props) {
  const page = await pageOf(props);
  return renderStep(props, page, (locale) =>
    page === 'organisation' ? <PicksLive locale={locale} field="organisationName" /> : null,
  );
}
