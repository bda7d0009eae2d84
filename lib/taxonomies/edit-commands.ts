import 'server-only';
import { authorise, type Refusal, type Staff } from '@/lib/accounts/access-rules';
import { recordAudit } from '@/lib/audit/commands';
import type { Tx } from '@/lib/db';
import { BUMP_CONTENT_VERSION } from '@/lib/db/content-version';
import { type StorageTrouble, writing } from '@/lib/db/write';
import { reindexEnterprises } from '@/lib/search/commands';
import { reindexStories } from '@/lib/search/stories/commands';
import { fail, ok, type Result } from '@/lib/shared/result';
import { broaderTaxonomy, isTermCode, readTermForm, type TermFault, type TermForm, type TermState } from './edit-rules';
import { keepVersion, newestVersion, readTermState, usersOf, writeTermState } from './term-records';

export type TermError =
  | Refusal
  | StorageTrouble
  | { code: TermFault | 'codeWrong' | 'codeTaken' | 'parentWrong' | 'changed' | 'unknown' | 'mergeWrong' };
export type TermDone = Result<null, TermError>;

const RIGHT = 'editTaxonomies';
/** Records that are indexed at a time. */
const BATCH = 500;

/** Adds a term to a vocabulary. */
export async function createTerm(
  staff: Staff,
  { taxonomy, code, form }: { taxonomy: string; code: string; form: TermForm },
  now = new Date(),
): Promise<TermDone> {
  const allowed = authorise(staff, RIGHT, now);
  if (!allowed.ok) return allowed;
  if (!isTermCode(code)) return fail({ code: 'codeWrong' });
  const read = readTermForm(form);
  if (!read.ok) return fail({ code: read.error });
  const { synonyms: _, links: __, ...columns } = read.value;
  const id = `${taxonomy}:${code}`;
  return writing<null, TermError>(async (tx) => {
    if ((await tx.taxonomy.count({ where: { code: taxonomy } })) === 0) return fail({ code: 'unknown' });
    if ((await tx.taxonomyTerm.count({ where: { id } })) > 0) return fail({ code: 'codeTaken' });
    if (!(await isPossibleParent(tx, id, taxonomy, read.value.parentId))) return fail({ code: 'parentWrong' });
    const last = await tx.taxonomyTerm.aggregate({ where: { taxonomyCode: taxonomy }, _max: { position: true } });
    const position = (last._max.position ?? 0) + 1;
    await tx.taxonomyTerm.create({
      data: { id, taxonomyCode: taxonomy, code, position, ...columns },
      select: { id: true },
    });
    await writeTermState(tx, id, read.value);
    await keepVersion(tx, { termId: id, by: staff.id, kind: 'created', state: read.value, now });
    return finish(tx, staff, id, 'term.create');
  });
}

/** Changes labels, notes, synonyms, links and place of a term; search and pages know it at once. */
export async function editTerm(
  staff: Staff,
  { termId, seen, form }: { termId: string; seen: number; form: TermForm },
  now = new Date(),
): Promise<TermDone> {
  const allowed = authorise(staff, RIGHT, now);
  if (!allowed.ok) return allowed;
  const read = readTermForm(form);
  if (!read.ok) return fail({ code: read.error });
  return writing<null, TermError>(async (tx) => {
    const term = await readTermState(tx, termId);
    if (!term) return fail({ code: 'unknown' });
    if ((await newestVersion(tx, termId)) !== seen) return fail({ code: 'changed' });
    const isPossible = await isPossibleParent(tx, termId, term.taxonomy, read.value.parentId);
    if (!isPossible) return fail({ code: 'parentWrong' });
    await keepFirst(tx, termId, term.state, { staff, now });
    return change(tx, { staff, termId, state: read.value, kind: 'changed', now });
  });
}

/** Takes a term out of the forms, or back into them. Records that have it keep it. */
export async function retireTerm(staff: Staff, termId: string, retired: boolean, now = new Date()): Promise<TermDone> {
  const allowed = authorise(staff, RIGHT, now);
  if (!allowed.ok) return allowed;
  return writing<null, TermError>(async (tx) => {
    const term = await readTermState(tx, termId);
    if (!term) return fail({ code: 'unknown' });
    await keepFirst(tx, termId, term.state, { staff, now });
    const data = retired ? { retiredAt: now } : { retiredAt: null, mergedInto: null };
    await tx.taxonomyTerm.update({ where: { id: termId }, data, select: { id: true } });
    const kind = retired ? 'retired' : 'restored';
    await keepVersion(tx, { termId, by: staff.id, kind, state: term.state, now });
    return finish(tx, staff, termId, retired ? 'term.retire' : 'term.restore');
  });
}

/** Writes an earlier version of a term over what it is now. */
export async function returnTerm(
  staff: Staff,
  { termId, versionId }: { termId: string; versionId: number },
  now = new Date(),
): Promise<TermDone> {
  const allowed = authorise(staff, RIGHT, now);
  if (!allowed.ok) return allowed;
  return writing<null, TermError>(async (tx) => {
    const version = await tx.termVersion.findFirst({ where: { id: versionId, termId } });
    const term = await readTermState(tx, termId);
    if (!version || !term) return fail({ code: 'unknown' });
    const state = JSON.parse(version.state) as TermState;
    if (!(await isPossibleParent(tx, termId, term.taxonomy, state.parentId))) return fail({ code: 'parentWrong' });
    return change(tx, { staff, termId, state, kind: 'returned', now });
  });
}

interface Change {
  staff: Staff;
  termId: string;
  state: TermState;
  kind: 'changed' | 'returned';
  now: Date;
}

async function change(tx: Tx, { staff, termId, state, kind, now }: Change): Promise<TermDone> {
  await writeTermState(tx, termId, state);
  await keepVersion(tx, { termId, by: staff.id, kind, state, now });
  return finish(tx, staff, termId, 'term.edit');
}

/** What a term was before staff changed it for the first time is a version too. */
export async function keepFirst(
  tx: Tx,
  termId: string,
  state: TermState,
  { staff, now }: { staff: Staff; now: Date },
): Promise<void> {
  if ((await newestVersion(tx, termId)) === 0)
    await keepVersion(tx, { termId, by: staff.id, kind: 'first', state, now });
}

/** The log, the words by which records are found, and the caches. */
async function finish(tx: Tx, staff: Staff, termId: string, action: string): Promise<TermDone> {
  await recordAudit(tx, { actor: { kind: 'staff', id: staff.id }, action, object: { kind: 'term', id: termId } });
  const { enterprises, stories } = await usersOf(tx, termId);
  for (let at = 0; at < enterprises.length; at += BATCH) {
    await reindexEnterprises(tx, enterprises.slice(at, at + BATCH));
  }
  for (let at = 0; at < stories.length; at += BATCH) await reindexStories(tx, stories.slice(at, at + BATCH));
  await tx.$executeRawUnsafe(BUMP_CONTENT_VERSION);
  return ok(null);
}

/** A broader term is of the right vocabulary, and neither the term itself nor one below it. */
async function isPossibleParent(tx: Tx, id: string, taxonomy: string, parentId: string | null): Promise<boolean> {
  const seen = new Set([id]);
  let at = parentId;
  const of = broaderTaxonomy(taxonomy);
  if (at !== null && !at.startsWith(`${of}:`)) return false;
  while (at !== null) {
    if (seen.has(at)) return false;
    seen.add(at);
    const parent: { parentId: string | null } | null = await tx.taxonomyTerm.findUnique({
      where: { id: at },
      select: { parentId: true },
    });
    if (!parent) return false;
    at = parent.parentId;
  }
  return true;
}
