import { CopyButton } from '@/components/ui/CopyButton';
import { Icon } from '@/components/ui/Icon';
import { Markup } from '@/components/ui/Markup';
import { PrintButton } from '@/components/ui/PrintButton';
import { ShareButton } from '@/components/ui/ShareButton';
import type { Html } from '@/lib/html/html';
import type { Locale } from '@/lib/i18n/locales';
import { words } from '@/lib/i18n/words';
import type { StoryPageModel } from '@/lib/stories/present-page';

/** Beside the story: the small map, the organisation's record, what can be done with the story, how to cite it. */
export function StoryPanels({ locale, model, map }: { locale: Locale; model: StoryPageModel; map: Html | null }) {
  const t = words(locale, 'Story');
  const said = { copied: t('copied'), failed: t('notCopied') };
  const { organisation } = model;
  return (
    <div className="aside">
      <div className="place">
        {map && <Markup as="div" html={map} />}
        <p className="small muted">
          {model.mapNote} {model.mapHref && <a href={model.mapHref}>{t('onBigMap')}</a>}
        </p>
      </div>
      {organisation && (
        <section className="panel" aria-labelledby="organisation">
          <h2 id="organisation">{organisation.name}</h2>
          <ul className="acts">
            <li>
              <a className="act" href={organisation.recordHref}>
                <Icon name="right" /> {t('organisationRecord')}
              </a>
            </li>
            <li>
              <a className="act" href={organisation.storiesHref}>
                <Icon name="list" /> {t('sameOrganisation')}
              </a>
            </li>
          </ul>
        </section>
      )}
      <section className="panel tools-panel" aria-labelledby="this-story">
        <h2 id="this-story">{t('thisStory')}</h2>
        <p className="small muted">
          {model.published}
          {model.updated && <br />}
          {model.updated}
        </p>
        <div className="acts">
          <CopyButton text={model.address} icon="link" labels={{ copy: t('copyLink'), ...said }} />
          <ShareButton label={t('share')} title={model.title} url={model.address} />
          <PrintButton label={t('print')} />
          <a className="act" href={model.jsonHref}>
            <Icon name="download" /> {t('asJson')}
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
