import { CopyButton } from '@/components/ui/CopyButton';
import { Icon } from '@/components/ui/Icon';
import { Markup } from '@/components/ui/Markup';
import { PrintButton } from '@/components/ui/PrintButton';
import { ShareButton } from '@/components/ui/ShareButton';
import type { Html } from '@/lib/html/html';
import type { Locale } from '@/lib/i18n/locales';
import { hrefFor } from '@/lib/i18n/navigation';
import { words } from '@/lib/i18n/words';
import type { RecordModel } from '@/lib/site/record/present';
import { RecordPlace } from './RecordPlace';

/** Beside the facts: the small map, how complete the record is, and what can be done with it. */
export function RecordPanels({ locale, model, map }: { locale: Locale; model: RecordModel; map: Html | null }) {
  const t = words(locale, 'Record');
  const said = { copied: t('copied'), failed: t('notCopied') };
  return (
    <div className="aside">
      <Markup as="div" className="place" html={RecordPlace({ locale, place: model.place, map })} />
      <section className="panel" aria-labelledby="completeness">
        <h2 id="completeness">{model.completeness.title}</h2>
        <p className="small">{model.completeness.text}</p>
      </section>
      <section className="panel tools-panel" aria-labelledby="this-record">
        <h2 id="this-record">{t('thisRecord')}</h2>
        <div className="acts">
          <CopyButton text={model.address} icon="link" labels={{ copy: t('copyLink'), ...said }} />
          <ShareButton label={t('share')} title={model.name} url={model.address} />
          <PrintButton label={t('print')} />
          <a className="act" href={model.jsonHref}>
            <Icon name="download" /> {t('asJson')}
          </a>
          <a className="act" href={hrefFor(locale, '/have-your-say', {}, { enterprise: String(model.id) })}>
            <Icon name="pencil" /> {t('tellStory')}
          </a>
        </div>
      </section>
      <section className="panel" aria-labelledby="cite">
        <h2 id="cite">{t('cite')}</h2>
        <p className="small citation">{model.citation}</p>
        <CopyButton text={model.citation} icon="cite" labels={{ copy: t('copyCitation'), ...said }} />
      </section>
    </div>
  );
}
