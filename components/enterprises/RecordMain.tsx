/** @jsxImportSource @/lib/html */
import { IconHtml } from '@/components/ui/IconHtml';
import type { Html } from '@/lib/html/html';
import type { Locale } from '@/lib/i18n/locales';
import { words } from '@/lib/i18n/words';
import type { RecordModel } from '@/lib/site/record/present';
import { FactList } from './FactList';
import { RecordTextView } from './RecordTextView';

interface RecordMainProps {
  locale: Locale;
  model: RecordModel;
  stories: Html | null;
}

/** How fresh the record is, its facts, its texts, its stories, and where all of it was read. */
export function RecordMain({ locale, model, stories }: RecordMainProps) {
  const { badge } = model;
  return (
    <>
      <p className="badge-line">
        <span className={badge.tone === 'neutral' ? 'badge' : `badge ${badge.tone}`}>
          <IconHtml name={badge.tone === 'good' ? 'check' : 'clock'} /> {badge.text}
        </span>
        {model.verifiedBy && <span className="small muted"> {model.verifiedBy}</span>}
      </p>
      <h2 className="vh">{words(locale, 'Record')('facts')}</h2>
      <FactList locale={locale} facts={model.facts} />
      {model.texts.map(({ heading, text }) => (
        <section key={heading} className="rec-text">
          <h2>{heading}</h2>
          <p>
            <RecordTextView text={text} />
          </p>
        </section>
      ))}
      {stories}
      <Sources locale={locale} model={model} />
    </>
  );
}

function Sources({ locale, model }: { locale: Locale; model: RecordModel }) {
  const t = words(locale, 'Record');
  return (
    <section className="rec-text" aria-labelledby="sources">
      <h2 id="sources">{t('sources')}</h2>
      <ul className="source-list">
        {model.sources.map((source) => (
          <li key={source.id}>
            {source.href === null ? (
              source.title
            ) : (
              <a href={source.href} rel="nofollow noopener">
                {source.title}
              </a>
            )}
            <span className="small muted">
              {source.host !== source.title && ` ${source.host}`}
              {source.read && `, ${source.read}`}
            </span>
          </li>
        ))}
      </ul>
      {model.note && (
        <div className="notice">
          <b>{t('about')}</b>
          <p lang="en">{model.note}</p>
          {locale !== 'en' && <p className="small muted">{t('aboutNote')}</p>}
        </div>
      )}
      <p className="small muted">{model.history}</p>
    </section>
  );
}
