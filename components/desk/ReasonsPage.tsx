import { LOCALES, type Locale } from '@/lib/i18n/locales';
import { words } from '@/lib/i18n/words';
import { REASON_LABEL_MAX, type ReasonState } from '@/lib/moderation/reason-rules';
import { nameLabel } from '@/lib/taxonomies/present';
import { DeskField } from './DeskField';
import { DeskForm } from './DeskForm';
import './suggestions.css';

const KINDS = ['changes', 'reject', 'hide', 'unpublish', 'spam'] as const;

export interface ReasonModel {
  code: string;
  label: string;
  retired: boolean;
  seen: number;
  form: ReasonState;
  /** What stands in the form is shown as its reader will see it; nothing of it is saved yet. */
  isPreview: boolean;
  /** Its form is open: something was wrong with what was typed. */
  open: boolean;
  versions: readonly { id: number; text: string; label: string }[];
}

interface ReasonsPageProps {
  locale: Locale;
  reasons: readonly ReasonModel[];
  /** What stands in the form for a new one. */
  fresh: ReasonState & { code: string };
  isFreshPreview: boolean;
  fault: string | null;
  done: string | null;
}

/** The reasons of decisions by kind: each opens to its words and history. */
export function ReasonsPage({ locale, reasons, fresh, isFreshPreview, fault, done }: ReasonsPageProps) {
  const t = words(locale, 'DeskWords');
  return (
    <div className="wrap desk-page">
      <header>
        <h1>{t('reasons.title')}</h1>
        <p>{t('reasons.lead')}</p>
      </header>
      {done && (
        <p className="notice" role="status">
          {done}
        </p>
      )}
      {fault && (
        <div className="errsum" role="alert">
          <p>{fault}</p>
        </div>
      )}
      {KINDS.map((kind) => (
        <section key={kind} aria-labelledby={`kind-${kind}`}>
          <h2 id={`kind-${kind}`}>{t(`reasons.kinds.${kind}`)}</h2>
          <ul className="words-list">
            {reasons
              .filter(({ form }) => form.kind === kind)
              .map((reason) => (
                <li key={reason.code} id={`reason-${reason.code}`}>
                  <Reason locale={locale} reason={reason} />
                </li>
              ))}
          </ul>
        </section>
      ))}
      <section aria-labelledby="add">
        <h2 id="add">{t('reasons.add')}</h2>
        <DeskForm
          locale={locale}
          action="/api/desk/words/reasons"
          hidden={{ act: 'create' }}
          className="words-form"
          label={t('reasons.add')}
        >
          <DeskField
            name="code"
            label={t('terms.code')}
            hint={t('reasons.codeHint')}
            defaultValue={fresh.code}
            maxLength={40}
            spellCheck={false}
          />
          <div className="desk-field">
            <label htmlFor="kind">{t('reasons.kind')}</label>
            <select id="kind" name="kind" defaultValue={fresh.kind}>
              {KINDS.map((kind) => (
                <option key={kind} value={kind}>
                  {t(`reasons.kinds.${kind}`)}
                </option>
              ))}
            </select>
          </div>
          <Fields locale={locale} id="new" form={fresh} />
          {isFreshPreview && <Preview locale={locale} form={fresh} />}
          <div className="desk-actions">
            <button type="submit" className="btn">
              {t('reasons.add')}
            </button>
            <PreviewButton locale={locale} />
          </div>
        </DeskForm>
      </section>
    </div>
  );
}

function Reason({ locale, reason }: { locale: Locale; reason: ReasonModel }) {
  const t = words(locale, 'DeskWords');
  const { code, label, retired, seen, form, isPreview, open, versions } = reason;
  const action = '/api/desk/words/reasons';
  return (
    <details open={open} className="reason">
      <summary>
        {label} <code className="small">{code}</code>
        {retired && <span className="badge warn">{t('terms.retired')}</span>}
      </summary>
      <div className="desk-changes">
        <DeskForm
          locale={locale}
          action={action}
          hidden={{ act: 'edit', code, kind: form.kind, seen: String(seen) }}
          className="words-form"
          label={label}
        >
          <Fields locale={locale} id={code} form={form} />
          {isPreview && <Preview locale={locale} form={form} />}
          <div className="desk-actions">
            <button type="submit" className="btn sm">
              {t('terms.save')}
            </button>
            <PreviewButton locale={locale} />
          </div>
        </DeskForm>
        <DeskForm locale={locale} action={action} hidden={{ act: retired ? 'restore' : 'retire', code }} className="">
          <button type="submit" className="btn second sm">
            {retired ? t('terms.restore') : t('terms.retire')}
          </button>
        </DeskForm>
        {versions.map((version) => (
          <DeskForm
            key={version.id}
            locale={locale}
            action={action}
            hidden={{ act: 'return', code, version: String(version.id) }}
            className=""
            label={version.text}
          >
            <span>
              {version.label} <span className="small muted">{version.text}</span>{' '}
            </span>
            <button type="submit" className="btn second sm">
              {t('terms.goBack')}
            </button>
          </DeskForm>
        ))}
      </div>
    </details>
  );
}

function PreviewButton({ locale }: { locale: Locale }) {
  return (
    <button type="submit" name="preview" value="1" className="btn second sm">
      {words(locale, 'DeskWords')('reasons.look')}
    </button>
  );
}

/** The reason as an author reads it in each language; Cyrillic is made of Latin. */
function Preview({ locale, form }: { locale: Locale; form: ReasonState }) {
  const t = words(locale, 'DeskWords');
  return (
    <section className="words-preview" aria-label={t('reasons.looks')} role="status">
      <p className="muted">{t('reasons.looks')}</p>
      <div className="words-scripts">
        {LOCALES.map((language) => (
          <div key={language} lang={language}>
            <h3>{nameLabel({ nameSr: form.labelSr, nameEn: form.labelEn }, language)}</h3>
            <p>{nameLabel({ nameSr: form.textSr, nameEn: form.textEn }, language)}</p>
          </div>
        ))}
      </div>
    </section>
  );
}

function Fields({ locale, id, form }: { locale: Locale; id: string; form: ReasonState }) {
  const t = words(locale, 'DeskWords');
  return (
    <>
      <div className="desk-field">
        <label htmlFor={`severity-${id}`}>{t('reasons.severity')}</label>
        <select id={`severity-${id}`} name="severity" defaultValue={form.severity}>
          {(['amber', 'red'] as const).map((severity) => (
            <option key={severity} value={severity}>
              {t(`reasons.severities.${severity}`)}
            </option>
          ))}
        </select>
      </div>
      {(['labelSr', 'labelEn'] as const).map((name) => (
        <DeskField
          key={name}
          name={name}
          id={`${name}-${id}`}
          label={t(`reasons.${name}`)}
          defaultValue={form[name]}
          maxLength={REASON_LABEL_MAX}
        />
      ))}
      {(['textSr', 'textEn'] as const).map((name) => (
        <div key={name} className="desk-field">
          <label htmlFor={`${name}-${id}`}>{t(`reasons.${name}`)}</label>
          <textarea id={`${name}-${id}`} name={name} rows={3} defaultValue={form[name]} />
        </div>
      ))}
    </>
  );
}
