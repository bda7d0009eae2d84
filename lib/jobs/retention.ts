import 'server-only';
import { readdirSync, rmSync, statSync } from 'node:fs';
import path from 'node:path';
import { sweepLimits } from '@/lib/abuse/limits';
import { db, type Tx } from '@/lib/db';
import { writing } from '@/lib/db/write';
import { eraseFiles, type FilesLeaving, filesOf, removeUnnamed, sweepBlobs } from '@/lib/files/commands';
import { outboxFolder } from '@/lib/mail/transport';
import type { State } from '@/lib/moderation/rules';
import { emptyUndos } from '@/lib/moderation/undo-records';
import { dueStaffFiles, eraseStaffFiles } from '@/lib/redaction/retention';
import { ok } from '@/lib/shared/result';
import { eraseSubmission } from '@/lib/submissions/commands/erase';
import { appendEvent } from '@/lib/submissions/events';
import { CONTACT_KEPT, contactEraseOn } from '@/lib/submissions/retention-rules';
import { SUGGESTION_SWEEPS } from '@/lib/suggestions/retention';

/** One rule of retention: how many rows were due, and how many it erased (none in a dry run). */
export interface RetentionLine {
  rule: RetentionRule;
  due: number;
  erased: number;
}

export type RetentionRule =
  | ('drafts' | 'unconfirmed' | 'spam' | 'contacts')
  | ('links' | 'mails' | 'mailFiles' | 'limits' | 'undos' | 'staffFiles' | 'files')
  | ('suggestionSpam' | 'suggestionSenders' | 'suggestionAddresses');

interface Sweep {
  rule: RetentionRule;
  /** How many rows are due; with `erase` they are erased, each story in a transaction of its own. */
  run: (now: Date, erase: boolean, files: FilesOfRun) => Promise<{ due: number; erased: number }>;
}

/** What the rules let go of on disk in one run: contents that went, or in a dry run the rows that would free them. */
interface FilesOfRun {
  removed: number;
  leaving: FilesLeaving;
}

const DAY_MS = 86_400_000;
const daysBefore = (now: Date, days: number) => new Date(now.getTime() - days * DAY_MS);

/** A link that has run out still explains itself for so long, and offers a new one. */
const DEAD_LINK_DAYS = 28;
/** What is left of a mail (which one, when) and the files of mails that no server took. */
const MAIL_ROW_DAYS = 90;
const MAIL_FILE_DAYS = 28;

const SWEEPS: readonly Sweep[] = [
  { rule: 'drafts', run: sweepDrafts },
  { rule: 'unconfirmed', run: (now, erase, files) => sweepStories('unconfirmed', now, erase, files) },
  { rule: 'spam', run: (now, erase, files) => sweepStories('spam', now, erase, files) },
  { rule: 'contacts', run: sweepContacts },
  ...SUGGESTION_SWEEPS,
  { rule: 'links', run: sweepLinks },
  { rule: 'mails', run: sweepMails },
  { rule: 'mailFiles', run: sweepMailFiles },
  { rule: 'limits', run: sweepSpentLimits },
  { rule: 'undos', run: sweepUndos },
  { rule: 'staffFiles', run: sweepStaffFiles },
  // Last: what the others let go of is nobody's now.
  { rule: 'files', run: sweepFiles },
];

/**
 * Erases what is kept no longer (docs/stories.md). A dry run counts and changes nothing. What fails for one row fails the
 * run, after the rows before it; the next run goes on there.
 */
export async function runRetention({ now = new Date(), dryRun = false } = {}): Promise<RetentionLine[]> {
  const lines: RetentionLine[] = [];
  const files: FilesOfRun = { removed: 0, leaving: { stored: [], staff: [], hashes: [] } };
  for (const { rule, run } of SWEEPS) lines.push({ rule, ...(await run(now, !dryRun, files)) });
  return lines;
}

/** Runs one erasure in its own transaction. @throws when the database cannot be written */
async function inTransaction<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
  const written = await writing<T, never>(async (tx) => ok(await work(tx)));
  if (!written.ok) throw new Error('The database cannot be written now');
  return written.value;
}

/** Notes in a dry run what would be erased of somebody's files. */
async function noteFiles(files: FilesOfRun, owner: { draftId: number } | { submissionId: number }): Promise<void> {
  const { stored, staff, hashes } = await filesOf(db(), owner);
  files.leaving.stored.push(...stored);
  files.leaving.staff.push(...staff);
  files.leaving.hashes.push(...hashes);
}

async function sweepDrafts(now: Date, erase: boolean, files: FilesOfRun) {
  const drafts = await db().storyDraft.findMany({ where: { expiresAt: { lte: now } }, select: { id: true } });
  if (!erase) {
    for (const { id } of drafts) await noteFiles(files, { draftId: id });
    return { due: drafts.length, erased: 0 };
  }
  for (const { id } of drafts) {
    const hashes = await inTransaction(async (tx) => {
      const gone = await eraseFiles(tx, { draftId: id });
      await tx.storyDraft.deleteMany({ where: { id, expiresAt: { lte: now } } });
      return gone;
    });
    files.removed += await removeUnnamed(hashes);
  }
  return { due: drafts.length, erased: drafts.length };
}

async function sweepStories(state: 'unconfirmed' | 'spam', now: Date, erase: boolean, files: FilesOfRun) {
  const stories = await db().submission.findMany({ where: { state, eraseOn: { lte: now } }, select: { id: true } });
  if (!erase) {
    for (const { id } of stories) {
      await noteFiles(files, { submissionId: id });
      const OR = [{ sentAsId: id }, { revisesId: id }];
      const drafts = await db().storyDraft.findMany({ where: { OR }, select: { id: true } });
      for (const draft of drafts) await noteFiles(files, { draftId: draft.id });
    }
    return { due: stories.length, erased: 0 };
  }
  const transition = state === 'unconfirmed' ? 'expire' : 'erase';
  let erased = 0;
  for (const { id } of stories) {
    const done = await inTransaction(async (tx) => {
      // Confirmed since it was counted?
      if ((await tx.submission.count({ where: { id, state, eraseOn: { lte: now } } })) === 0) return null;
      return eraseSubmission(tx, { submissionId: id, actor: { kind: 'system' }, transition, now });
    });
    if (!done?.ok) continue;
    files.removed += await removeUnnamed(done.value);
    erased += 1;
  }
  return { due: stories.length, erased };
}

const STATES_WITH_END = ['published', 'hidden', ...(Object.keys(CONTACT_KEPT) as State[])];

async function sweepContacts(now: Date, erase: boolean) {
  const rows = await db().submissionContact.findMany({
    where: { submission: { state: { in: STATES_WITH_END } } },
    select: {
      submissionId: true,
      savedAt: true,
      submission: { select: { state: true, stateSince: true, publishedAt: true } },
    },
  });
  const due = rows.filter(({ savedAt, submission }) => {
    const on = contactEraseOn({ ...submission, state: submission.state as State, savedAt });
    return on !== null && on <= now;
  });
  if (!erase) return { due: due.length, erased: 0 };
  for (const { submissionId } of due) {
    await inTransaction(async (tx) => {
      await tx.submissionContact.deleteMany({ where: { submissionId } });
      await tx.submission.updateMany({ where: { id: submissionId }, data: { emailHash: null } });
      await appendEvent(tx, { submissionId, kind: 'contact_erased', actor: { kind: 'system' }, now });
    });
  }
  return { due: due.length, erased: due.length };
}

async function sweepLinks(now: Date, erase: boolean) {
  const dead = daysBefore(now, DEAD_LINK_DAYS);
  const where = {
    OR: [
      { expiresAt: { lte: dead } },
      { revokedAt: { lte: dead } },
      // Made for a wrong pair of reference and address; it counts for no limit after a day.
      { draftId: null, submissionId: null, createdAt: { lte: daysBefore(now, 1) } },
    ],
  };
  if (!erase) return { due: await db().accessToken.count({ where }), erased: 0 };
  const { count } = await inTransaction((tx) => tx.accessToken.deleteMany({ where }));
  return { due: count, erased: count };
}

async function sweepMails(now: Date, erase: boolean) {
  const done = { in: ['sent', 'failed', 'cancelled'] };
  const old = { state: done, createdAt: { lte: daysBefore(now, MAIL_ROW_DAYS) } };
  const sealed = { state: done, NOT: { sealed: null } };
  if (!erase) return { due: await db().outboxMail.count({ where: { OR: [old, sealed] } }), erased: 0 };
  const count = await inTransaction(async (tx) => {
    const deleted = await tx.outboxMail.deleteMany({ where: old });
    const emptied = await tx.outboxMail.updateMany({ where: sealed, data: { sealed: null } });
    return deleted.count + emptied.count;
  });
  return { due: count, erased: count };
}

async function sweepMailFiles(now: Date, erase: boolean) {
  const folder = outboxFolder();
  const limit = daysBefore(now, MAIL_FILE_DAYS).getTime();
  const old = listFolder(folder)
    .map((name) => path.join(folder, name))
    .filter((file) => (statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? Number.POSITIVE_INFINITY) <= limit);
  if (erase) for (const file of old) rmSync(file, { force: true });
  return { due: old.length, erased: erase ? old.length : 0 };
}

function listFolder(folder: string): string[] {
  try {
    return readdirSync(folder).filter((name) => /\.eml(\.part)?$/.test(name));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw error;
  }
}

async function sweepSpentLimits(now: Date, erase: boolean) {
  const due = await db().rateLimiterFlexible.count({ where: { expire: { lte: now } } });
  return { due, erased: erase ? await inTransaction((tx) => sweepLimits(now, tx)) : 0 };
}

/** What was before decisions that nobody can take back any more. */
async function sweepUndos(now: Date, erase: boolean) {
  const due = await db().decisionUndo.count({ where: { until: { lt: now }, before: { not: null } } });
  if (erase && due > 0) await inTransaction((tx) => emptyUndos(tx, now));
  return { due, erased: erase ? due : 0 };
}

/** Photos as they were before boxes were burned in, and evidence of consents that nobody needs any more. */
async function sweepStaffFiles(now: Date, erase: boolean, files: FilesOfRun) {
  if (!erase) {
    const due = await dueStaffFiles(db(), now);
    files.leaving.staff.push(...due.map(({ id }) => id));
    files.leaving.hashes.push(...due.map(({ sha256 }) => sha256));
    return { due: due.length, erased: 0 };
  }
  const hashes = await inTransaction((tx) => eraseStaffFiles(tx, now));
  files.removed += await removeUnnamed(hashes);
  return { due: hashes.length, erased: hashes.length };
}

/** Rows that are nobody's, and all contents that go: those that the rules before let go of, and those that nobody named. */
async function sweepFiles(now: Date, erase: boolean, { leaving, removed }: FilesOfRun) {
  const { rows, blobs } = await sweepBlobs({ now, dryRun: !erase, ...(!erase && { leaving }) });
  return { due: rows + blobs + removed, erased: erase ? rows + blobs + removed : 0 };
}
