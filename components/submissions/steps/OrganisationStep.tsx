import { words } from '@/lib/i18n/words';
import { textAnswer } from '@/lib/story-form/form-data';
import type { StepView } from '@/lib/story-form/step-view';
import { ROLES } from '@/lib/submissions/fields';
import { PickField } from '../ui/PickField';
import { describedBy, Question } from '../ui/Question';
import { AskOne, AskText, askWords, optionsOf } from './questions';

/** Languages of a story, each in its own words and script. */
const LANGUAGES = [
  { value: 'sr-Latn', label: 'Srpski, latinica', lang: 'sr-Latn' },
  { value: 'sr-Cyrl', label: 'Српски, ћирилица', lang: 'sr-Cyrl' },
  { value: 'en', label: 'English', lang: 'en' },
] as const;

/** A record of the directory that was picked. */
export interface PickedRecord {
  name: string;
  href: string;
}

/** Page 1: who did it, and how the writer knows. */
export function OrganisationStep({ view, record }: { view: StepView; record: PickedRecord | null }) {
  const { locale, answers } = view;
  const t = words(locale, 'StoryForm');
  const { isBad, ...name } = askWords({ view, field: 'organisationName' });
  return (
    <>
      <Question
        name="organisationName"
        {...name}
        after={
          record && (
            <p className="picked">
              {t.rich('inDirectory', { name: record.name, link: (chunks) => <a href={record.href}>{chunks}</a> })}
            </p>
          )
        }
      >
        <PickField
          name="organisationName"
          idName="organisationId"
          defaultText={textAnswer(answers, 'organisationName')}
          defaultId={textAnswer(answers, 'organisationId')}
          describedBy={describedBy('organisationName', { hint: true })}
          autoComplete="organization"
          invalid={isBad}
        />
      </Question>
      <AskOne view={view} field="role" choices={optionsOf(view, 'role', ROLES)} />
      <AskText view={view} field="roleRelation" optional rows={2} />
      <AskOne view={view} field="submissionLocale" choices={LANGUAGES} usual={locale} />
    </>
  );
}
