import { fileAddress, photoSources } from '@/lib/files/addresses';
import { formatFileSize } from '@/lib/i18n/formats';
import type { Locale } from '@/lib/i18n/locales';
import { hrefFor } from '@/lib/i18n/navigation';
import { words } from '@/lib/i18n/words';
import type { DeskStory } from '@/lib/moderation/story-queries';

/** All photos and documents of the newest version, those that only staff see as well. */
export function StoryFiles({ locale, story, mayRedact }: { locale: Locale; story: DeskStory; mayRedact: boolean }) {
  const t = words(locale, 'DeskStory');
  const { photos, documents } = story;
  return (
    <section aria-labelledby="files">
      <h2 id="files">{t('files.title')}</h2>
      {photos.length + documents.length === 0 && <p className="muted">{t('files.none')}</p>}
      {photos.length > 0 && (
        <ul className="thumbs">
          {photos.map((photo, at) => {
            const { src, width, height } = photoSources(photo);
            return (
              <li key={photo.key}>
                <a href={src}>
                  <picture>
                    <img
                      {...{ src, width, height }}
                      alt={photo.alt || t('files.photo', { number: at + 1 })}
                      loading="lazy"
                    />
                  </picture>
                </a>
                <p className="small" lang={story.locale}>
                  {photo.alt}
                </p>
              </li>
            );
          })}
        </ul>
      )}
      {photos.length > 0 && mayRedact && (
        <p>
          <a href={hrefFor(locale, '/desk/stories/[reference]/photos', { reference: story.reference })}>
            {t('files.redact')}
          </a>
        </p>
      )}
      {documents.length > 0 && (
        <ul>
          {documents.map(({ key, name, bytes, audience }) => (
            <li key={key}>
              <a href={fileAddress(key, 'document.pdf')}>{name}</a>{' '}
              <span className="small muted">
                {formatFileSize(locale, bytes)}, {t(audience === 'staff' ? 'files.staffOnly' : 'files.public')}
              </span>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
