import 'server-only';
import type { ReactNode } from 'react';
import { Guards } from '@/components/submissions/Guards';
import { ContactStep } from '@/components/submissions/steps/ContactStep';
import { FilesStep } from '@/components/submissions/steps/FilesStep';
import { HappenedStep } from '@/components/submissions/steps/HappenedStep';
import { OrganisationStep } from '@/components/submissions/steps/OrganisationStep';
import { PlaceStep } from '@/components/submissions/steps/PlaceStep';
import { ResultsStep } from '@/components/submissions/steps/ResultsStep';
import { StepPage } from '@/components/submissions/steps/StepPage';
import { formStamp, STAMP_FIELD } from '@/lib/abuse/form-stamp';
import { FILES_ACTION } from '@/lib/files/addresses';
import type { Locale } from '@/lib/i18n/locales';
import { textAnswer } from '@/lib/story-form/form-data';
import type { StepView } from '@/lib/story-form/step-view';
import type { FormPage } from '@/lib/submissions/fields';
import { draftFiles } from '../draft-files';
import { type LoadedStep, loadStep } from '../load-step';
import type { Visitor } from '../visitor';
import { recordOf } from './record-of';
import { termsOf } from './terms-of';

/** Where the form is sent, and where the browser saves it while it is written. */
export const SAVE_ACTION = '/api/story/save';

/** What the address of a page of the form asks for. */
export interface StepWish {
  locale: Locale;
  page: FormPage;
  /** Somebody wanted to go on: the faults are shown. */
  checked: boolean;
  /** Id or slug of the record that a new story is about. */
  enterprise: string;
  /** It was opened from the check, and leads back there. */
  fromCheck: boolean;
}

/** One page of the form with its questions, as its writer has it. */
export async function stepForm(visitor: Visitor, wish: StepWish) {
  const { locale, page, checked, enterprise, fromCheck } = wish;
  const loaded = await loadStep(visitor, locale, page, checked, enterprise);
  const files = page === 'files' ? await draftFiles(visitor, loaded.view) : null;
  return (
    <StepPage
      view={loaded.view}
      draft={loaded.draft}
      version={loaded.version}
      savedLine={loaded.savedLine}
      action={page === 'files' ? FILES_ACTION : SAVE_ACTION}
      fromCheck={fromCheck}
      done={loaded.done}
      trouble={loaded.trouble}
      guards={<Guards stamp={{ name: STAMP_FIELD, value: formStamp() }} locale={locale} />}
    >
      <StepQuestions view={loaded.view} place={loaded.place} ambiguous={loaded.ambiguous} files={files} />
    </StepPage>
  );
}

/** The questions of a page. @param files the two questions of files, where the page has them */
export function StepQuestions(props: Pick<LoadedStep, 'place' | 'ambiguous'> & { view: StepView; files: ReactNode }) {
  const { view, place, ambiguous, files } = props;
  const { locale, answers } = view;
  switch (view.page) {
    case 'organisation':
      return <OrganisationStep view={view} record={recordOf(textAnswer(answers, 'organisationId'), locale)} />;
    case 'place':
      return <PlaceStep view={view} place={place} ambiguous={ambiguous} />;
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
    case 'files':
      return <FilesStep view={view} files={files} contentLabels={termsOf('contentLabels', locale)} />;
    case 'contact':
      return <ContactStep view={view} />;
  }
}
