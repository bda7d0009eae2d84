import { Icon } from '@/components/ui/Icon';
import type { Locale } from '@/lib/i18n/locales';
import { words } from '@/lib/i18n/words';
import { DeskForm } from './DeskForm';
import { SuggestionFact, type SuggestionFactModel } from './SuggestionFact';
import './suggestions.css';

export interface SuggestionModel {
  id: number;
  version: number;
  reference: string;
  kind: 'correct' | 'add' | 'mine';
  state: 'waiting' | 'decided' | 'spam';
  title: string;
  sent: string;
  /** "Decided …, by …"; null while it waits. */
  decided: string | null;
  recordHref: string | null;
  /** It is about a record, and that has gone. */
  recordGone: boolean;
  byOwner: boolean;
  duplicates: readonly { href: string; name: string }[];
  /** Why it looks odd, in codes; empty when it does not. */
  odd: string | null;
  sender: { evidence: string | null; role: string | null; email: string; canReveal: boolean } | null;
  /** The sender's address, revealed a moment ago. */
  revealed: string | null;
  facts: readonly SuggestionFactModel[];
  bases: readonly { value: string; label: string }[];
  basis: string;
  methods: readonly { value: string; label: string }[];
  method: string;
  /** An accepted claim whose right can be ended, or has been. */
  ownership: 'held' | 'ended' | null;
  nextHref: string | null;
  /** Words of what is wrong with the whole, and of what was just done. */
  fault: string | null;
  faultSummary: readonly { href: string; text: string }[];
  done: string | null;
}

/** One suggestion: field by field what was, what is, what is suggested; one decision for all of it. */
export function SuggestionPage({ locale, model }: { locale: Locale; model: SuggestionModel }) {
  const t = words(locale, 'DeskSuggestions');
  const { facts, state } = model;
  const waits = state === 'waiting';
  return (
    <div className="wrap desk-page">
      <header>
        <h1>{model.title}</h1>
        <p className="muted">
          <span className="num">{model.reference}</span> · {model.sent}
          {model.decided && ` · ${model.decided}`}
          {model.byOwner && <span className="badge good">{t('owner')}</span>}
        </p>
      </header>
      {model.done && (
        <p className="notice" role="status">
          {model.done}
        </p>
      )}
      {(model.fault || model.faultSummary.length > 0) && (
        <div className="errsum" role="alert">
          <h2>{t('faults.heading')}</h2>
          {model.fault && <p>{model.fault}</p>}
          <ul>
            {model.faultSummary.map(({ href, text }) => (
              <li key={href}>
                <a href={href}>{text}</a>
              </li>
            ))}
          </ul>
        </div>
      )}
      <About locale={locale} model={model} />
      <section>
        {waits ? (
          <DeskForm
            locale={locale}
            action="/api/desk/suggestions/decide"
            hidden={{ reference: model.reference, version: String(model.version) }}
            className="sugg-facts"
          >
            {facts.map((fact) => (
              <SuggestionFact key={fact.id} locale={locale} fact={fact} decidable />
            ))}
            <Whole locale={locale} model={model} />
          </DeskForm>
        ) : (
          <div className="sugg-facts">
            {facts.map((fact) => (
              <SuggestionFact key={fact.id} locale={locale} fact={fact} decidable={false} />
            ))}
          </div>
        )}
      </section>
      <Others locale={locale} model={model} />
    </div>
  );
}

function About({ locale, model }: { locale: Locale; model: SuggestionModel }) {
  const t = words(locale, 'DeskSuggestions');
  const { sender, duplicates } = model;
  return (
    <div className="sugg-meta">
      {model.recordHref && (
        <p>
          <a href={model.recordHref}>{t('one.toRecord')}</a>
        </p>
      )}
      {model.recordGone && <p className="notice warn">{t('one.noRecord')}</p>}
      {duplicates.length > 0 && (
        <p className="notice warn">
          <span>
            {t('one.same')}{' '}
            {duplicates.map(({ href, name }, at) => (
              <span key={href}>
                {at > 0 && ', '}
                <a href={href}>{name}</a>
              </span>
            ))}
          </span>
        </p>
      )}
      {model.odd && <p className="notice warn">{t('one.spamWhy', { reasons: model.odd })}</p>}
      {sender?.evidence && (
        <p>
          <b>{t('one.evidence')}:</b> {sender.evidence}
        </p>
      )}
      {sender?.role && (
        <p>
          <b>{t('one.role')}:</b> {sender.role}
        </p>
      )}
      {sender && <p>{sender.email}</p>}
      {model.revealed && (
        <p className="notice" role="status">
          {t('one.revealed', { email: model.revealed })}
        </p>
      )}
      {sender?.canReveal && !model.revealed && (
        <DeskForm
          locale={locale}
          action="/api/desk/suggestions/reveal"
          hidden={{ reference: model.reference }}
          className=""
        >
          <button type="submit" className="btn second sm">
            {t('one.reveal')}
          </button>{' '}
          <span className="small muted">{t('one.revealHint')}</span>
        </DeskForm>
      )}
    </div>
  );
}

function Whole({ locale, model }: { locale: Locale; model: SuggestionModel }) {
  const t = words(locale, 'DeskSuggestions');
  return (
    <div className="desk-form">
      {model.kind === 'add' && (
        <Select
          name="basis"
          label={t('decide.basis')}
          empty={t('decide.pick')}
          picks={model.bases}
          value={model.basis}
        />
      )}
      {model.kind !== 'mine' && (
        <Select
          name="verifiedBy"
          label={t('decide.verified')}
          empty={t('decide.verifiedNot')}
          picks={model.methods}
          value={model.method}
        />
      )}
      <div className="desk-actions">
        <button type="submit" className="btn" data-key="s" data-key-name={t('decide.submit')}>
          {t('decide.submit')}
        </button>
        <button
          type="submit"
          className="btn second"
          name="all"
          value="accepted"
          data-key="a"
          data-key-name={t('decide.acceptAll')}
        >
          <Icon name="check" /> {t('decide.acceptAll')}
        </button>
      </div>
    </div>
  );
}

function Others({ locale, model }: { locale: Locale; model: SuggestionModel }) {
  const t = words(locale, 'DeskSuggestions');
  const hidden = { reference: model.reference, version: String(model.version) };
  return (
    <div className="desk-actions">
      {model.state !== 'decided' && (
        <DeskForm
          locale={locale}
          action="/api/desk/suggestions/mark"
          hidden={{ ...hidden, spam: model.state === 'spam' ? '' : 'yes' }}
          className=""
        >
          <button type="submit" className="btn danger sm">
            {model.state === 'spam' ? t('decide.notSpam') : t('decide.spam')}
          </button>
        </DeskForm>
      )}
      {model.ownership === 'held' && (
        <DeskForm locale={locale} action="/api/desk/suggestions/end-owner" hidden={hidden} className="">
          <button type="submit" className="btn danger sm">
            {t('decide.endOwner')}
          </button>
        </DeskForm>
      )}
      {model.ownership === 'ended' && <span>{t('decide.ownerEnded')}</span>}
      {model.nextHref && (
        <a href={model.nextHref} data-key="n" data-key-name={t('decide.next')}>
          {t('decide.next')}
        </a>
      )}
    </div>
  );
}

function Select(props: {
  name: string;
  label: string;
  empty: string;
  picks: readonly { value: string; label: string }[];
  value: string;
}) {
  const { name, label, empty, picks, value } = props;
  return (
    <div className="desk-field">
      <label htmlFor={name}>{label}</label>
      <select id={name} name={name} defaultValue={value}>
        <option value="">{empty}</option>
        {picks.map((pick) => (
          <option key={pick.value} value={pick.value}>
            {pick.label}
          </option>
        ))}
      </select>
    </div>
  );
}
