import type { Locale } from '@/lib/i18n/locales';
import type { Messages } from '@/lib/i18n/messages';
import type { Block, MailContent } from './blocks';
import type { MailTemplate, MailValues, StoryValues, WaitingStory } from './values';

type Key<Name extends MailTemplate> = keyof Messages['Mail'][Name] & string;

/** What a template writes with. */
export interface Pen<Name extends MailTemplate> {
  locale: Locale;
  /** Words of the template itself. */
  t: (key: Key<Name>, values?: Record<string, string | number>) => string;
  /** Words that all mails share. */
  shared: (key: 'reference' | 'openStory' | 'linkIsKey', values?: Record<string, string>) => string;
  /** A day, YYYY-MM-DD, as it stands in a sentence. */
  day: (day: string) => string;
  /** Name of a question of the form. */
  question: (field: string) => string;
  /** Whole addresses of pages. */
  link: {
    resume: (token: string) => string;
    confirm: (token: string) => string;
    myStory: (token: string) => string;
    story: (slug: string) => string;
    stillCorrect: (slug: string, token: string) => string;
    suggestion: (token: string) => string;
    confirmSuggestion: (token: string) => string;
    followUp: (token: string) => string;
  };
}

type Template<Name extends MailTemplate> = (values: MailValues[Name], pen: Pen<Name>) => MailContent;

const paragraph = (text: string): Block => ({ kind: 'paragraph', text });
const button = (label: string, href: string): Block => ({ kind: 'button', label, href });
const quote = (text: string): Block => ({ kind: 'quote', text });

type StoryPen = Pick<Pen<MailTemplate>, 'shared' | 'link'>;

/** The end of a mail on a story: the link to its page, and what the link is. */
function storyPage({ token }: StoryValues, { shared, link }: StoryPen, label?: string): Block[] {
  return [button(label ?? shared('openStory'), link.myStory(token)), paragraph(shared('linkIsKey'))];
}

/** Every mail. Pure: the same values give the same mail. */
export const TEMPLATES: { [Name in MailTemplate]: Template<Name> } = {
  resumeLink: ({ token, until }, { t, day, link }) => ({
    subject: t('subject'),
    blocks: [
      paragraph(t('lead')),
      button(t('button'), link.resume(token)),
      paragraph(`${t('ask')} ${t('until', { until: day(until) })}`),
      paragraph(t('notYou')),
    ],
  }),

  confirm: ({ token, reference, until }, { t, shared, day, link }) => ({
    subject: t('subject'),
    blocks: [
      paragraph(t('lead')),
      button(t('button'), link.confirm(token)),
      paragraph(t('until', { until: day(until) })),
      paragraph(shared('reference', { reference })),
      paragraph(t('notYou')),
    ],
  }),

  received: (values, pen) => ({
    subject: pen.t('subject', { reference: values.reference }),
    blocks: [
      paragraph(pen.t('lead', { title: values.title })),
      paragraph(pen.t('promise', { answerBy: pen.day(values.answerBy), decisionBy: pen.day(values.decisionBy) })),
      paragraph(pen.t('page')),
      paragraph(pen.shared('reference', { reference: values.reference })),
      ...storyPage(values, pen),
    ],
  }),

  changesRequested: (values, pen) => ({
    subject: pen.t('subject', { reference: values.reference }),
    blocks: [
      paragraph(pen.t('lead', { title: values.title, count: values.requests.length })),
      {
        kind: 'passages',
        passages: values.requests.map(({ field, quote: passage, note }) => ({
          title: pen.question(field),
          quote: passage,
          lines: [note],
        })),
      },
      paragraph(pen.t('until', { until: pen.day(values.until) })),
      ...storyPage(values, pen, pen.t('button')),
    ],
  }),

  receivedAgain: (values, pen) => ({
    subject: pen.t('subject', { reference: values.reference }),
    blocks: [
      paragraph(pen.t('lead', { title: values.title })),
      ...(values.isPublic ? [paragraph(pen.t('stays'))] : []),
      paragraph(pen.t('promise', { decisionBy: pen.day(values.decisionBy) })),
      ...storyPage(values, pen),
    ],
  }),

  changesReminder: (values, pen) => ({
    subject: pen.t('subject', { reference: values.reference }),
    blocks: [
      paragraph(pen.t('lead', { title: values.title })),
      paragraph(pen.t('until', { until: pen.day(values.until) })),
      ...storyPage(values, pen, pen.t('button')),
    ],
  }),

  dormant: (values, pen) => ({
    subject: pen.t('subject', { reference: values.reference }),
    blocks: [
      paragraph(pen.t('lead', { title: values.title })),
      paragraph(pen.t('until', { until: pen.day(values.until) })),
      ...storyPage(values, pen, pen.t('button')),
    ],
  }),

  approved: (values, pen) => ({
    subject: pen.t('subject', { reference: values.reference }),
    blocks: [
      paragraph(pen.t('lead', { title: values.title })),
      ...(values.publishOn ? [paragraph(pen.t('publishOn', { publishOn: pen.day(values.publishOn) }))] : []),
      ...changesOf(values.changes, pen),
      ...storyPage(values, pen),
    ],
  }),

  published: (values, pen) => ({
    subject: pen.t('subject', { reference: values.reference }),
    blocks: [
      paragraph(pen.t('lead', { title: values.title })),
      button(pen.t('button'), pen.link.story(values.slug)),
      paragraph(pen.t('page')),
      ...storyPage(values, pen),
    ],
  }),

  editDeclined: (values, pen) => ({
    subject: pen.t('subject', { reference: values.reference }),
    blocks: [
      paragraph(pen.t('lead', { title: values.title })),
      quote(values.reason),
      paragraph(pen.t('page')),
      ...storyPage(values, pen),
    ],
  }),

  rejected: (values, pen) => ({
    subject: pen.t('subject', { reference: values.reference }),
    blocks: [
      paragraph(pen.t('lead', { title: values.title })),
      quote(values.reason),
      paragraph(pen.t('appeal', { appealUntil: pen.day(values.appealUntil) })),
      ...storyPage(values, pen),
    ],
  }),

  merged: (values, pen) => ({
    subject: pen.t('subject', { reference: values.reference }),
    blocks: [
      paragraph(pen.t('lead', { title: values.title, otherTitle: values.otherTitle })),
      button(pen.t('button'), pen.link.story(values.otherSlug)),
      ...storyPage(values, pen),
    ],
  }),

  hidden: (values, pen) => ({
    subject: pen.t('subject', { reference: values.reference }),
    blocks: [
      paragraph(pen.t('lead', { title: values.title })),
      quote(values.reason),
      paragraph(pen.t('until', { until: pen.day(values.until) })),
      ...storyPage(values, pen),
    ],
  }),

  unpublished: (values, pen) => ({
    subject: pen.t('subject', { reference: values.reference }),
    blocks: [
      paragraph(pen.t('lead', { title: values.title })),
      quote(values.reason),
      paragraph(pen.t('appeal', { appealUntil: pen.day(values.appealUntil) })),
      ...storyPage(values, pen),
    ],
  }),

  republished: (values, pen) => ({
    subject: pen.t('subject', { reference: values.reference }),
    blocks: [
      paragraph(pen.t('lead', { title: values.title })),
      button(pen.t('button'), pen.link.story(values.slug)),
      ...storyPage(values, pen),
    ],
  }),

  withdrawn: (values, pen) => ({
    subject: pen.t('subject', { reference: values.reference }),
    blocks: [
      paragraph(pen.t('lead', { title: values.title })),
      paragraph(pen.t('contact', { contactUntil: pen.day(values.contactUntil) })),
      ...storyPage(values, pen),
    ],
  }),

  appealReceived: (values, pen) => ({
    subject: pen.t('subject', { reference: values.reference }),
    blocks: [
      paragraph(pen.t('lead', { title: values.title })),
      paragraph(pen.t('promise', { decisionBy: pen.day(values.decisionBy) })),
      ...storyPage(values, pen),
    ],
  }),

  appealUpheld: (values, pen) => ({
    subject: pen.t('subject', { reference: values.reference }),
    blocks: [
      paragraph(pen.t('lead', { title: values.title })),
      quote(values.reason),
      paragraph(pen.t('page')),
      ...storyPage(values, pen),
    ],
  }),

  appealOverturned: (values, pen) => ({
    subject: pen.t('subject', { reference: values.reference }),
    blocks: [
      paragraph(pen.t('lead', { title: values.title })),
      paragraph(pen.t('promise', { decisionBy: pen.day(values.decisionBy) })),
      ...storyPage(values, pen),
    ],
  }),

  erased: ({ reference }, { t }) => ({
    subject: t('subject', { reference }),
    blocks: [paragraph(t('lead')), paragraph(t('last'))],
  }),

  statusLink: ({ reference, token }, { t, shared, link }) => ({
    subject: t('subject'),
    blocks: [
      paragraph(t('lead')),
      paragraph(shared('reference', { reference })),
      button(shared('openStory'), link.myStory(token)),
      paragraph(shared('linkIsKey')),
      paragraph(t('notYou')),
    ],
  }),

  suggestionConfirm: ({ token, reference, until }, { t, day, link }) => ({
    subject: t('subject'),
    blocks: [
      paragraph(t('lead', { reference })),
      button(t('button'), link.confirmSuggestion(token)),
      paragraph(t('until', { until: day(until) })),
      paragraph(t('notYou')),
    ],
  }),

  suggestionReceived: ({ reference, name, token }, { t, link }) => ({
    subject: t('subject', { reference }),
    blocks: [paragraph(t('lead', { name })), button(t('button'), link.suggestion(token)), paragraph(t('keep'))],
  }),

  suggestionDecided: ({ reference, name, token, accepted, refused }, { t, link }) => ({
    subject: t('subject', { reference }),
    blocks: [
      paragraph(t('lead', { name })),
      paragraph(t('counts', { accepted, refused })),
      button(t('button'), link.suggestion(token)),
      paragraph(t('page')),
    ],
  }),

  ownerCheck: ({ name, slug, token, until }, { t, day, link }) => ({
    subject: t('subject', { name }),
    blocks: [
      paragraph(t('lead', { name })),
      button(t('button'), link.stillCorrect(slug, token)),
      paragraph(t('how')),
      paragraph(t('until', { until: day(until) })),
    ],
  }),

  staffInvitation: ({ link, hours }, { t }) => ({
    subject: t('subject'),
    blocks: [paragraph(t('lead')), button(t('button'), link), paragraph(t('until', { hours }))],
  }),

  staffReset: ({ name, link, minutes }, { t }) => ({
    subject: t('subject'),
    blocks: [paragraph(t('lead', { name })), button(t('button'), link), paragraph(t('until', { minutes }))],
  }),

  staffPassword: ({ name }, { t }) => ({ subject: t('subject'), blocks: [paragraph(t('lead', { name }))] }),

  staffPasskey: ({ name, key, change }, { t }) => ({
    subject: t('subject'),
    blocks: [paragraph(t(change, { name, key }))],
  }),

  staffFactorGone: ({ name }, { t }) => ({ subject: t('subject'), blocks: [paragraph(t('lead', { name }))] }),

  staffClaimEnded: ({ name, reference, title, why, link }, { t }) => ({
    subject: t('subject', { reference }),
    blocks: [paragraph(t(why, { name, title })), button(t('button'), link)],
  }),

  staffAssigned: ({ name, by, reference, title, link }, { t }) => ({
    subject: t('subject', { reference }),
    blocks: [paragraph(t('lead', { name, by, title })), button(t('button'), link)],
  }),

  staffDigest: ({ name, waiting, late, own, stories, link }, { t }) => ({
    subject: t('subject', { waiting }),
    blocks: [
      paragraph(t('lead', { name, waiting, late, own })),
      waitingList(stories, (story) => t('line', { ...story })),
      button(t('button'), link),
    ],
  }),

  staffLate: ({ name, stories, link }, { t }) => ({
    subject: t('subject', { count: stories.length }),
    blocks: [
      paragraph(t('lead', { name, count: stories.length })),
      waitingList(stories, (story) => t('line', { ...story })),
      button(t('button'), link),
    ],
  }),

  staffHidden: ({ name, reference, title, days, link }, { t }) => ({
    subject: t('subject', { reference }),
    blocks: [paragraph(t('lead', { name, title, days })), button(t('button'), link)],
  }),

  followUp: (values, pen) => ({
    subject: pen.t('subject', { reference: values.reference }),
    blocks: [
      paragraph(pen.t('lead', { title: values.title })),
      button(pen.t('button'), pen.link.followUp(values.answer)),
      paragraph(pen.t('press')),
      button(pen.t('story'), pen.link.story(values.slug)),
      ...storyPage(values, pen),
    ],
  }),
};

function waitingList(stories: readonly WaitingStory[], line: (story: WaitingStory) => string): Block {
  const passages = stories.map((story) => ({ title: story.reference, quote: null, lines: [line(story)] }));
  return { kind: 'passages', passages };
}

function changesOf(changes: MailValues['approved']['changes'], pen: Pen<'approved'>): Block[] {
  if (changes.length === 0) return [];
  const passages = changes.map(({ field, before, after }) => ({
    title: pen.question(field),
    quote: null,
    lines: [pen.t('before', { text: before }), pen.t('after', { text: after })],
  }));
  return [paragraph(pen.t('changes')), { kind: 'passages', passages }, paragraph(pen.t('disagree'))];
}
