import { IntakeFiles } from '@/components/intake/IntakeFiles';
import { ContactStep } from '@/components/submissions/steps/ContactStep';
import { FilesStep } from '@/components/submissions/steps/FilesStep';
import { HappenedStep } from '@/components/submissions/steps/HappenedStep';
import { OrganisationStep } from '@/components/submissions/steps/OrganisationStep';
import { PlaceStep } from '@/components/submissions/steps/PlaceStep';
import { ResultsStep } from '@/components/submissions/steps/ResultsStep';
import type { Locale } from '@/lib/i18n/locales';
import type { IntakeView } from '@/lib/intake/queries';
import { intakeFields } from '@/lib/intake/schema';
import { mapSettings } from '@/lib/map/settings';
import { personalDataAdvice } from '@/lib/story-form/advice';
import { faultLines } from '@/lib/story-form/fault-words';
import { answersFromForm, textAnswer } from '@/lib/story-form/form-data';
import { AMBIGUOUS_PLACE, isAmbiguousPlace } from '@/lib/story-form/page-faults';
import { findPlace, resolvePlaceName } from '@/lib/story-form/places';
import type { StepView } from '@/lib/story-form/step-view';
import { type FieldName, FORM_PAGES, PAGE_FIELDS } from '@/lib/submissions/fields';
import { checkAnswers, type StoryAnswers } from '@/lib/submissions/schema';
import { vocabularies } from '@/lib/taxonomies/queries';
import { recordOf } from '../../../have-your-say/form/record-of';
import { termsOf } from '../../../have-your-say/form/step-route';
import { conflictLines } from '../../../have-your-say/load-step';

type Entries = readonly (readonly [string, string])[];

/**
 * The pages of the public form with their questions, for a story that staff type in.
 * @param checked it was to be sent: what is missing is shown
 * @param kept what was typed and could not be saved
 */
export function loadIntakeParts(locale: Locale, intake: IntakeView, checked: boolean, kept: Entries | null) {
  const { draft } = intake;
  const answers: StoryAnswers = kept
    ? Object.assign({ ...draft.answers }, ...FORM_PAGES.map((page) => answersFromForm(page, kept)))
    : draft.answers;
  const vocab = vocabularies();
  const isAmbiguous = isAmbiguousPlace(answers, vocab);
  const result = checkAnswers(answers, intakeFields(answers));
  const faults = checked ? [...(result.ok ? [] : result.faults), ...(isAmbiguous ? [AMBIGUOUS_PLACE] : [])] : [];
  const lines = faultLines(locale, faults, answers);
  const resolved = isAmbiguous ? resolvePlaceName(textAnswer(answers, 'place'), vocab, locale) : null;
  const advice = personalDataAdvice(answers, locale);
  return FORM_PAGES.map((page) => {
    const fields = PAGE_FIELDS[page] as readonly FieldName[];
    const view: StepView = {
      ...{ locale, page, answers, advice, requests: [] },
      faults: lines.filter(({ field }) => fields.includes(field)),
      conflicts: kept ? [] : conflictLines(page, draft.answers, draft.conflict, locale),
    };
    return { page, view, questions: questionsOf(view) };
  });

  function questionsOf(view: StepView) {
    switch (view.page) {
      case 'organisation':
        return <OrganisationStep view={view} record={recordOf(textAnswer(answers, 'organisationId'), locale)} />;
      case 'place':
        return (
          <PlaceStep
            view={view}
            place={findPlace(answers.placeId, vocab, locale)}
            ambiguous={resolved?.found === 'several' ? resolved.places : []}
            mapSettings={mapSettings(locale)}
          />
        );
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
        return (
          <FilesStep
            view={view}
            files={<IntakeFiles locale={locale} id={intake.id} photos={intake.photos} documents={intake.documents} />}
            contentLabels={termsOf('contentLabels', locale)}
          />
        );
      case 'contact':
        return <ContactStep view={view} />;
    }
  }
}
