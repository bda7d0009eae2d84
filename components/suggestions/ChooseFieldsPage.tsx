import { Choices } from '@/components/submissions/ui/Choices';
import { ErrorLine } from '@/components/submissions/ui/ErrorLine';
import { QuestionGroup } from '@/components/submissions/ui/Question';
import type { Locale } from '@/lib/i18n/locales';
import { words } from '@/lib/i18n/words';
import type { Pick } from './FieldQuestion';
import '@/components/submissions/submissions.css';
import './suggestions.css';

interface ChooseFieldsPageProps {
  locale: Locale;
  title: string;
  /** Address of this page, to which the choice is added. */
  action: string;
  /** Secret of the owner's link, carried along; null for everybody else. */
  owner: string | null;
  fields: readonly Pick[];
  /** The form was sent without a choice. */
  faulty: boolean;
  back: string;
}

/** The first page of a correction: which facts it is about. */
export function ChooseFieldsPage({ locale, title, action, owner, fields, faulty, back }: ChooseFieldsPageProps) {
  const t = words(locale, 'Suggest');
  return (
    <div className="wrap suggest">
      <header>
        <h1>{title}</h1>
        <p className="lead">{t('correct.lead')}</p>
      </header>
      <form method="get" action={action}>
        {owner && <input type="hidden" name="t" value={owner} />}
        <input type="hidden" name="step" value="2" />
        <QuestionGroup
          name="f"
          label={t('correct.choose')}
          hint={t('correct.chooseHint')}
          error={faulty && <ErrorLine>{t('faults.noField')}</ErrorLine>}
        >
          <Choices type="checkbox" name="f" choices={fields} chosen={[]} />
        </QuestionGroup>
        <div className="go">
          <button type="submit" className="btn">
            {t('correct.next')}
          </button>
          <a href={back}>{t('back')}</a>
        </div>
      </form>
    </div>
  );
}
