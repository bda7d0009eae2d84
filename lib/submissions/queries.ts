import 'server-only';
import { db } from '@/lib/db';
import type { Locale } from '@/lib/i18n/locales';
import { type Act, type State, type Transition, transitionsFor, waitsFor } from '@/lib/moderation/rules';
import type { StoryContent } from '@/lib/stories/content';
import { addDays, promiseFrom, toDay } from './calendar';
import { contactOf } from './contacts';
import { findDraftRow } from './draft-records';
import { maskEmail } from './email';
import type { FieldName } from './fields';
import { contactEraseOn } from './retention-rules';
import { appealUntil, isEditable } from './rules';
import { type OpenedStory, openStatus } from './status-door';
import { findToken, isOpen, TOKEN_DAYS } from './tokens';

/** The page after sending, for the browser that sent. */
export interface SentView {
  reference: string;
  locale: Locale;
  title: string | null;
  emailMasked: string;
  sentAt: Date;
  /** What was taken for spam looks unconfirmed here: no program learns what to change. */
  state: State;
  /** Day up to which the address can be confirmed. */
  confirmUntil: string;
  /** The days that we promise, if the address were confirmed now (or from when it was). */
  promise: { answerBy: string; decisionBy: string };
  /** It was an edit of a story that was there already. */
  isEdit: boolean;
}

/** What the draft of this secret was sent as; null when it was not sent. */
export async function findSent(secret: string | null | undefined, now = new Date()): Promise<SentView | null> {
  const draft = await findDraftRow(db(), secret, now);
  if (!draft?.sentAsId) return null;
  const story = await db().submission.findUnique({ where: { id: draft.sentAsId } });
  if (!story || story.state === 'erased') return null;
  const contact = await contactOf(db(), story.id);
  const hidden = story.state === 'spam' && story.confirmedAt === null;
  const lastLink = await db().accessToken.findFirst({
    where: { submissionId: story.id, purpose: 'confirm', revokedAt: null },
    orderBy: { id: 'desc' },
    select: { createdAt: true },
  });
  return {
    reference: story.reference,
    locale: story.locale as Locale,
    title: story.title,
    emailMasked: contact?.email ? maskEmail(contact.email) : '',
    sentAt: story.createdAt,
    state: hidden ? 'unconfirmed' : (story.state as State),
    confirmUntil: addDays(toDay(lastLink?.createdAt ?? story.createdAt), TOKEN_DAYS.confirm),
    promise: promiseFrom(story.confirmedAt ?? now),
    isEdit: draft.revisesId !== null,
  };
}

/** What a link to confirm leads to. */
export interface ConfirmationView {
  state: 'open' | 'confirmed' | 'expired';
  reference: string;
  locale: Locale;
  title: string | null;
  sentAt: Date;
}

/** Reads what a link to confirm is for, and changes nothing; null for a link that nobody mailed, or of an erased story. */
export async function findConfirmation(
  token: string | null | undefined,
  now = new Date(),
): Promise<ConfirmationView | null> {
  const found = await findToken(db(), token, 'confirm');
  if (!found?.submissionId || found.revokedAt) return null;
  const story = await db().submission.findUnique({ where: { id: found.submissionId } });
  if (!story || story.state === 'erased' || story.state === 'spam') return null;
  const open = story.state === 'unconfirmed';
  return {
    state: open ? (isOpen(found, now) ? 'open' : 'expired') : 'confirmed',
    reference: story.reference,
    locale: story.locale as Locale,
    title: story.title,
    sentAt: story.createdAt,
  };
}

/** One line of a story's log, as its author sees it. */
export interface TimelineEvent {
  at: Date;
  kind: Transition | Act;
  fromState: State | null;
  toState: State | null;
  actor: 'submitter' | 'system' | 'staff';
  /** Code of the reason. */
  reason: string | null;
}

/** A passage that staff ask to change. */
export interface RequestView {
  field: FieldName;
  quote: string | null;
  /** The reason in words; null for a code that is no reason of the list. */
  reasonNames: { nameSr: string; nameEn: string } | null;
  note: string;
  askedAt: Date;
  answered: boolean;
  solved: boolean;
}

export interface VersionView {
  number: number;
  content: StoryContent;
  createdAt: Date;
}

/** Everything that the author of a story sees of it. */
export interface StatusView {
  reference: string;
  locale: Locale;
  origin: string;
  state: State;
  stateSince: Date;
  /** Who it waits for; null when for nobody. */
  waitsFor: ReturnType<typeof waitsFor>;
  title: string | null;
  sentAt: Date;
  confirmedAt: Date | null;
  publishedAt: Date | null;
  /** Days of our promise, while the desk has the story; `late` when the day of the decision is over. */
  promise: { answerBy: string; decisionBy: string; late: boolean } | null;
  /** Oldest first. Releases and claims inside the desk are left out. */
  timeline: TimelineEvent[];
  requests: RequestView[];
  /** The public version, the one that waits beside it, and the newest. */
  live: VersionView | null;
  pending: VersionView | null;
  newest: VersionView;
  /** Address part of the public page, while there is one. */
  slug: string | null;
  /** What we hold of the author; null once it is erased. */
  contact: {
    name: string | null;
    email: string | null;
    phone: string | null;
    savedAt: Date;
    eraseOn: string | null;
  } | null;
  consents: { purpose: string; version: string; givenAt: Date }[];
  can: Record<StatusAct, boolean>;
  /** Last day of an appeal, where one is possible. */
  appealUntil: string | null;
}

export type StatusAct = 'edit' | 'anonymise' | 'withdraw' | 'erase' | 'export' | 'appeal' | 'renewContact';

/** The desk's own steps say nothing to the author. */
const INSIDE = [
  ...['claim', 'release', 'recommend', 'unschedule', 'follow_up', 'mail_failed', 'undo', 'propose_reject'],
  ...['return_reject', 'reveal_contact', 'staff_edit', 'judge_request', 'assign', 'unassign'],
];

/** The story that a status link opens; null for a link that opens nothing (wrong, revoked, or of an erased story). */
export async function findByStatusToken(
  token: string | null | undefined,
  now = new Date(),
): Promise<StatusView | null> {
  const story = await openStatus(db(), token, now);
  return story && toStatusView(story, now);
}

async function toStatusView(story: OpenedStory, now: Date): Promise<StatusView> {
  const submissionId = story.id;
  const [events, requests, versions, contactRow, consents, publicStory, appeals] = await Promise.all([
    db().submissionEvent.findMany({ where: { submissionId }, orderBy: { id: 'asc' } }),
    db().changeRequest.findMany({ where: { submissionId }, orderBy: { id: 'asc' } }),
    versionsOf(story),
    db().submissionContact.findUnique({ where: { submissionId }, select: { savedAt: true } }),
    db().consent.findMany({ where: { submissionId, withdrawnAt: null }, orderBy: { id: 'asc' } }),
    db().story.findFirst({ where: { submissionId, publication: 'published' }, select: { slug: true } }),
    db().appeal.count({ where: { submissionId } }),
  ]);
  const reasons = await reasonNamesOf(requests.map(({ reason }) => reason));
  const newest = versions.get(story.versionNumber);
  if (!newest) throw new Error(`The story ${story.reference} has no version ${story.versionNumber}`);
  const contact = await contactOf(db(), submissionId);
  const until = appealUntil(story.state, story.stateSince);
  const mayAppeal = until !== null && appeals === 0 && toDay(now) <= until;
  const ways = transitionsFor(story.state, { kind: 'submitter' });
  const lastIn = events.findLast(({ kind }) => kind === 'confirm' || kind === 'resubmit' || kind === 'edit');
  return {
    ...pick(story),
    waitsFor: waitsFor(story.state),
    sentAt: story.createdAt,
    promise: promiseOf(story, lastIn?.at ?? story.confirmedAt, now),
    timeline: standing(events).map(toTimelineEvent),
    requests: requests.map((request) => ({
      field: request.field as FieldName,
      ...{ quote: request.quote, note: request.note, askedAt: request.createdAt },
      reasonNames: reasons.get(request.reason) ?? null,
      ...{ answered: request.answeredAt !== null, solved: request.solvedAt !== null },
    })),
    live: versions.get(story.liveVersion ?? 0) ?? null,
    pending: versions.get(story.pendingVersion ?? 0) ?? null,
    newest,
    slug: publicStory?.slug ?? null,
    contact: contact &&
      contactRow && { ...contact, savedAt: contactRow.savedAt, eraseOn: eraseDay(story, contactRow.savedAt) },
    consents: consents.map(({ purpose, version, givenAt }) => ({ purpose, version, givenAt })),
    can: {
      edit: isEditable(story.state),
      anonymise: story.showName !== 'no' || (contact?.name ?? null) !== null,
      withdraw: ways.includes('withdraw'),
      erase: ways.includes('erase'),
      export: true,
      appeal: mayAppeal,
      renewContact: contact !== null && (story.state === 'published' || story.state === 'hidden'),
    },
    appealUntil: mayAppeal ? until : null,
  };
}

/** What was done and still stands: a decision that was undone was never told to anybody. */
function standing<E extends { id: number; kind: string; details: string | null }>(events: readonly E[]): E[] {
  const undone = events.flatMap(({ kind, details }) =>
    kind === 'undo' ? [(JSON.parse(details ?? '{}') as { event?: number }).event] : [],
  );
  return events.filter(({ id, kind }) => !INSIDE.includes(kind) && !undone.includes(id));
}

function pick({ reference, locale, origin, state, stateSince, title, confirmedAt, publishedAt }: OpenedStory) {
  return { reference, locale, origin, state, stateSince, title, confirmedAt, publishedAt };
}

async function reasonNamesOf(codes: string[]): Promise<Map<string, { nameSr: string; nameEn: string }>> {
  if (codes.length === 0) return new Map();
  const rows = await db().decisionReason.findMany({ where: { code: { in: codes } } });
  return new Map(rows.map(({ code, labelSr, labelEn }) => [code, { nameSr: labelSr, nameEn: labelEn }]));
}

async function versionsOf(story: OpenedStory): Promise<Map<number, VersionView>> {
  const numbers = [story.versionNumber, story.liveVersion, story.pendingVersion].filter((number) => number !== null);
  const rows = await db().submissionVersion.findMany({ where: { submissionId: story.id, number: { in: numbers } } });
  return new Map(
    rows.map(({ number, content, createdAt }) => [
      number,
      { number, createdAt, content: JSON.parse(content) as StoryContent },
    ]),
  );
}

/** The desk's time runs while it has the story; it begins anew with every version that the author sends. */
function promiseOf(story: OpenedStory, since: Date | null, now: Date): StatusView['promise'] {
  const waiting = waitsFor(story.state) === 'desk' || story.state === 'recommended' || story.pendingVersion !== null;
  if (!waiting || since === null) return null;
  const days = promiseFrom(since);
  return { ...days, late: toDay(now) > days.decisionBy };
}

function eraseDay(story: OpenedStory, savedAt: Date): string | null {
  const on = contactEraseOn({ ...story, savedAt });
  return on && toDay(on);
}

function toTimelineEvent(row: {
  at: Date;
  kind: string;
  fromState: string | null;
  toState: string | null;
  actorKind: string;
  reason: string | null;
}): TimelineEvent {
  return {
    at: row.at,
    kind: row.kind as TimelineEvent['kind'],
    fromState: row.fromState as State | null,
    toState: row.toState as State | null,
    actor: row.actorKind as TimelineEvent['actor'],
    reason: row.reason,
  };
}
