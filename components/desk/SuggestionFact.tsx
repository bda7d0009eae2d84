import { diffWords } from 'diff';
import type { Locale } from '@/lib/i18n/locales';
import { words } from '@/lib/i18n/words';
import { REFUSAL_REASONS } from '@/lib/suggestions/decision';
import { DeskField } from './DeskField';
import { type SuggestedValue, SuggestionValue } from './SuggestionValue';

export interface SuggestionFactModel {
  id: number;
  label: string;
  /** Values in words; null is none. */
  before: string | null;
  now: string | null;
  after: string | null;
  /** The record has changed since it was sent; or it says already what is suggested. */
  moved: boolean;
  already: boolean;
  /** There is nothing to compare: a new record, or a claim. */
  plain: boolean;
  source: string | null;
  /** A claim goes into no record, and needs no source. */
  needsSource: boolean;
  /** The controls that change the value before it is accepted; null of a claim. */
  edit: SuggestedValue | null;
  /** What went into the record, where it is not what was suggested. */
  taken: string | null;
  outcome: 'accepted' | 'refused' | null;
  sourceTitle: string;
  sourceUrl: string;
  reason: string;
  note: string;
  fault: string | null;
}

interface SuggestionFactProps {
  locale: Locale;
  fact: SuggestionFactModel;
  /** Whether it waits for a decision. */
  decidable: boolean;
}

/** One field: what was, what is, what is suggested, word by word; and what becomes of it. */
export function SuggestionFact({ locale, fact, decidable }: SuggestionFactProps) {
  const t = words(locale, 'DeskSuggestions');
  return (
    <section className="sugg-fact" id={`fact-${fact.id}`} aria-label={fact.label}>
      <h2>{fact.label}</h2>
      <Values locale={locale} fact={fact} />
      {decidable ? <Choice locale={locale} fact={fact} /> : <Outcome locale={locale} fact={fact} />}
      {fact.moved && decidable && <p className="notice warn">{t('one.moved')}</p>}
    </section>
  );
}

function Values({ locale, fact }: { locale: Locale; fact: SuggestionFactModel }) {
  const t = words(locale, 'DeskSuggestions');
  const none = <span className="unknown">{t('one.none')}</span>;
  const { before, now, after } = fact;
  return (
    <dl className="sugg-values">
      {fact.moved && (
        <div>
          <dt>{t('one.was')}</dt>
          <dd>{before ?? none}</dd>
        </div>
      )}
      {!fact.plain && (
        <div>
          <dt>{t('one.now')}</dt>
          <dd>{now ?? none}</dd>
        </div>
      )}
      {fact.needsSource && (
        <div>
          <dt>{t('one.suggested')}</dt>
          <dd>
            {after === null ? <del>{t('one.remove')}</del> : <Difference from={fact.plain ? null : now} to={after} />}
          </dd>
          {fact.already && <dd className="muted">{t('one.already')}</dd>}
        </div>
      )}
      {fact.needsSource && (
        <div>
          <dt>{t('one.source')}</dt>
          <dd>{fact.source ?? <span className="unknown">{t('one.noSource')}</span>}</dd>
        </div>
      )}
    </dl>
  );
}

/** What was added and what was taken out, by words. */
function Difference({ from, to }: { from: string | null; to: string }) {
  if (from === null || from === to) return to;
  return diffWords(from, to).map(({ value, added, removed }, at) => {
    const key = `${at} ${value}`;
    if (added) return <ins key={key}>{value}</ins>;
    return removed ? <del key={key}>{value}</del> : <span key={key}>{value}</span>;
  });
}

function Choice({ locale, fact }: { locale: Locale; fact: SuggestionFactModel }) {
  const t = words(locale, 'DeskSuggestions');
  const reasons = words(locale, 'Suggest');
  const { id } = fact;
  return (
    <div className="sugg-choice">
      {fact.fault && (
        <p className="fault" id={`fault-${id}`}>
          {fact.fault}
        </p>
      )}
      <fieldset aria-describedby={fact.fault ? `fault-${id}` : undefined}>
        <legend className="vh">{`${t('decide.heading')}: ${fact.label}`}</legend>
        {(['accepted', 'refused'] as const).map((outcome) => (
          <label key={outcome} className="desk-tick">
            <input
              type="radio"
              name={`outcome-${id}`}
              id={`outcome-${id}-${outcome}`}
              value={outcome}
              defaultChecked={fact.outcome === outcome}
            />
            {outcome === 'accepted' ? t('decide.accept') : t('decide.refuse')}
          </label>
        ))}
      </fieldset>
      {fact.needsSource && (
        <div className="of-accept sugg-values">
          {fact.edit && <SuggestionValue locale={locale} id={id} label={fact.label} value={fact.edit} />}
          <DeskField
            name={`title-${id}`}
            label={t('decide.sourceTitle')}
            defaultValue={fact.sourceTitle}
            maxLength={300}
          />
          <DeskField name={`url-${id}`} label={t('decide.sourceUrl')} defaultValue={fact.sourceUrl} maxLength={2000} />
        </div>
      )}
      <div className="of-refuse sugg-values">
        <div className="desk-field">
          <label htmlFor={`reason-${id}`}>{t('decide.reason')}</label>
          <select id={`reason-${id}`} name={`reason-${id}`} defaultValue={fact.reason}>
            <option value="">{t('decide.pick')}</option>
            {REFUSAL_REASONS.map((reason) => (
              <option key={reason} value={reason}>
                {reasons(`reasons.${reason}`)}
              </option>
            ))}
          </select>
        </div>
        <div className="desk-field">
          <label htmlFor={`note-${id}`}>{t('decide.note')}</label>
          <textarea id={`note-${id}`} name={`note-${id}`} rows={2} defaultValue={fact.note} />
        </div>
      </div>
    </div>
  );
}

function Outcome({ locale, fact }: { locale: Locale; fact: SuggestionFactModel }) {
  const t = words(locale, 'Suggest');
  const { outcome, reason, note, taken } = fact;
  if (outcome === null) return null;
  return (
    <div className="sugg-choice">
      <p>
        <span className={outcome === 'accepted' ? 'badge good' : 'badge err'}>{t(`outcome.${outcome}`)}</span>
      </p>
      {taken !== null && (
        <p>
          {t('outcome.taken')}: {taken}
        </p>
      )}
      {reason !== '' && <p>{t(`reasons.${reason}` as 'reasons.other')}</p>}
      {note !== '' && <p>{note}</p>}
    </div>
  );
}
