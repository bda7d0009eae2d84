import { formatCount } from '@/lib/i18n/formats';
import type { Locale } from '@/lib/i18n/locales';
import { hrefFor } from '@/lib/i18n/navigation';
import { words } from '@/lib/i18n/words';
import type { DeskStory } from '@/lib/moderation/story-queries';

/** Stories that may tell the same, with why. */
export function Duplicates({ locale, story }: { locale: Locale; story: DeskStory }) {
  const t = words(locale, 'DeskStory');
  return (
    <section aria-labelledby="duplicates">
      <h2 id="duplicates">{t('duplicates.title')}</h2>
      {story.duplicates.length === 0 && <p className="muted">{t('duplicates.none')}</p>}
      <ul className="plain">
        {story.duplicates.map(({ of, title, organisationName, reasons, similarity }) => (
          <li key={of.kind === 'story' ? of.slug : of.reference}>
            <a
              href={
                of.kind === 'story'
                  ? hrefFor(locale, '/stories/[slug]', { slug: of.slug })
                  : hrefFor(locale, '/desk/stories/[reference]', { reference: of.reference })
              }
            >
              {title}
            </a>
            <br />
            <span className="small muted">
              {[
                organisationName,
                of.kind === 'story' ? t('duplicates.published') : t(`states.${of.state}`),
                ...reasons.map((reason) => t(`duplicates.${reason}`)),
                t('duplicates.alike', { value: formatCount(locale, Math.round(similarity * 100)) }),
              ]
                .filter(Boolean)
                .join(', ')}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
