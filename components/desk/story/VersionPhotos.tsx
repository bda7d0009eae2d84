import { photoSources } from '@/lib/files/addresses';
import type { Locale } from '@/lib/i18n/locales';
import { words } from '@/lib/i18n/words';
import type { DeskStory } from '@/lib/moderation/story-queries';
import type { PhotoDiff } from '@/lib/moderation/version-diff';

interface VersionPhotosProps {
  locale: Locale;
  story: DeskStory;
  photos: PhotoDiff;
}

/** Photos before and after: what went on the left, what came on the right. */
export function VersionPhotos({ locale, story, photos }: VersionPhotosProps) {
  const t = words(locale, 'DeskStory');
  return (
    <div className="photo-diff">
      {photos.gone.length > 0 && (
        <div className="gone">
          <h4>{t('changes.photosGone')}</h4>
          {photos.gone.map((file, at) => (
            <Photo key={file} {...{ locale, story, file }} label={t('changes.photoGone', { number: at + 1 })} />
          ))}
        </div>
      )}
      {photos.added.length > 0 && (
        <div className="added">
          <h4>{t('changes.photosAdded')}</h4>
          {photos.added.map((file, at) => (
            <Photo key={file} {...{ locale, story, file }} label={t('changes.photoAdded', { number: at + 1 })} />
          ))}
        </div>
      )}
    </div>
  );
}

function Photo({ locale, story, file, label }: { locale: Locale; story: DeskStory; file: string; label: string }) {
  const photo = story.allPhotos.find(({ key }) => key === file);
  if (!photo) return <p className="muted">{words(locale, 'DeskStory')('changes.photoErased')}</p>;
  const { src, width, height } = photoSources(photo);
  return (
    <figure>
      <picture>
        <img src={src} width={width} height={height} alt={photo.alt || label} loading="lazy" />
      </picture>
      <figcaption className="small muted">{label}</figcaption>
    </figure>
  );
}
