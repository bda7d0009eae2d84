import { words } from '@/lib/i18n/words';
import type { StepView } from '@/lib/story-form/step-view';
import { LICENCES, SHOW_NAME } from '@/lib/submissions/fields';
import { QuestionGroup } from '../ui/Question';
import { AskOne, AskText, AskTick, askWords, optionsOf } from './questions';

/** Page 6: whom we write to, and what may be done with the story. */
export function ContactStep({ view }: { view: StepView }) {
  const t = words(view.locale, 'StoryForm');
  const { error } = askWords({ view, field: 'consentPublish' });
  return (
    <>
      <AskText view={view} field="contactName" autoComplete="name" />
      <AskOne view={view} field="showName" choices={optionsOf(view, 'showName', SHOW_NAME)} usual="no" />
      <AskText view={view} field="contactEmail" type="email" autoComplete="email" />
      <AskText view={view} field="contactPhone" type="tel" autoComplete="tel" optional short />
      <AskOne view={view} field="licence" choices={optionsOf(view, 'licence', LICENCES)} usual="cc_by" />
      <QuestionGroup name="consentPublish" label={t('consentLegend')} error={error}>
        <div className="ticks">
          <AskTick view={view} field="consentPublish">
            {t('consent.publish')}
          </AskTick>
          <AskTick view={view} field="consentResearch">
            {t('consent.research')}
          </AskTick>
          <AskTick view={view} field="consentSocial">
            {t('consent.social')}
          </AskTick>
        </div>
      </QuestionGroup>
    </>
  );
}
