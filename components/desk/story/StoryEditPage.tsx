import type { Locale } from '@/lib/i18n/locales';
import { words } from '@/lib/i18n/words';
import { EDITABLE_LABELS, EDITABLE_TEXTS } from '@/lib/moderation/edit-kinds';
import type { StoryFault } from '@/lib/moderation/story-outcomes';
import type { DeskStory } from '@/lib/moderation/story-queries';
import { TEXT_LIMITS, VOCABULARIES } from '@/lib/submissions/fields';
import { termLabel } from '@/lib/taxonomies/present';
import type { Vocabularies } from '@/lib/taxonomies/vocabularies';
import { DeskForm } from '../DeskForm';
import { EditText } from './EditText';
import './story.css';

interface StoryEditPageProps {
  locale: Locale;
  story: DeskStory;
  vocab: Vocabularies;
  storyHref: string;
  back: string;
  /** Whether the story can be edited now. */
  isOpen: boolean;
  fault: StoryFault | null;
  /** Which edit was refused, in words. */
  editFault: { field: string; text: string } | null;
}

/** What staff may change in somebody's story: the kind is chosen for each text; for all else there is no field. */
export function StoryEditPage(props: StoryEditPageProps) {
  const { locale, story, storyHref, isOpen, fault, editFault } = props;
  const t = words(locale, 'DeskStory');
  return (
    <div className="wrap desk-page story-desk">
      <p className="crumbs">
        <a href={storyHref}>{t('edit.back')}</a> <span className="code">{story.reference}</span>
      </p>
      <header>
        <h1>{t('edit.title')}</h1>
        <p className="muted">{t('edit.lead')}</p>
      </header>
      {(editFault || fault) && (
        <div className="errsum" role="alert">
          <h2>{t('faultHeading')}</h2>
          <p>
            {editFault ? <a href={`#text.${editFault.field}`}>{editFault.text}</a> : t(`faults.${fault as StoryFault}`)}
          </p>
        </div>
      )}
      {isOpen ? <EditForm {...props} /> : <p className="notice warn">{t('edit.notNow')}</p>}
    </div>
  );
}

function EditForm({ locale, story, vocab, back, editFault }: StoryEditPageProps) {
  const t = words(locale, 'DeskStory');
  const form = words(locale, 'StoryForm');
  const { content } = story.newest;
  const typed = story.draft.form?.name === 'edit' ? story.draft.form.values : {};
  const key = { story: String(story.id), revision: String(story.revision), back };
  return (
    <>
      <DeskForm locale={locale} action="/api/desk/stories/edit" hidden={key} className="edit-form">
        {EDITABLE_TEXTS.filter((field) => content[field]).map((field) => (
          <EditText
            key={field}
            {...{ locale, field }}
            lang={story.locale}
            label={form(`fields.${field}.label`)}
            was={content[field] ?? ''}
            text={typed[`text.${field}`]}
            kind={typed[`kind.${field}`]}
            isLong={TEXT_LIMITS[field].max > 150}
            fault={editFault?.field === field ? editFault.text : undefined}
          />
        ))}
        <label className="desk-tick">
          <input type="checkbox" name="asked" value="1" defaultChecked={Boolean(typed.asked)} /> {t('edit.asked')}
        </label>
        <h2>{t('edit.labels')}</h2>
        {EDITABLE_LABELS.map((field) => {
          const chosen: readonly string[] = typed[field] === undefined ? content[field] : typed[field].split(' ');
          return (
            <fieldset key={field}>
              <legend>{form(`fields.${field}.label`)}</legend>
              <div className="ticks">
                {vocab.terms(VOCABULARIES[field]).map(({ code }) => (
                  <label key={code} className="desk-tick">
                    <input type="checkbox" name={field} value={code} defaultChecked={chosen.includes(code)} />{' '}
                    {termLabel(vocab, VOCABULARIES[field], code, locale)}
                  </label>
                ))}
              </div>
            </fieldset>
          );
        })}
        <h2>{t('edit.place')}</h2>
        <div className="desk-field">
          <label htmlFor="text.place">{t('edit.place')}</label>
          <p className="hint" id="place-hint">
            {t('edit.placeHint')}
          </p>
          <input
            id="text.place"
            name="place"
            lang={story.locale}
            defaultValue={typed.place ?? content.place ?? ''}
            aria-describedby="place-hint"
          />
        </div>
        <div className="desk-field">
          <label htmlFor="precision">{t('edit.precision')}</label>
          <select id="precision" name="precision" defaultValue={typed.precision ?? content.precision}>
            {(['exact', 'settlement', 'none'] as const)
              .filter((precision) => precision !== 'exact' || content.precision === 'exact')
              .map((precision) => (
                <option key={precision} value={precision}>
                  {form(`options.precision.${precision}`)}
                </option>
              ))}
          </select>
        </div>
        <button type="submit" className="btn">
          {t('edit.save')}
        </button>
      </DeskForm>
      {story.newest.author === 'staff' && (
        <DeskForm locale={locale} action="/api/desk/stories/edit" hidden={{ ...key, act: 'revert' }}>
          <p className="muted">{t('edit.revertHint')}</p>
          <button type="submit" className="btn second">
            {t('edit.revert')}
          </button>
        </DeskForm>
      )}
    </>
  );
}
