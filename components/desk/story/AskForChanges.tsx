import type { Locale } from '@/lib/i18n/locales';
import { words } from '@/lib/i18n/words';
import { ASKABLE } from '@/lib/moderation/passages';
import type { ReasonView } from '@/lib/moderation/reasons';
import type { DeskStory } from '@/lib/moderation/story-queries';
import { DeskForm } from '../DeskForm';
import { DecisionForm } from './DecisionForm';
import { OfferText } from './live/OfferText';
import { PassagePicker } from './live/PassagePicker';

interface AskForChangesProps {
  locale: Locale;
  story: DeskStory;
  reasons: readonly ReasonView[];
  queue: string;
  back: string;
  /** The answer that was chosen in the text. */
  field: string;
}

/** Requests for one answer to the author: collected one by one, sent together. */
export function AskForChanges({ locale, story, reasons, queue, back, field }: AskForChangesProps) {
  const t = words(locale, 'DeskStory');
  const form = words(locale, 'StoryForm');
  const { requests } = story.draft;
  const values: Readonly<Record<string, string>> =
    story.draft.form?.name === 'ask' ? story.draft.form.values : { field };
  const offered = reasons.filter(({ kind }) => kind === 'changes');
  const language = t(`languages.${story.locale}`);
  const label = (reason: string) => offered.find(({ code }) => code === reason)?.label ?? reason;
  return (
    <section id="ask" aria-labelledby="ask-title" className="ask" tabIndex={-1}>
      <h2 id="ask-title">{t('requests.title')}</h2>
      {requests.length === 0 ? (
        <p className="muted">{t('requests.empty')}</p>
      ) : (
        <>
          <h3>{t('requests.collected', { count: requests.length })}</h3>
          <ol className="plain">
            {requests.map((request, at) => (
              <li key={`${request.field} ${request.note}`} className="req">
                <div>
                  <p>
                    <b>{form(`fields.${request.field}.label`)}</b>, {label(request.reason)}
                  </p>
                  {request.quote && (
                    <p>
                      <q lang={story.locale}>{request.quote}</q>
                    </p>
                  )}
                  <p lang={story.locale}>{request.note}</p>
                </div>
                <DeskForm
                  locale={locale}
                  action="/api/desk/stories/request"
                  hidden={{ story: String(story.id), act: 'drop', index: String(at), back }}
                  className=""
                >
                  <button
                    type="submit"
                    className="btn second sm"
                    aria-label={t('requests.removeOne', { number: at + 1 })}
                  >
                    {t('requests.remove')}
                  </button>
                </DeskForm>
              </li>
            ))}
          </ol>
          <DecisionForm {...{ locale, story, queue }} decision="request_changes">
            <button type="submit" className="btn">
              {t('requests.send', { count: requests.length })}
            </button>
          </DecisionForm>
        </>
      )}
      <PassagePicker label={t('requests.pick')} />
      <p className="with-script small muted">{t('requests.select')}</p>
      <DeskForm
        locale={locale}
        action="/api/desk/stories/request"
        hidden={{ story: String(story.id), act: 'collect', back }}
      >
        <div className="desk-field">
          <label htmlFor="ask-field">{t('requests.field')}</label>
          <select id="ask-field" name="field" defaultValue={values.field}>
            <option value="" />
            {ASKABLE.map((name) => (
              <option key={name} value={name}>
                {form(`fields.${name}.label`)}
              </option>
            ))}
          </select>
        </div>
        <div className="desk-field">
          <label htmlFor="ask-quote">{t('requests.quote')}</label>
          <p className="hint" id="ask-quote-hint">
            {t('requests.quoteHint')}
          </p>
          <textarea
            id="ask-quote"
            name="quote"
            rows={2}
            lang={story.locale}
            defaultValue={values.quote}
            aria-describedby="ask-quote-hint"
          />
        </div>
        <div className="desk-field">
          <label htmlFor="ask-reason">{t('requests.reason')}</label>
          <select id="ask-reason" name="reason" defaultValue={values.reason ?? ''}>
            <option value="">{t('decision.chooseReason')}</option>
            {offered.map(({ code, label: name, severity }) => (
              <option key={code} value={code}>
                {name} ({t(`decision.${severity}`)})
              </option>
            ))}
          </select>
        </div>
        <div className="desk-field">
          <label htmlFor="ask-note">{t('requests.note')}</label>
          <p className="hint" id="ask-note-hint">
            {t('requests.noteHint', { language })}
          </p>
          <textarea
            id="ask-note"
            name="note"
            rows={4}
            lang={story.locale}
            defaultValue={values.note}
            aria-describedby="ask-note-hint"
          />
          <OfferText
            from="ask-reason"
            to="ask-note"
            texts={Object.fromEntries(offered.map(({ code, text }) => [code, text]))}
          />
        </div>
        <button type="submit" className="btn second">
          {t('requests.add')}
        </button>
      </DeskForm>
    </section>
  );
}
