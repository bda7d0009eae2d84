import 'server-only';
import type { Prisma } from '@/generated/prisma/client';
import { authorise, type Refusal, type Staff } from '@/lib/accounts/access-rules';
import { can } from '@/lib/accounts/permissions';
import { db } from '@/lib/db';
import { filesOfSubmission } from '@/lib/files/queries';
import type { Locale } from '@/lib/i18n/locales';
import type { QueueKind } from '@/lib/queue/kinds';
import { ok, type Result } from '@/lib/shared/result';
import { publicAuthorName } from '@/lib/stories/author-name';
import type { StoryContent } from '@/lib/stories/content';
import { contactOf, type StoryContact } from '@/lib/submissions/contacts';
import { type DuplicateHint, findPossibleDuplicates } from '@/lib/submissions/duplicates';
import type { FieldName } from '@/lib/submissions/fields';
import { normalizeReference } from '@/lib/submissions/references';
import { type CheckPoint, isCheckPoint } from './check-points';
import { type Claim, claimOf, viewersOf } from './claims';
import { decidersOf } from './commands';
import { type DecisionDraft, findDraft } from './decision-drafts';
import { type MaskWords, maskContacts } from './mask';
import { findOpenProposal } from './rejections';
import { findRevealedContact } from './reveal-contact';
import { type Act, nextState, type State, type Transition } from './rules';
import { isInScope, themesSeenBy } from './scope';
import { actorOf, RIGHTS, STAFF_TRANSITIONS, type StaffTransition } from './staff-rights';

export interface StoryVersion {
  number: number;
  author: 'submitter' | 'staff';
  createdAt: Date;
  content: StoryContent;
}

/** One line of a story's history. */
export interface StoryEvent {
  id: number;
  at: Date;
  kind: Transition | Act;
  actor: 'submitter' | 'system' | 'staff';
  /** Name of the member of staff, and of the second one who agreed. */
  name: string | null;
  second: string | null;
  reason: string | null;
  fields: readonly FieldName[];
  /** A decision that was taken back. */
  isUndone: boolean;
}

export interface StoryRequest {
  id: number;
  version: number;
  field: FieldName;
  quote: string | null;
  reason: string;
  note: string;
  at: Date;
  by: string | null;
  state: 'open' | 'answered' | 'solved';
}

/** Everything that a decision needs, as far as this member of staff may see it. */
export interface DeskStory {
  id: number;
  reference: string;
  state: State;
  stateSince: Date;
  revision: number;
  origin: string;
  locale: Locale;
  sentAt: Date;
  publishOn: string | null;
  /** Newest first. */
  versions: StoryVersion[];
  newest: StoryVersion;
  liveVersion: number | null;
  pendingVersion: number | null;
  /** Address part of the public page, while there is one. */
  slug: string | null;
  spam: { score: number; reasons: string[] };
  hasContact: boolean;
  /** The contact, while this person has it open. */
  contact: StoryContact | null;
  /** The name as the public sees it; null for who may not see it before. */
  authorName: string | null;
  photos: Awaited<ReturnType<typeof filesOfSubmission>>['photos'];
  documents: Awaited<ReturnType<typeof filesOfSubmission>>['documents'];
  /** Photos of all versions, for comparing them. */
  allPhotos: Awaited<ReturnType<typeof filesOfSubmission>>['photos'];
  duplicates: DuplicateHint[];
  events: StoryEvent[];
  notes: { id: number; at: Date; by: string; text: string }[];
  checks: { point: CheckPoint; by: string; isMine: boolean; isOld: boolean }[];
  requests: StoryRequest[];
  appeal: { text: string; at: Date } | null;
  proposal: { id: number; reason: string; text: string; by: string; isMine: boolean; at: Date } | null;
  /** Why the newest proposal of a rejection came back. */
  returned: { by: string; answer: string } | null;
  claim: (Claim & { isMine: boolean }) | null;
  viewers: string[];
  /** Mails that could not be delivered. */
  failedMails: { template: string; at: Date }[];
  /** Mails that wait, and until when. */
  heldMails: { template: string; until: Date }[];
  /** The newest decision, while it can be undone. */
  undo: { event: number; decision: string; by: string; until: Date } | null;
  waits: { kind: QueueKind; since: Date; dueOn: string } | null;
  draft: DecisionDraft;
  /** What this person could decide now. */
  can: StaffTransition[];
  mayClaim: boolean;
  mayRelease: boolean;
}

/**
 * A story for the page on which it is decided; null when there is none of this reference, it is
 * erased, or not of a theme of theirs. Contacts are given
 * to who has the right and has asked; from all texts for others, addresses and phone numbers are taken out. Needs the right
 * `readQueue`.
 */
export async function findDeskStory(
  staff: Staff,
  reference: string,
  mask: MaskWords,
  now = new Date(),
): Promise<Result<DeskStory | null, Refusal>> {
  const allowed = authorise(staff, 'readQueue', now);
  if (!allowed.ok) return allowed;
  const normal = normalizeReference(reference);
  const row = normal && (await db().submission.findUnique({ where: { reference: normal }, include: PARTS }));
  if (!row || row.state === 'erased' || !(await isInScope(db(), staff, row.id))) return ok(null);
  const story = await toDeskStory(row, staff, now);
  return ok(can(staff, 'seeContacts') ? story : withoutContacts(story, mask));
}

/** A story that waits and is of another theme is not there for a volunteer, not even by its title. */
async function duplicatesSeenBy(staff: Staff, duplicates: DuplicateHint[]): Promise<DuplicateHint[]> {
  if (themesSeenBy(staff) === null) return duplicates;
  const references = duplicates.flatMap(({ of }) => (of.kind === 'submission' ? [of.reference] : []));
  const rows = await db().submission.findMany({
    where: { reference: { in: references } },
    select: { id: true, reference: true },
  });
  const seen = new Set<string>();
  for (const { id, reference } of rows) if (await isInScope(db(), staff, id)) seen.add(reference);
  return duplicates.filter(({ of }) => of.kind === 'story' || seen.has(of.reference));
}

/** The texts that people wrote; codes, keys and references may look like a phone number, and are none. */
function withoutContacts(story: DeskStory, mask: MaskWords): DeskStory {
  const { newest, versions, notes, requests, appeal, proposal, returned, draft, duplicates } = story;
  const texts = { newest, versions, notes, requests, appeal, proposal, returned, draft };
  const titles = duplicates.map((duplicate) => ({ ...duplicate, title: maskContacts(duplicate.title, mask) }));
  const documents = story.documents.map((document) => ({ ...document, name: maskContacts(document.name, mask) }));
  const masked = ({ alt, author, ...photo }: DeskStory['photos'][number]) => ({
    ...{ ...photo, alt: maskContacts(alt, mask), author: maskContacts(author, mask) },
  });
  const [photos, allPhotos] = [story.photos.map(masked), story.allPhotos.map(masked)];
  return { ...story, ...maskContacts(texts, mask), duplicates: titles, documents, photos, allPhotos };
}

const PARTS = {
  versions: { orderBy: { number: 'desc' } },
  events: { orderBy: { id: 'desc' } },
  requests: { orderBy: { id: 'asc' } },
  notes: { orderBy: { id: 'asc' } },
  checks: { orderBy: { at: 'asc' } },
  appeals: { orderBy: { id: 'desc' } },
  proposals: { orderBy: { id: 'desc' } },
  story: { select: { slug: true, publication: true } },
  contact: { select: { submissionId: true } },
  undoables: { where: { undoneAt: null }, orderBy: { id: 'desc' }, take: 1 },
  mails: { where: { state: { in: ['failed', 'waiting'] } }, orderBy: { id: 'desc' } },
} satisfies Prisma.SubmissionInclude;

type Row = NonNullable<Awaited<ReturnType<typeof findRow>>>;
const findRow = (id: number) => db().submission.findUnique({ where: { id }, include: PARTS });

async function toDeskStory(row: Row, staff: Staff, now: Date): Promise<DeskStory> {
  const versions: StoryVersion[] = row.versions.map(({ number, author, createdAt, content }) => ({
    ...{ number, author: author as StoryVersion['author'], createdAt },
    content: JSON.parse(content) as StoryContent,
  }));
  const newest = versions[0];
  if (!newest) throw new Error(`The story ${row.reference} has no version`);
  const nameOf = await namesOf();
  const claim = await claimOf(staff, row.id, now);
  const held = claim.ok && claim.value ? { ...claim.value, isMine: claim.value.staffId === staff.id } : null;
  const viewers = await viewersOf(row.id, staff, now);
  const contact = await contactOf(db(), row.id);
  const waits = await db().queueItem.findFirst({
    where: { source: 'story', objectId: row.id },
    select: { kind: true, since: true, dueOn: true },
  });
  const mayName = can(staff, 'seeContacts');
  return {
    ...{ id: row.id, reference: row.reference, state: row.state as State, stateSince: row.stateSince },
    ...{ revision: row.revision, origin: row.origin, locale: row.locale as Locale, sentAt: row.createdAt },
    ...{ publishOn: row.publishOn, versions, newest },
    ...{ liveVersion: row.liveVersion, pendingVersion: row.pendingVersion },
    slug: row.story?.publication === 'published' ? row.story.slug : null,
    spam: { score: row.spamScore, reasons: JSON.parse(row.spamReasons) as string[] },
    hasContact: row.contact !== null,
    contact: await findRevealedContact(staff, row.id, now),
    authorName: mayName ? publicAuthorName(contact?.name ?? null, newest.content.showName) : null,
    ...(await filesOfSubmission(row.id, { photos: newest.content.photos, documents: newest.content.documents })),
    allPhotos: await photosOfAll(row.id, versions),
    duplicates: await duplicatesSeenBy(
      staff,
      await findPossibleDuplicates({ ...newest.content, audience: 'staff', exceptSubmission: row.id }),
    ),
    events: eventsOf(row, nameOf),
    notes: row.notes.map(({ id, at, staffId, text }) => ({ id, at, by: nameOf(staffId), text })),
    checks: row.checks.flatMap(({ point, staffId, version }) =>
      isCheckPoint(point)
        ? [{ point, by: nameOf(staffId), isMine: staffId === staff.id, isOld: version !== row.versionNumber }]
        : [],
    ),
    requests: row.requests.map((request) => ({
      ...{ id: request.id, version: request.version, field: request.field as FieldName, quote: request.quote },
      ...{ reason: request.reason, note: request.note, at: request.createdAt },
      by: request.createdBy && nameOf(request.createdBy),
      state: request.solvedAt ? 'solved' : request.answeredAt ? 'answered' : 'open',
    })),
    ...(await objectionsOf(row, staff, nameOf)),
    claim: held,
    viewers: viewers.ok ? viewers.value : [],
    failedMails: row.mails
      .filter(({ state }) => state === 'failed')
      .map(({ template, dueAt: at }) => ({ template, at })),
    heldMails: row.mails
      .filter(({ state, dueAt }) => state === 'waiting' && dueAt > now)
      .map(({ template, dueAt: until }) => ({ template, until })),
    undo: undoOf(row, nameOf, now),
    waits: waits && { ...waits, kind: waits.kind as QueueKind },
    draft: await findDraft(staff, row.id),
    can: await possibleFor(row, staff, held),
    mayClaim: row.state === 'pending' && can(staff, 'claim'),
    mayRelease:
      row.state === 'in_review' && nextState('in_review', 'release', actorOf(staff, held?.staffId ?? null)).ok,
  };
}

async function photosOfAll(id: number, versions: readonly StoryVersion[]): Promise<DeskStory['allPhotos']> {
  const photos = new Map(versions.flatMap(({ content }) => content.photos.map((photo) => [photo.file, photo])));
  return (await filesOfSubmission(id, { photos: [...photos.values()], documents: [] })).photos;
}

async function namesOf(): Promise<(id: string) => string> {
  const people = await db().staffUser.findMany({ select: { id: true, name: true } });
  const names = new Map(people.map(({ id, name }) => [id, name]));
  return (id) => names.get(id) ?? id;
}

function eventsOf(row: Row, nameOf: (id: string) => string): StoryEvent[] {
  const detailsOf = (text: string | null) =>
    JSON.parse(text ?? '{}') as { event?: number; second?: string[]; fields?: FieldName[] };
  const undone = row.events.flatMap(({ kind, details }) => (kind === 'undo' ? [detailsOf(details).event] : []));
  return row.events.map(({ id, at, kind, actorKind, actorId, reason, details }) => {
    const { second, fields = [] } = detailsOf(details);
    return {
      ...{ id, at, kind: kind as StoryEvent['kind'], actor: actorKind as StoryEvent['actor'], reason, fields },
      name: actorId === null ? null : nameOf(actorId),
      second: second?.[0] === undefined ? null : nameOf(second[0]),
      isUndone: undone.includes(id),
    };
  });
}

async function objectionsOf(row: Row, staff: Staff, nameOf: (id: string) => string) {
  const appeal = row.state === 'appealed' ? row.appeals[0] : undefined;
  const open = await findOpenProposal(db(), row.id);
  const last = row.proposals[0];
  return {
    appeal: appeal ? { text: appeal.text, at: appeal.createdAt } : null,
    proposal: open && {
      ...{ id: open.id, reason: open.reason, text: open.text, at: open.proposedAt },
      ...{ by: nameOf(open.proposedBy), isMine: open.proposedBy === staff.id },
    },
    returned:
      last?.outcome === 'returned' && last.decidedBy && last.answer
        ? { by: nameOf(last.decidedBy), answer: last.answer }
        : null,
  };
}

function undoOf(row: Row, nameOf: (id: string) => string, now: Date): DeskStory['undo'] {
  const last = row.undoables[0];
  if (!last || last.until <= now || last.revision !== row.revision) return null;
  return { event: last.eventId, decision: last.decision, by: nameOf(last.staffId), until: last.until };
}

async function possibleFor(row: Row, staff: Staff, claim: { isMine: boolean } | null): Promise<StaffTransition[]> {
  if (claim && !claim.isMine) return [];
  const actor = { ...actorOf(staff), decidedBy: await decidersOf(db(), row.id), second: SOMEBODY };
  const possible = STAFF_TRANSITIONS.filter(
    (step) => can(staff, RIGHTS[step]) && nextState(row.state as State, step, actor).ok,
  );
  const isEdit = (step: StaffTransition) => step === 'accept_edit' || step === 'decline_edit';
  return row.pendingVersion === null ? possible.filter((step) => !isEdit(step)) : possible;
}

/** Stands for whoever will agree to a rejection. */
const SOMEBODY = { id: '', roles: ['coordinator'] as const };
