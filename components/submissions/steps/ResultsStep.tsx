import { words } from '@/lib/i18n/words';
import { textAnswer } from '@/lib/story-form/form-data';
import type { StepView } from '@/lib/story-form/step-view';
import { STILL_ALIVE } from '@/lib/submissions/fields';
import type { Choice } from '../ui/Choices';
import { describedBy, QuestionGroup } from '../ui/Question';
import { AskOne, AskSome, AskText, AskTick, askWords, optionsOf } from './questions';

interface ResultsStepProps {
  view: StepView;
  beneficiaries: readonly Choice[];
  supporters: readonly Choice[];
}

/** Page 4: results and lessons. */
export function ResultsStep({ view, beneficiaries, supporters }: ResultsStepProps) {
  return (
    <>
      <AskSome view={view} field="beneficiaries" choices={beneficiaries} />
      <HowMany view={view} />
      <AskText view={view} field="results" rows={3} />
      <AskText view={view} field="resources" rows={2} optional />
      <AskSome view={view} field="support" choices={supporters} optional />
      <AskText view={view} field="supportNote" rows={2} optional />
      <AskText view={view} field="partners" rows={3} optional />
      <AskText view={view} field="difficulties" rows={3} optional />
      <AskText view={view} field="whatWouldHelp" rows={3} optional />
      <AskText view={view} field="transfer" rows={3} optional />
      <AskOne view={view} field="stillAlive" choices={optionsOf(view, 'stillAlive', STILL_ALIVE)} optional />
    </>
  );
}

/** A number, or "I do not know". */
function HowMany({ view }: { view: StepView }) {
  const t = words(view.locale, 'StoryForm');
  const { isBad, ...said } = askWords({ view, field: 'peopleReached', optional: true });
  return (
    <QuestionGroup name="peopleReached" {...said}>
      <div>
        <label className="vh" htmlFor="f-peopleReached">
          {t('howMany')}
        </label>
        <input
          className="in short"
          id="f-peopleReached"
          name="peopleReached"
          type="text"
          inputMode="numeric"
          defaultValue={textAnswer(view.answers, 'peopleReached')}
          aria-describedby={describedBy('peopleReached', { hint: true })}
          aria-invalid={isBad || undefined}
          autoComplete="off"
        />
      </div>
      <AskTick view={view} field="peopleUnknown" />
    </QuestionGroup>
  );
}
