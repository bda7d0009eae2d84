import { IntakeFiles } from '@/components/intake/IntakeFiles';
import { fromReact } from '@/lib/html/from-react';
import type { Locale } from '@/lib/i18n/locales';
import type { IntakeView } from '@/lib/intake/queries';
import { intakeFields } from '@/lib/intake/schema';
import { personalDataAdvice } from '@/lib/story-form/advice';
import { faultLines } from '@/lib/story-form/fault-words';
import { answersFromForm, textAnswer } from '@/lib/story-form/form-data';
import { AMBIGUOUS_PLACE, isAmbiguousPlace } from '@/lib/story-form/page-faults';
import { findPlace, resolvePlaceName } from '@/lib/story-form/places';
import type { StepView } from '@/lib/story-form/step-view';
import { type FieldName, FORM_PAGES, PAGE_FIELDS } from '@/lib/submissions/fields';
import { checkAnswers, type StoryAnswers } from '@/lib/submissions/schema';
import { vocabularies } from '@/lib/taxonomies/queries';
import { StepQuestions } from '../../../have-your-say/form/step-form';
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
    return { page, view, questions: fromReact(questionsOf(view)) };
  });

  function questionsOf(view: StepView) {
    return (
      <StepQuestions
        view={view}
        place={findPlace(answers.placeId, vocab, locale)}
        ambiguous={resolved?.found === 'several' ? resolved.places : []}
        files={<IntakeFiles locale={locale} id={intake.id} photos={intake.photos} documents={intake.documents} />}
      />
    );
  }
}
