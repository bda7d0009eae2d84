import { db } from '@/lib/db';
import type { SealedMail } from '@/lib/mail/outbox';
import type { MailTemplate } from '@/lib/mail/values';
import { type Decision, decide } from '@/lib/moderation/commands';
import type { Actor, State } from '@/lib/moderation/rules';
import { unseal } from '@/lib/secrets';
import { resolvePlaceName } from '@/lib/story-form/places';
import { appeal, confirmStory, erase, sendAnswers, sendStory, startEdit, withdraw } from '@/lib/submissions/commands';
import { saveDraft } from '@/lib/submissions/drafts';
import type { StoryAnswers } from '@/lib/submissions/schema';
import { vocabularies } from '@/lib/taxonomies/queries';
import { done } from './directory';
import type { Team } from './people';
import { inventStory } from './practices';

const DAY_MS = 86_400_000;
const SYSTEM: Actor = { kind: 'system' };

/** A story on its way: what was done to it so far, and how long ago it came. */
interface Way {
  id: number;
  statusToken: string;
  /** The moment of a step, counted from when the story came. */
  after: (days: number) => Date;
  step: (transition: Decision['transition'], by: Actor, day: number, more?: Partial<Decision>) => Promise<void>;
}

type Route = (way: Way, team: ReturnType<typeof actorsOf>) => Promise<unknown>;

const REQUESTS = [
  { field: 'results', quote: null, reason: 'unclear', note: 'Napišite, molim vas, kako znate ove brojeve.' },
] as const;

/** How a story gets into each state. One line for each state that is in the demonstration. */
const ROUTES: Partial<Record<State | 'edited', Route>> = {
  unconfirmed: async () => {},
  pending: async () => {},
  in_review: ({ step }, { moderator }) => step('claim', moderator, 0.5),
  recommended: async ({ step }, { volunteer }) => {
    await step('claim', volunteer, 0.5);
    await step('recommend', volunteer, 0.6, { note: 'Potpuno i jasno, predlažem da se prihvati.' });
  },
  changes_requested: async ({ step }, { moderator }) => {
    await step('claim', moderator, 1);
    await step('request_changes', moderator, 1.1, { requests: REQUESTS });
  },
  dormant: async (way, team) => {
    await ROUTES.changes_requested?.(way, team);
    await way.step('sleep', SYSTEM, 32);
  },
  approved: async ({ step }, { second }) => {
    await step('claim', second, 1);
    await step('approve', second, 1.2);
  },
  scheduled: async (way, team) => {
    await ROUTES.approved?.(way, team);
    await way.step('schedule', team.second, 1.3);
  },
  published: async (way, team) => {
    await ROUTES.approved?.(way, team);
    await way.step('publish', team.moderator, 2);
  },
  edited: async (way, team) => {
    await ROUTES.published?.(way, team);
    await editByAuthor(way, 4);
  },
  hidden: async (way, team) => {
    await ROUTES.published?.(way, team);
    await way.step('hide', team.moderator, 5, { note: 'Proveravamo jednu tvrdnju o brojevima.' });
  },
  unpublished: async (way, team) => {
    await ROUTES.published?.(way, team);
    await way.step('unpublish', team.coordinator, 6, { note: 'Organizacija je tražila da se priča skloni.' });
  },
  rejected: async ({ step }, { moderator }) => {
    await step('claim', moderator, 1);
    await step('reject', moderator, 3, { note: 'Ovo je oglas za prodaju, a ne priča o praksi.' });
  },
  appealed: async (way, team) => {
    await ROUTES.rejected?.(way, team);
    const text = 'Nije oglas: prodavnica se pominje samo zato što je dala prostor.';
    done(await appeal({ token: way.statusToken, text, now: way.after(4) }));
  },
  merged: async ({ step }, { moderator }) => {
    await step('claim', moderator, 1);
    const story = await db().story.findFirstOrThrow({
      where: { origin: 'submitted' },
      select: { submissionId: true, slug: true, texts: { select: { title: true } } },
    });
    const other = { id: story.submissionId ?? 0, slug: story.slug, title: story.texts[0]?.title ?? '' };
    await step('merge', moderator, 1.2, { other });
  },
  spam: ({ step }, { moderator }) => step('mark_spam', moderator, 0.2),
  withdrawn: async ({ statusToken, after }) => done(await withdraw(statusToken, after(2))),
  erased: async ({ statusToken, after }) => done(await erase(statusToken, after(2))),
};

/** What is invented, in its order: the state, and how many days ago each story came. */
const PLAN: readonly (readonly [keyof typeof ROUTES, readonly number[]])[] = [
  ['published', [40, 33, 26, 19, 12]],
  ['edited', [14]],
  // From fresh to far over the promise: the clock of the queue has every colour.
  ['pending', [0, 0.2, 0.5, 1, 1.5, 2, 3, 4, 5, 7, 9, 12]],
  ['in_review', [1, 2, 3]],
  ['recommended', [1, 3, 4]],
  ['changes_requested', [3, 8, 12]],
  ['dormant', [40]],
  ['approved', [4, 5]],
  ['scheduled', [5, 6]],
  ['unconfirmed', [0.3, 2]],
  ['rejected', [8, 15]],
  ['appealed', [9]],
  ['merged', [6]],
  ['spam', [2, 4]],
  ['hidden', [8]],
  ['unpublished', [12]],
  ['withdrawn', [10]],
  ['erased', [10]],
];

/** Invents the stories of the plan. What the public sees of them is marked as synthetic in the data too. */
export async function addStories(team: Team, now: Date): Promise<void> {
  const actors = actorsOf(team);
  let number = 0;
  for (const [state, ages] of PLAN) {
    for (const age of ages) {
      const sent = new Date(now.getTime() - age * DAY_MS - 3_600_000);
      const way = await tell(number, sent, now, state !== 'unconfirmed');
      await ROUTES[state]?.(way, actors);
      number += 1;
    }
  }
  await addDraft(number, now);
  await db().story.updateMany({ where: { origin: 'submitted' }, data: { synthetic: true } });
}

/** The team as the rules of the states know them. */
function actorsOf(team: Team) {
  const member = (key: keyof Team) => ({ id: team[key].id, roles: [team[key].role] });
  const coordinator = member('coordinator');
  return {
    volunteer: { kind: 'staff', ...member('volunteer') },
    // A refusal takes a second person.
    moderator: { kind: 'staff', ...member('moderator'), second: coordinator },
    second: { kind: 'staff', ...member('second') },
    coordinator: { kind: 'staff', ...coordinator },
  } as const satisfies Record<string, Actor>;
}

/** Sends a story and confirms its address, as its author would. */
async function tell(number: number, sent: Date, now: Date, confirmed: boolean): Promise<Way> {
  const spam = { score: 0, reasons: [], verdict: 'pass' } as const;
  const { reference } = done(await sendAnswers({ answers: withPlace(inventStory(number)), spam, now: sent }));
  const { id } = await db().submission.findUniqueOrThrow({ where: { reference }, select: { id: true } });
  // Nothing of the demonstration lies in the future.
  const after = (days: number) => new Date(Math.min(sent.getTime() + days * DAY_MS, now.getTime()));
  const statusToken = confirmed ? done(await confirmStory(await mailedToken(id, 'confirm'), sent)).statusToken : '';
  const step: Way['step'] = async (transition, actor, day, more = {}) => {
    const { revision } = await db().submission.findUniqueOrThrow({ where: { id }, select: { revision: true } });
    done(await decide({ submissionId: id, transition, actor, revision, now: after(day), ...more }));
  };
  return { id, statusToken, after, step };
}

/** Puts the story on the map, as its author does who picks the place from the list. */
function withPlace(answers: StoryAnswers): StoryAnswers {
  const named = resolvePlaceName(String(answers.place), vocabularies(), 'sr-Latn');
  const place = named.found === 'several' ? named.places[0] : named.found === 'one' ? named.place : null;
  return place ? { ...answers, placeId: place.id } : answers;
}

/** The secret of the link in the last mail of a kind about a story. */
async function mailedToken(submissionId: number, template: MailTemplate): Promise<string> {
  const mail = await db().outboxMail.findFirstOrThrow({
    where: { submissionId, template },
    orderBy: { id: 'desc' },
    select: { sealed: true },
  });
  const { values } = unseal<SealedMail>(mail.sealed ?? new Uint8Array());
  return (values as { token?: string }).token ?? '';
}

/** The author changes what is public; the change waits for the desk. */
async function editByAuthor({ statusToken, after }: Way, day: number): Promise<void> {
  const now = after(day);
  const { secret } = done(await startEdit(statusToken, now));
  const answers = {
    results: 'Brojali smo ponovo: za osam nedelja podeljeno je jedanaest hiljada obroka, i vode se u svesci.',
  };
  done(await saveDraft({ secret, locale: 'sr-Latn', page: 'results', answers, version: null, now }));
  const spam = { score: 0, reasons: [], verdict: 'pass' } as const;
  done(await sendStory({ secret, origin: 'web', spam, now }));
}

/** Somebody who is still writing. */
async function addDraft(number: number, now: Date): Promise<void> {
  const { title, summary } = inventStory(number);
  done(
    await saveDraft({
      secret: null,
      locale: 'sr-Latn',
      page: 'happened',
      answers: { title, summary },
      version: null,
      now,
    }),
  );
}
