import { SmallNotice } from '@/components/submissions/SmallForm';
import type { Locale } from '@/lib/i18n/locales';
import { words } from '@/lib/i18n/words';
import '@/components/submissions/submissions.css';
import './suggestions.css';

/** One field of a suggestion, in words. */
export interface OutcomeField {
  id: number;
  label: string;
  /** null asks to remove the fact. */
  suggested: string | null;
  /** What went into the record, where staff changed it; null when it was taken as it was. */
  taken: string | null;
  outcome: 'accepted' | 'refused' | null;
  reason: string | null;
  note: string | null;
}

export interface OutcomeModel {
  reference: string;
  kind: 'correct' | 'add' | 'mine';
  name: string;
  /** It was sent this very moment. */
  justSent: boolean;
  sent: string;
  /** Day of the decision in words; null while it waits. */
  decided: string | null;
  fields: readonly OutcomeField[];
  /** Address of the record; null when there is none. */
  recordHref: string | null;
  correctHref: string | null;
  /** The whole record as data, for its owner; null for anybody else. */
  exportHref: string | null;
  email: { masked: string; confirmed: boolean } | null;
  owner: boolean;
}

/** The private page of a suggestion: where it stands, and what was decided of each fact. */
export function OutcomePage({ locale, model }: { locale: Locale; model: OutcomeModel }) {
  const t = words(locale, 'Suggest');
  const { email, recordHref, correctHref, exportHref, owner } = model;
  return (
    <div className="wrap suggest">
      <header>
        <h1>{model.justSent ? t('outcome.thanks') : t('outcome.title')}</h1>
        <p className="lead">
          {t(`outcome.kind.${model.kind}`)}: {model.name}
        </p>
      </header>
      <div className="private">
        <p>{t('outcome.keep')}</p>
        <p className="small muted">
          {t('outcome.reference')}: <b className="num">{model.reference}</b> · {t('outcome.sent')}: {model.sent}
        </p>
        {email && (
          <p>
            {email.confirmed
              ? t('outcome.mailConfirmed', { email: email.masked })
              : t('outcome.mailSent', { email: email.masked })}
          </p>
        )}
      </div>
      {owner && <SmallNotice kind="good" title={t('outcome.owner')} />}
      <section aria-labelledby="state">
        <h2 id="state">
          {model.decided === null ? t('outcome.waiting') : t('outcome.decided', { day: model.decided })}
        </h2>
        <ul className="outcomes">
          {model.fields.map((field) => (
            <Field key={field.id} locale={locale} field={field} claim={model.kind === 'mine'} />
          ))}
        </ul>
      </section>
      <p className="acts">
        {recordHref && <a href={recordHref}>{t('outcome.toRecord')}</a>}
        {correctHref && <a href={correctHref}>{owner ? t('outcome.ownerCorrect') : t('outcome.another')}</a>}
        {exportHref && (
          <a href={exportHref} download>
            {t('outcome.ownerExport')}
          </a>
        )}
      </p>
    </div>
  );
}

function Field({ locale, field, claim }: { locale: Locale; field: OutcomeField; claim: boolean }) {
  const t = words(locale, 'Suggest');
  const { outcome } = field;
  const tone = outcome === 'accepted' ? 'badge good' : outcome === 'refused' ? 'badge err' : 'badge';
  return (
    <li>
      <h3>{field.label}</h3>
      {!claim && (
        <p>
          {t('outcome.suggested')}: {field.suggested ?? t('outcome.removed')}
        </p>
      )}
      <span className={tone}>{t(`outcome.${outcome ?? 'undecided'}`)}</span>
      {field.taken !== null && (
        <p>
          {t('outcome.taken')}: {field.taken}
        </p>
      )}
      {field.reason && <p>{field.reason}</p>}
      {field.note && <p>{field.note}</p>}
    </li>
  );
}
