import type { ReactNode } from 'react';
import { Icon } from '@/components/ui/Icon';
import type { Locale } from '@/lib/i18n/locales';
import { words } from '@/lib/i18n/words';
import type { RecordModel } from '@/lib/site/record/present';
import { EnterpriseLines } from './EnterpriseLines';
import { FactList } from './FactList';
import { RecordHead } from './RecordHead';
import { RecordPanels } from './RecordPanels';
import { RecordTextView } from './RecordTextView';
import './record.css';

interface RecordPageProps {
  locale: Locale;
  model: RecordModel;
  /** The small map; null when the place is not known. */
  map: ReactNode;
  /** The record's stories. */
  stories: ReactNode;
}

/** One enterprise: everything that is known of it, each fact with its source. */
export function RecordPage({ locale, model, map, stories }: RecordPageProps) {
  const t = words(locale, 'Record');
  const { badge } = model;
  return (
    <article className="wrap record">
      <RecordHead locale={locale} model={model} />
      <div className="rec">
        <div className="rec-main">
          <p className="badge-line">
            <span className={badge.tone === 'neutral' ? 'badge' : `badge ${badge.tone}`}>
              <Icon name={badge.tone === 'good' ? 'check' : 'clock'} /> {badge.text}
            </span>
            {model.verifiedBy && <span className="small muted"> {model.verifiedBy}</span>}
          </p>
          <h2 className="vh">{t('facts')}</h2>
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
        </div>
        <RecordPanels locale={locale} model={model} map={map} />
      </div>
      <Others locale={locale} model={model} />
    </article>
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

function Others({ locale, model }: { locale: Locale; model: RecordModel }) {
  const t = words(locale, 'Record');
  if (model.nearby.length === 0 && model.similar.length === 0) return null;
  return (
    <div className="rec-others">
      {model.nearby.length > 0 && (
        <section aria-labelledby="nearby">
          <h2 id="nearby">{t('nearby')}</h2>
          <EnterpriseLines lines={model.nearby} />
          {model.district?.href && (
            <p className="small">
              <a href={model.district.href}>{t('allInDistrict', { district: model.district.label })}</a>
            </p>
          )}
        </section>
      )}
      {model.similar.length > 0 && (
        <section aria-labelledby="similar">
          <h2 id="similar">{t('similar')}</h2>
          <EnterpriseLines lines={model.similar} />
        </section>
      )}
    </div>
  );
}
