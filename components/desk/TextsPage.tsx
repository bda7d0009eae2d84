import type { ReactNode } from 'react';
import type { Lang } from '@/lib/content/documents';
import type { Locale } from '@/lib/i18n/locales';
import { hrefFor } from '@/lib/i18n/navigation';
import { words } from '@/lib/i18n/words';
import { DeskForm } from './DeskForm';
import './suggestions.css';

/** One text of a document. */
export interface TextField {
  path: string;
  /** The house's own words. */
  house: string;
  /** What must stay in it: `{day}`, `<link>`. */
  needed: readonly string[];
  value: string;
  fault: string | null;
}

export interface TextsModel {
  document: string;
  title: string;
  lang: Lang;
  action: string;
  fields: readonly TextField[];
  /** The free text of a page; null where there is none. */
  block: { value: string; fault: string | null } | null;
  /** What the draft will look like; null without a draft. */
  preview: ReactNode | null;
  canPublish: boolean;
  versions: readonly { id: number; text: string; isLive: boolean; changed: string }[];
  fault: string | null;
  done: string | null;
}

/** The words of a page or a mail in one language: form, preview of the draft, history. */
export function TextsPage({ locale, model }: { locale: Locale; model: TextsModel }) {
  const t = words(locale, 'DeskWords');
  const { document, lang } = model;
  const faulty = model.fields.filter(({ fault }) => fault !== null);
  return (
    <div className="wrap desk-page">
      <header>
        <h1>{model.title}</h1>
        <p>{t('texts.lead')}</p>
      </header>
      <nav className="desk-tabs" aria-label={t('texts.languages')}>
        {(['sr', 'en'] as const).map((each) => (
          <a
            key={each}
            href={hrefFor(locale, '/desk/words/texts/[document]', { document }, { lang: each })}
            aria-current={each === lang ? 'page' : undefined}
          >
            {t(`texts.lang.${each}`)}
          </a>
        ))}
      </nav>
      {model.done && (
        <p className="notice" role="status">
          {model.done}
        </p>
      )}
      {(model.fault || faulty.length > 0) && (
        <div className="errsum" role="alert">
          <h2>{t('texts.notYet')}</h2>
          {model.fault && <p>{model.fault}</p>}
          <ul>
            {faulty.map(({ path, fault }) => (
              <li key={path}>
                <a href={`#${path}`}>{fault}</a>
              </li>
            ))}
          </ul>
        </div>
      )}
      {model.preview && <Preview locale={locale} model={model} />}
      <section>
        <h2>{t('texts.edit')}</h2>
        <p className="muted">{lang === 'sr' ? t('texts.scriptHint') : t('texts.englishHint')}</p>
        <DeskForm
          locale={locale}
          action={model.action}
          hidden={{ document, lang, act: 'save' }}
          className="words-form"
          label={model.title}
        >
          {model.fields.map((field) => (
            <Text key={field.path} locale={locale} lang={lang} field={field} />
          ))}
          {model.block && <Block locale={locale} lang={lang} block={model.block} />}
          <div className="desk-actions">
            <button type="submit" className="btn" data-key="s" data-key-name={t('texts.save')}>
              {t('texts.save')}
            </button>
          </div>
        </DeskForm>
      </section>
      <History locale={locale} model={model} />
    </div>
  );
}

function Preview({ locale, model }: { locale: Locale; model: TextsModel }) {
  const t = words(locale, 'DeskWords');
  const hidden = { document: model.document, lang: model.lang };
  return (
    <section aria-labelledby="preview">
      <h2 id="preview">{t('texts.preview')}</h2>
      <div className="words-preview">{model.preview}</div>
      <div className="desk-actions">
        {model.canPublish && (
          <DeskForm locale={locale} action={model.action} hidden={{ ...hidden, act: 'publish' }} className="">
            <button type="submit" className="btn" data-key="p" data-key-name={t('texts.publish')}>
              {t('texts.publish')}
            </button>
          </DeskForm>
        )}
        <DeskForm locale={locale} action={model.action} hidden={{ ...hidden, act: 'drop' }} className="">
          <button type="submit" className="btn second">
            {t('texts.drop')}
          </button>
        </DeskForm>
      </div>
    </section>
  );
}

function Text({ locale, lang, field }: { locale: Locale; lang: Lang; field: TextField }) {
  const t = words(locale, 'DeskWords');
  const { path, house, needed, value, fault } = field;
  return (
    <div className={`desk-field${fault ? ' faulty' : ''}`}>
      <label htmlFor={path}>{path.split('.').slice(1).join(' › ') || path}</label>
      {value !== house && (
        <p className="hint" id={`${path}-hint`} lang={lang === 'en' ? 'en' : 'sr-Latn'}>
          {t('texts.house')}: {house}
        </p>
      )}
      {needed.length > 0 && (
        <p className="hint words-args">
          {t('texts.needed')}:{' '}
          {needed.map((name) => (
            <code key={name}>{name} </code>
          ))}
        </p>
      )}
      {fault && (
        <p className="fault" id={`${path}-fault`}>
          {fault}
        </p>
      )}
      <textarea
        id={path}
        name={path}
        rows={2}
        defaultValue={value}
        lang={lang === 'en' ? 'en' : 'sr-Latn'}
        aria-invalid={fault ? true : undefined}
        aria-describedby={fault ? `${path}-fault` : undefined}
      />
    </div>
  );
}

function Block({
  locale,
  lang,
  block,
}: {
  locale: Locale;
  lang: Lang;
  block: { value: string; fault: string | null };
}) {
  const t = words(locale, 'DeskWords');
  return (
    <div className={`desk-field${block.fault ? ' faulty' : ''}`}>
      <label htmlFor="block">{t('texts.block')}</label>
      <p className="hint" id="block-hint">
        {t('texts.blockHint')}
      </p>
      {block.fault && <p className="fault">{block.fault}</p>}
      <textarea
        id="block"
        name="block"
        rows={6}
        defaultValue={block.value}
        lang={lang === 'en' ? 'en' : 'sr-Latn'}
        aria-describedby="block-hint"
      />
    </div>
  );
}

function History({ locale, model }: { locale: Locale; model: TextsModel }) {
  const t = words(locale, 'DeskWords');
  const hidden = { document: model.document, lang: model.lang, act: 'restore' };
  return (
    <section aria-labelledby="history">
      <h2 id="history">{t('texts.history')}</h2>
      {model.versions.length === 0 && <p className="muted">{t('texts.noHistory')}</p>}
      <ul className="words-list">
        {model.versions.map(({ id, text, isLive, changed }) => (
          <li key={id}>
            <span>
              {text}
              <br />
              <span className="small muted">{changed}</span>
            </span>
            {isLive ? (
              <span className="badge good">{t('texts.live')}</span>
            ) : (
              <DeskForm
                locale={locale}
                action={model.action}
                hidden={{ ...hidden, version: String(id) }}
                className=""
                label={text}
              >
                <button type="submit" className="btn second sm">
                  {t('texts.restore')}
                </button>
              </DeskForm>
            )}
          </li>
        ))}
      </ul>
      {model.versions.some(({ isLive }) => isLive) && (
        <DeskForm locale={locale} action={model.action} hidden={{ ...hidden, version: '' }} className="">
          <button type="submit" className="btn second sm">
            {t('texts.toHouse')}
          </button>
        </DeskForm>
      )}
    </section>
  );
}
