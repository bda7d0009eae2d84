import type { StepView } from '@/lib/story-form/step-view';
import type { Choice } from '../ui/Choices';
import { AskSome, AskText } from './questions';

/** Page 3: what happened. */
export function HappenedStep({ view, practiceTypes }: { view: StepView; practiceTypes: readonly Choice[] }) {
  return (
    <>
      <AskText view={view} field="problem" rows={3} />
      <AskText view={view} field="whatWasDone" rows={6} />
      <AskSome view={view} field="practiceTypes" choices={practiceTypes} />
      <AskText view={view} field="practiceOther" placeholder=" " />
      <AskText view={view} field="title" />
      <AskText view={view} field="summary" rows={2} />
    </>
  );
}
