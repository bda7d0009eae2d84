import type { Locale } from '@/lib/i18n/locales';
import { words } from '@/lib/i18n/words';
import { REVEAL_MINUTES } from '@/lib/moderation/reveal-minutes';
import type { DeskStory } from '@/lib/moderation/story-queries';
import { DeskForm } from '../DeskForm';

interface PrivateBoxProps {
  locale: Locale;
  story: DeskStory;
  back: string;
  /** Whether this person may ask for the contact. */
  mayReveal: boolean;
}

/** What only staff see: the contact, by right and each time written down. */
export function PrivateBox({ locale, story, back, mayReveal }: PrivateBoxProps) {
  const t = words(locale, 'DeskStory');
  const { contact, hasContact, newest } = story;
  return (
    <section aria-labelledby="private" className="private">
      <h2 id="private">{t('private.title')}</h2>
      <h3>{t('private.contact')}</h3>
      {!hasContact && <p>{t('private.none')}</p>}
      {hasContact && !mayReveal && <p>{t('private.notYours')}</p>}
      {hasContact && mayReveal && !contact && (
        <DeskForm
          locale={locale}
          action="/api/desk/stories/contact"
          hidden={{ story: String(story.id), back }}
          className=""
        >
          <button type="submit" className="btn second sm">
            {t('private.show')}
          </button>{' '}
          <span className="small muted">{t('private.logged')}</span>
        </DeskForm>
      )}
      {contact && (
        <>
          <dl className="facts">
            <dt>{t('private.name')}</dt>
            <dd translate="no">{contact.name ?? t('private.noName')}</dd>
            <dt>{t('private.email')}</dt>
            <dd translate="no">{contact.email}</dd>
            <dt>{t('private.phone')}</dt>
            <dd translate="no">{contact.phone ?? t('private.noPhone')}</dd>
          </dl>
          <p className="small muted">{t('private.open', { minutes: REVEAL_MINUTES })}</p>
        </>
      )}
      {newest.content.photos.length > 0 && newest.content.peopleInPhotos && (
        <>
          <h3>{t('private.people')}</h3>
          <p>{words(locale, 'StoryForm')(`options.peopleInPhotos.${newest.content.peopleInPhotos}`)}</p>
        </>
      )}
    </section>
  );
}
