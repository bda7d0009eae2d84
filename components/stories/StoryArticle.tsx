import { Icon } from '@/components/ui/Icon';
import type { Locale } from '@/lib/i18n/locales';
import { words } from '@/lib/i18n/words';
import type { StoryModel } from '@/lib/stories/present';
import { StoryFacts } from './StoryFacts';
import { StoryPhotos } from './StoryPhotos';
import { StoryTile } from './StoryTile';
import { TextView } from './TextView';

interface StoryArticleProps {
  locale: Locale;
  model: StoryModel;
  /** Level of the story's title: 1 on its own page, 2 where it stands in another one (the check of the answers). */
  level?: 1 | 2;
}

/** A story as the public sees it: title, summary, photos, everything told under its question, facts, source. */
export function StoryArticle({ locale, model, level = 1 }: StoryArticleProps) {
  const t = words(locale, 'Story');
  const Title = level === 1 ? 'h1' : 'h2';
  const Heading = level === 1 ? 'h2' : 'h3';
  return (
    <div className="story">
      <header className="rec-head story-head">
        <StoryTile />
        <div>
          <Title lang={model.lang ?? undefined}>{model.title}</Title>
          <p className="sub">{model.line}</p>
        </div>
      </header>
      <p className="badge-line">
        <span className="badge">
          <Icon name={model.origin.tag === 'collected' ? 'list' : 'check'} /> {model.origin.text}
        </span>
        {model.languageNote && <span className="small muted"> {model.languageNote}</span>}
      </p>
      {model.warning && <p className="notice warn story-warning">{model.warning}</p>}
      <TextView className="lead" text={model.summary} />
      <StoryPhotos label={t('photos')} photos={model.photos} />
      {model.sections.map(({ key, heading, text }) => (
        <section key={key} className="rec-text story-text">
          <Heading>{heading}</Heading>
          <TextView text={text} />
        </section>
      ))}
      <section className="story-facts-part">
        <Heading>{t('facts')}</Heading>
        <StoryFacts facts={model.facts} />
        {model.placeFootnote && <p className="small muted">{model.placeFootnote}</p>}
      </section>
      <StoryFiles model={model} heading={Heading} t={t} />
      {model.source && (
        <section className="rec-text">
          <Heading>{t('field.source')}</Heading>
          <p>
            <a href={model.source.href} rel="nofollow noopener" className="story-source">
              {model.source.label}
            </a>
            {model.source.read && <span className="small muted">, {model.source.read}</span>}
          </p>
          {model.origin.note && <p className="small muted">{model.origin.note}</p>}
        </section>
      )}
    </div>
  );
}

interface StoryFilesProps {
  model: StoryModel;
  heading: 'h2' | 'h3';
  t: ReturnType<typeof words<'Story'>>;
}

function StoryFiles({ model, heading: Heading, t }: StoryFilesProps) {
  return (
    <>
      {model.documents.length > 0 && (
        <section className="rec-text">
          <Heading>{t('documents')}</Heading>
          <ul className="source-list">
            {model.documents.map(({ href, label, detail }) => (
              <li key={href}>
                <a href={href}>{label}</a> <span className="small muted">{detail}</span>
              </li>
            ))}
          </ul>
        </section>
      )}
      {model.links.length > 0 && (
        <section className="rec-text">
          <Heading>{t('links')}</Heading>
          <ul className="source-list">
            {model.links.map(({ href, label }) => (
              <li key={href}>
                <a href={href} rel="nofollow noopener ugc">
                  {label}
                </a>
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}
