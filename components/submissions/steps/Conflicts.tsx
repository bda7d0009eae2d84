import { words } from '@/lib/i18n/words';
import type { ConflictLine, StepView } from '@/lib/story-form/step-view';
import { CONFLICT_ID } from '@/lib/story-form/steps';

/** Answers that were written in two places: both texts, and the choice. */
export function Conflicts({ view }: { view: StepView }) {
  const t = words(view.locale, 'StoryForm');
  return (
    <section className="notice warn" id={CONFLICT_ID} tabIndex={-1} aria-labelledby="conflict-title">
      <h2 id="conflict-title">{t('conflict.title')}</h2>
      <p>{t('conflict.text')}</p>
      {view.conflicts.map((line) => (
        <Conflict key={line.field} line={line} view={view} />
      ))}
      <button className="btn second" type="submit" name="go" value="stay" formNoValidate>
        {t('conflict.submit')}
      </button>
    </section>
  );
}

function Conflict({ view, line }: { view: StepView; line: ConflictLine }) {
  const t = words(view.locale, 'StoryForm');
  const choice = (value: 'stored' | 'typed', text: string) => (
    <label>
      <input type="radio" name={`conflict-${line.field}`} value={value} />
      <span>{value === 'stored' ? t('conflict.keepStored') : t('conflict.keepTyped')}</span>
      <blockquote>{text === '' ? t('conflict.empty') : text}</blockquote>
    </label>
  );
  return (
    <fieldset className="conflict">
      <legend>
        <b>{line.label}</b>
      </legend>
      <div className="two">
        {choice('stored', line.stored)}
        {choice('typed', line.typed)}
      </div>
    </fieldset>
  );
}
