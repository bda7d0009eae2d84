import { createTranslator } from 'use-intl/core';
import { formatDayInFull, formats, TIME_ZONE } from '@/lib/i18n/formats';
import type { Locale } from '@/lib/i18n/locales';
import { messagesOf } from '@/lib/i18n/messages';
import { hrefFor } from '@/lib/i18n/navigation';
import { FIELD_NAMES } from '@/lib/submissions/fields';
import { type Frame, toHtml, toText } from './layout';
import { type Pen, TEMPLATES } from './templates';
import { isStaffMail, type MailTemplate, type MailValues } from './values';

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

/**
 * Writes a mail in one language and script. Pure.
 * @param site whole address of the site, without a slash at the end
 * @throws UnfilledMailError when a value is missing or empty, or a word of the template is not there
 */
export function renderMail<Name extends MailTemplate>(
  template: Name,
  { locale, values, site }: { locale: Locale; values: MailValues[Name]; site: string },
): RenderedMail {
  refuseEmpty(template, values);
  const pen = penOf(template, locale, site);
  const content = TEMPLATES[template](values, pen as Pen<Name>);
  const frame = frameOf(template, locale, site);
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
function strictWords(locale: Locale, namespace: string): Words {
  const name = `${locale} ${namespace}`;
  const known = translators.get(name);
  if (known) return known;
  const made = createTranslator({
    locale,
    messages: messagesOf(locale),
    namespace: namespace as 'Mail',
    formats,
    timeZone: TIME_ZONE,
    onError: (error) => {
      throw new UnfilledMailError(error.message);
    },
  }) as unknown as Words;
  translators.set(name, made);
  return made;
}

function penOf(template: MailTemplate, locale: Locale, site: string): Pen<MailTemplate> {
  const questions = strictWords(locale, 'StoryForm.fields');
  const page = (name: 'resume' | 'confirm' | 'my-story' | 'still-alive') => (token: string) =>
    `${site}${hrefFor(locale, `/have-your-say/${name}`, {}, { t: token })}`;
  return {
    locale,
    t: strictWords(locale, `Mail.${template}`),
    shared: strictWords(locale, 'Mail') as Pen<MailTemplate>['shared'],
    day: (day) => formatDayInFull(locale, day),
    question: (field) => ((FIELD_NAMES as readonly string[]).includes(field) ? questions(`${field}.label`) : field),
    link: {
      resume: page('resume'),
      confirm: page('confirm'),
      myStory: page('my-story'),
      followUp: page('still-alive'),
      story: (slug) => `${site}${hrefFor(locale, '/stories/[slug]', { slug })}`,
    },
  };
}

function frameOf(template: MailTemplate, locale: Locale, site: string): Frame {
  const t = strictWords(locale, 'Mail');
  return {
    lang: locale,
    greeting: t('greeting'),
    signature: [t('signature'), t('coalition')],
    why: t(isStaffMail(template) ? 'whyStaff' : 'why'),
    privacy: { label: t('privacy'), href: `${site}${hrefFor(locale, '/privacy')}` },
  };
}
