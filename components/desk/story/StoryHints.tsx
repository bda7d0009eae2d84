import { formatClock, formatDay } from '@/lib/i18n/formats';
import type { Locale } from '@/lib/i18n/locales';
import { words } from '@/lib/i18n/words';
import type { FieldHints } from '@/lib/moderation/hints';
import type { DeskStory } from '@/lib/moderation/story-queries';

interface StoryHintsProps {
  locale: Locale;
  story: DeskStory;
  hints: readonly FieldHints[];
  /** From which score on a story is marked, and set apart. */
  limits: { hold: number; spam: number };
  answersHref: string;
}

/** What a program can see before anybody reads: personal data, language, spam and its reasons, mail that did not arrive. */
export function StoryHints({ locale, story, hints, limits, answersHref }: StoryHintsProps) {
  const t = words(locale, 'DeskStory');
  const { spam, failedMails, heldMails } = story;
  const isClean = hints.length === 0 && spam.score === 0 && failedMails.length === 0;
  return (
    <section aria-labelledby="hints" className="hints">
      <h2 id="hints">{t('hints.title')}</h2>
      {isClean && <p>{t('hints.none')}</p>}
      {failedMails.map(({ template, at }) => (
        <p key={`${template} ${at.getTime()}`} className="notice err">
          {t('hints.bounced', { template: mailName(locale, template), day: formatDay(locale, at) })}
        </p>
      ))}
      {hints.length > 0 && (
        <div className="notice warn">
          <p>
            <b>{t('hints.personal')}</b> (<a href={answersHref}>{t('hints.toMarks')}</a>)
          </p>
          <ul>
            {hints.map(({ field, kinds, count }) => (
              <li key={field}>
                {t('hints.where', { field: words(locale, 'StoryForm')(`fields.${field}.label`), count })}:{' '}
                {kinds.map((kind) => t(`hints.kinds.${kind}`)).join(', ')}
              </li>
            ))}
          </ul>
        </div>
      )}
      {spam.score > 0 && (
        <div className={spam.score >= limits.hold ? 'notice warn' : 'notice'}>
          <p>{t('hints.spam', { score: spam.score, ...limits })}</p>
          <ul>
            {spam.reasons.map((reason) => (
              <li key={reason}>{spamReason(locale, reason)}</li>
            ))}
          </ul>
        </div>
      )}
      <p>{t('hints.languageOf', { language: t(`languages.${story.locale}`) })}</p>
      {heldMails.map(({ template, until }) => (
        <p key={`${template} ${until.getTime()}`} className="small muted">
          {t('hints.held', { template: mailName(locale, template), time: formatClock(locale, until) })}
        </p>
      ))}
    </section>
  );
}

type Loose = ((key: string, values?: Record<string, string>) => string) & { has(key: string): boolean };

/** A code of an older version of the judge says itself. */
function spamReason(locale: Locale, code: string): string {
  const t = words(locale, 'DeskStory') as unknown as Loose;
  return t.has(`spamReasons.${code}`) ? t(`spamReasons.${code}`) : code;
}

/** The subject of a mail, as a name for it. */
function mailName(locale: Locale, template: string): string {
  const t = words(locale, 'Mail') as unknown as Loose;
  return t.has(`${template}.subject`)
    ? t(`${template}.subject`, { reference: '', name: '' }).replace(/\s+/g, ' ')
    : template;
}
