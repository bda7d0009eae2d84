import type { StoryPhoto } from '@/lib/stories/present';

interface StoryPhotosProps {
  label: string;
  photos: readonly StoryPhoto[];
}

/** Where the photos stand: the width of the text, or all of a phone. */
const SIZES = '(max-width: 820px) 100vw, 44rem';

/** The photos of a story in the author's order: AVIF, WebP or JPEG, whichever the browser takes, in the width that it needs. */
export function StoryPhotos({ label, photos }: StoryPhotosProps) {
  if (photos.length === 0) return null;
  return (
    <section className="story-photos" aria-label={label}>
      {photos.map((photo, index) => (
        <figure key={photo.key}>
          <picture>
            {photo.sources.map(({ type, srcSet }) => (
              <source key={type} type={type} srcSet={srcSet} sizes={SIZES} />
            ))}
            <img
              src={photo.src}
              width={photo.width}
              height={photo.height}
              alt={photo.alt}
              loading={index === 0 ? undefined : 'lazy'}
              decoding="async"
            />
          </picture>
          {photo.by && <figcaption className="small muted">{photo.by}</figcaption>}
        </figure>
      ))}
    </section>
  );
}
