import type { Metadata } from 'next';
import { notFound, redirect } from 'next/navigation';
import { FormLive } from '@/components/submissions/live/FormLive';
import { ContactStep } from '@/components/submissions/steps/ContactStep';
import { HappenedStep } from '@/components/submissions/steps/HappenedStep';
import { OrganisationStep } from '@/components/submissions/steps/OrganisationStep';
import { ResultsStep } from '@/components/submissions/steps/ResultsStep';
import { hrefFor } from '@/lib/i18n/navigation';
import { pageLocale } from '@/lib/site/page-locale';
import { textAnswer } from '@/lib/story-form/form-data';
import { parseStep, stepNumber } from '@/lib/story-form/steps';
import type { FormPage } from '@/lib/submissions/fields';
import type { LoadedStep } from '../../load-step';
import type { SayPageProps } from '../../visitor';
import { recordOf } from '../record-of';
import { renderStep, stepMetadata, termsOf } from '../step-route';

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
  return renderStep(props, await pageOf(props), FormLive, (loaded) => <Questions loaded={loaded} />);
}

function Questions({ loaded: { view } }: { loaded: LoadedStep }) {
  const { locale } = view;
  switch (view.page) {
    case 'organisation':
      return <OrganisationStep view={view} record={recordOf(textAnswer(view.answers, 'organisationId'), locale)} />;
    case 'happened':
      return <HappenedStep view={view} practiceTypes={termsOf('practiceTypes', locale)} />;
    case 'results':
      return (
        <ResultsStep
          view={view}
          beneficiaries={termsOf('beneficiaries', locale)}
          supporters={termsOf('support', locale)}
        />
      );
    case 'contact':
      return <ContactStep view={view} />;
    default:
      // Routes of their own: form/2 and form/5.
      return null;
  }
}
