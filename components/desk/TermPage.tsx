import type { Locale } from '@/lib/i18n/locales';
import { words } from '@/lib/i18n/words';
import type { TermForm } from '@/lib/taxonomies/edit-rules';
import { DeskForm } from './DeskForm';
import { TermFields } from './TermFields';
import './suggestions.css';

export interface TermModel {
  taxonomy: string;
  code: string;
  title: string;
  seen: number;
  form: TermForm;
  parents: readonly { value: string; label: string }[];
  /** The label in three scripts. */
  scripts: string;
  /** How much it is used, in words. */
  uses: string;
  retired: boolean;
  /** The term that took its place, in words. */
  merged: string | null;
  others: readonly { value: string; label: string }[];
  versions: readonly { id: number; text: string; label: string }[];
  listHref: string;
  fault: string | null;
  done: string | null;
}

/** One term: its words, its place, its history, and taking it out of use. */
export function TermPage({ locale, model }: { locale: Locale; model: TermModel }) {
  const t = words(locale, 'DeskWords');
  const hidden = { taxonomy: model.taxonomy, code: model.code };
  const action = '/api/desk/words/terms';
  return (
    <div className="wrap desk-page">
      <header>
        <h1>{model.title}</h1>
        <p className="muted">
          <code>{model.code}</code> · {model.uses}
          {model.retired && <span className="badge warn">{model.merged ?? t('terms.retired')}</span>}
        </p>
        <p>{model.scripts}</p>
        <p>
          <a href={model.listHref}>{t('terms.back')}</a>
        </p>
      </header>
      {model.done && (
        <p className="notice" role="status">
          {model.done}
        </p>
      )}
      {model.fault && (
        <div className="errsum" role="alert">
          <p>{model.fault}</p>
        </div>
      )}
      <section>
        <DeskForm
          locale={locale}
          action={action}
          hidden={{ ...hidden, seen: String(model.seen), act: 'edit' }}
          className="words-form"
          label={model.title}
        >
          <TermFields locale={locale} form={model.form} parents={model.parents} />
          <button type="submit" className="btn" data-key="s" data-key-name={t('terms.save')}>
            {t('terms.save')}
          </button>
        </DeskForm>
      </section>
      <section>
        <DeskForm
          locale={locale}
          action={action}
          hidden={{ ...hidden, act: model.retired ? 'restore' : 'retire' }}
          className=""
        >
          {!model.retired && <p className="muted">{t('terms.retireHint')}</p>}
          <button type="submit" className="btn second sm">
            {model.retired ? t('terms.restore') : t('terms.retire')}
          </button>
        </DeskForm>
        {!model.retired && (
          <DeskForm locale={locale} action={action} hidden={{ ...hidden, act: 'merge' }}>
            <div className="desk-field">
              <label htmlFor="into">{t('terms.mergeInto')}</label>
              <p className="hint" id="into-hint">
                {t('terms.mergeHint')}
              </p>
              <select id="into" name="into" aria-describedby="into-hint" defaultValue="">
                <option value="">{t('terms.none')}</option>
                {model.others.map(({ value, label }) => (
                  <option key={value} value={value}>
                    {label}
                  </option>
                ))}
              </select>
            </div>
            <button type="submit" className="btn danger sm">
              {t('terms.merge')}
            </button>
          </DeskForm>
        )}
      </section>
      <section aria-labelledby="history">
        <h2 id="history">{t('terms.history')}</h2>
        <ul className="words-list">
          {model.versions.map(({ id, text, label }) => (
            <li key={id}>
              <span>
                {label}
                <br />
                <span className="small muted">{text}</span>
              </span>
              <DeskForm
                locale={locale}
                action={action}
                hidden={{ ...hidden, act: 'return', version: String(id) }}
                className=""
                label={text}
              >
                <button type="submit" className="btn second sm">
                  {t('terms.goBack')}
                </button>
              </DeskForm>
            </li>
          ))}
        </ul>
      </section>
    </div>
  );
}
