import { createTranslator } from 'use-intl/core';
import { formatDayInFull, formats, TIME_ZONE } from '@/lib/i18n/formats';
import type { Locale } from '@/lib/i18n/locales';
import { type Messages, messagesOf, wordsVersion } from '@/lib/i18n/messages';
import { hrefFor } from '@/lib/i18n/navigation';
import { FIELD_NAMES } from '@/lib/submissions/fields';
import { type Frame, toHtml, toText } from './layout';
import { type Pen, TEMPLATES } from './templates';
import { isStaffMail, isSuggestionMail, type MailTemplate, type MailValues } from './values';

/** A mail as it is sent. */
export interface RenderedMail {
  subject: string;
  text: string;
  html: string;
}

/** A place of a template has nothing to stand there. Such a mail is not sent: its reader could do nothing with it. */
export class UnfilledMailError extends Error {
  override name = 'UnfilledMailError';
}

/** What a mail is made of. */
interface MailWish<Name extends MailTemplate> {
  locale: Locale;
  values: MailValues[Name];
  site: string;
  /** Other words than those in force: a preview. */
  messages?: Messages;
}

/**
 * Writes a mail in one language and script. Pure.
 * @param site whole address of the site, without a slash at the end
 * @throws UnfilledMailError when a value is missing or empty, or a word of the template is not there
 */
export function renderMail<Name extends MailTemplate>(
  template: Name,
  { locale, values, site, messages }: MailWish<Name>,
): RenderedMail {
  refuseEmpty(template, values);
  const say = (namespace: string) => strictWords(locale, namespace, messages);
  const pen = penOf(template, { locale, site, say });
  const content = TEMPLATES[template](values, pen as Pen<Name>);
  const frame = frameOf(template, { locale, site, say });
  return {
    // A subject is one line.
    subject: content.subject.replace(/\s+/gu, ' ').trim(),
    text: toText(content, frame),
    html: toHtml(content, frame),
  };
}

/** `null` says that there is nothing to say; an empty text or a missing value says that somebody forgot. */
function refuseEmpty(template: MailTemplate, value: unknown, path = template as string): void {
  if (value === undefined || value === '') throw new UnfilledMailError(`The mail ${path} has an empty place`);
  if (typeof value !== 'object' || value === null) return;
  for (const [name, part] of Object.entries(value)) refuseEmpty(template, part, `${path}.${name}`);
}

type Words = (key: string, values?: Record<string, string | number>) => string;

const translators = new Map<string, Words>();

/** Words that throw where the site's own show a key or a brace: nobody looks at a mail before it goes. */
function strictWords(locale: Locale, namespace: string, other?: Messages): Words {
  const name = `${wordsVersion()} ${locale} ${namespace}`;
  const known = other ? undefined : translators.get(name);
  if (known) return known;
  const made = createTranslator({
    locale,
    messages: other ?? messagesOf(locale),
    namespace: namespace as 'Mail',
    formats,
    timeZone: TIME_ZONE,
    onError: (error) => {
      throw new UnfilledMailError(error.message);
    },
  }) as unknown as Words;
  if (!other) translators.set(name, made);
  return made;
}

/** Language, address of the site, and where the words come from. */
interface Voice {
  locale: Locale;
  site: string;
  say: (namespace: string) => Words;
}

function penOf(template: MailTemplate, { locale, site, say }: Voice): Pen<MailTemplate> {
  const questions = say('StoryForm.fields');
  const page = (name: 'resume' | 'confirm' | 'my-story' | 'still-alive') => (token: string) =>
    `${site}${hrefFor(locale, `/have-your-say/${name}`, {}, { t: token })}`;
  return {
    locale,
    t: say(`Mail.${template}`),
    shared: say('Mail') as Pen<MailTemplate>['shared'],
    day: (day) => formatDayInFull(locale, day),
    question: (field) => ((FIELD_NAMES as readonly string[]).includes(field) ? questions(`${field}.label`) : field),
    link: {
      resume: page('resume'),
      confirm: page('confirm'),
      myStory: page('my-story'),
      followUp: page('still-alive'),
      stillCorrect: (slug, token) =>
        `${site}${hrefFor(locale, '/enterprises/[slug]/still-correct', { slug }, { t: token })}`,
      story: (slug) => `${site}${hrefFor(locale, '/stories/[slug]', { slug })}`,
      suggestion: (token) => `${site}${hrefFor(locale, '/suggestion', {}, { t: token })}`,
      confirmSuggestion: (token) => `${site}${hrefFor(locale, '/suggestion/confirm', {}, { t: token })}`,
    },
  };
}

function frameOf(template: MailTemplate, { locale, site, say }: Voice): Frame {
  const t = say('Mail');
  return {
    lang: locale,
    greeting: t('greeting'),
    signature: [t('signature'), t('coalition')],
    why: t(
      template === 'ownerCheck'
        ? 'whyOwner'
        : isStaffMail(template)
          ? 'whyStaff'
          : isSuggestionMail(template)
            ? 'whySuggestion'
            : 'why',
    ),
    privacy: { label: t('privacy'), href: `${site}${hrefFor(locale, '/privacy')}` },
  };
}
