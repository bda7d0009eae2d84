import { formatMoment } from '@/lib/i18n/formats';
import type { Locale } from '@/lib/i18n/locales';
import { words } from '@/lib/i18n/words';
import type { DeskStory } from '@/lib/moderation/story-queries';
import { DeskForm } from '../DeskForm';

/** Notes for colleagues; added, never changed. */
export function Notes({ locale, story, back }: { locale: Locale; story: DeskStory; back: string }) {
  const t = words(locale, 'DeskStory');
  const typed = story.draft.form?.name === 'note' ? story.draft.form.values.note : undefined;
  return (
    <section aria-labelledby="notes">
      <h2 id="notes">{t('notes.title')}</h2>
      {story.notes.length === 0 && <p className="muted">{t('notes.none')}</p>}
      <ul className="plain">
        {story.notes.map(({ id, at, by, text }) => (
          <li key={id}>
            <p className="small muted">
              {by}, {formatMoment(locale, at)}
            </p>
            <p className="pre">{text}</p>
          </li>
        ))}
      </ul>
      <DeskForm locale={locale} action="/api/desk/stories/note" hidden={{ story: String(story.id), back }}>
        <div className="desk-field">
          <label htmlFor="note">{t('notes.label')}</label>
          <p className="hint" id="note-hint">
            {t('notes.hint')}
          </p>
          <textarea
            id="note"
            name="note"
            rows={3}
            defaultValue={typed}
            aria-describedby="note-hint"
            data-key="b"
            data-key-name={t('notes.key')}
          />
        </div>
        <button type="submit" className="btn second">
          {t('notes.add')}
        </button>
      </DeskForm>
    </section>
  );
}
