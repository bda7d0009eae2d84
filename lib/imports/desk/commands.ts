import 'server-only';
import { authorise, type Refusal, type Staff } from '@/lib/accounts/access-rules';
import { recordAudit } from '@/lib/audit/commands';
import { db } from '@/lib/db';
import { type StorageTrouble, writing } from '@/lib/db/write';
import { fail, ok, type Result } from '@/lib/shared/result';
import { checkMapping, guessMapping } from '../mapping';
import { openAnyTable } from '../read-file';
import { UnusableFileError } from '../table';
import { dropImportFolder, keepUpload, readProgress } from './folder';
import type { ImportFault, ImportState } from './schema';
import { startWork } from './work';

export type ImportError = Refusal | StorageTrouble | { code: 'unknown' | 'wrongState' | 'mappingWrong' };

const KEPT_DAYS = 30;
const DAY_MS = 86_400_000;

/**
 * Takes an uploaded list: it gets a folder of its own, and its columns are guessed. What cannot be read at all is told with
 * the reason, and removed.
 * @param received path of the file; it is moved
 */
export async function receiveImport(
  staff: Staff,
  { received, name, bytes }: { received: string; name: string; bytes: number },
  now = new Date(),
): Promise<Result<{ id: number }, ImportError>> {
  const allowed = authorise(staff, 'importRecords', now);
  if (!allowed.ok) return allowed;
  await forgetOld(now);
  const made = await writing<{ id: number }, never>(async (tx) => {
    const data = { staffId: staff.id, fileName: name, bytes, state: 'uploaded', createdAt: now };
    const job = await tx.importJob.create({ data, select: { id: true } });
    const object = { kind: 'import', id: job.id };
    await recordAudit(tx, {
      actor: { kind: 'staff', id: staff.id },
      action: 'import.upload',
      object,
      details: { bytes },
    });
    return ok(job);
  });
  if (!made.ok) return made;
  const { id } = made.value;
  const file = await keepUpload(id, received, name);
  try {
    const { columns, rowEstimate } = await openAnyTable(file);
    const mapping = guessMapping(columns);
    await set(id, { columns: JSON.stringify(columns), mapping: JSON.stringify(mapping), total: rowEstimate });
  } catch (error) {
    await set(id, { state: 'failed', fault: JSON.stringify(faultOf(error)) });
    await dropImportFolder(id);
  }
  return ok({ id });
}

/** What of an error the page can tell; a fault of ours is thrown on. */
export function faultOf(error: unknown): ImportFault {
  if (!(error instanceof UnusableFileError)) throw error;
  return { code: 'unusable', reason: error.code, row: error.row, detail: error.detail.slice(0, 300) };
}

async function set(
  id: number,
  data: Parameters<ReturnType<typeof db>['importJob']['update']>[0]['data'],
): Promise<void> {
  await writing<null, never>(async (tx) => {
    await tx.importJob.update({ where: { id }, data, select: { id: true } });
    return ok(null);
  });
}

/** Says what the columns mean, and begins the rehearsal: every row gets its verdict, nothing is written. */
export function beginCheck(
  staff: Staff,
  { id, names }: { id: number; names: readonly string[] },
  now = new Date(),
): Promise<Result<null, ImportError>> {
  const mapping = checkMapping(names);
  if (!mapping) return Promise.resolve(fail({ code: 'mappingWrong' }));
  return begin(
    staff,
    id,
    { from: ['uploaded', 'checked', 'failed'], to: 'checking', mapping: JSON.stringify(mapping) },
    now,
  );
}

/** Begins the run: what was checked is written, with what was decided on single rows. */
export function beginWrite(staff: Staff, { id }: { id: number }, now = new Date()): Promise<Result<null, ImportError>> {
  return begin(staff, id, { from: ['checked'], to: 'writing' }, now);
}

async function begin(
  staff: Staff,
  id: number,
  { from, to, mapping }: { from: ImportState[]; to: 'checking' | 'writing'; mapping?: string },
  now: Date,
): Promise<Result<null, ImportError>> {
  const allowed = authorise(staff, 'importRecords', now);
  if (!allowed.ok) return allowed;
  await failIfBroken(id);
  const begun = await writing<null, ImportError>(async (tx) => {
    const job = await tx.importJob.findUnique({ where: { id }, select: { state: true, columns: true } });
    if (!job) return fail({ code: 'unknown' });
    if (
      mapping !== undefined &&
      (JSON.parse(mapping) as unknown[]).length !== (JSON.parse(job.columns) as unknown[]).length
    ) {
      return fail({ code: 'mappingWrong' });
    }
    const data = { state: to, aliveAt: now, fault: null, ...(mapping === undefined ? {} : { mapping }) };
    // Two presses begin one work.
    const taken = await tx.importJob.updateMany({ where: { id, state: { in: from } }, data });
    if (taken.count === 0) return fail({ code: 'wrongState' });
    const object = { kind: 'import', id };
    await recordAudit(tx, {
      actor: { kind: 'staff', id: staff.id },
      action: `import.${to === 'checking' ? 'check' : 'write'}`,
      object,
    });
    return ok(null);
  });
  if (begun.ok) startWork(to === 'checking' ? 'check' : 'write', id, staff.id);
  return begun;
}

/** A work that was broken off without a word, by a machine that went off, can be begun again. */
async function failIfBroken(id: number): Promise<void> {
  const works = { in: ['checking', 'writing'] };
  const job = await db().importJob.findFirst({ where: { id, state: works }, select: { aliveAt: true } });
  if (!job || (await readProgress(id, job.aliveAt)) !== null) return;
  await set(id, { state: 'failed', fault: JSON.stringify({ code: 'broken' }) });
}

/** Keeps what staff decided on rows that may be duplicates: `new`, `skip`, `same:ID`, or '' for nothing. */
export async function decideRows(
  staff: Staff,
  { id, decisions }: { id: number; decisions: ReadonlyMap<number, string> },
  now = new Date(),
): Promise<Result<null, ImportError>> {
  const allowed = authorise(staff, 'importRecords', now);
  if (!allowed.ok) return allowed;
  return writing<null, ImportError>(async (tx) => {
    const job = await tx.importJob.findUnique({ where: { id }, select: { state: true } });
    if (!job) return fail({ code: 'unknown' });
    if (job.state !== 'checked') return fail({ code: 'wrongState' });
    for (const [row, decision] of decisions) {
      if (!/^(new|skip|same:[1-9]\d{0,8}|)$/.test(decision)) continue;
      await tx.importJobRow.updateMany({
        where: { jobId: id, row, verdict: 'duplicate' },
        data: { decision: decision || null },
      });
    }
    return ok(null);
  });
}

/** Puts an import away that was not written; the list that was uploaded goes. */
export async function discardImport(
  staff: Staff,
  { id }: { id: number },
  now = new Date(),
): Promise<Result<null, ImportError>> {
  const allowed = authorise(staff, 'importRecords', now);
  if (!allowed.ok) return allowed;
  const done = await writing<null, ImportError>(async (tx) => {
    const open = { in: ['uploaded', 'checked', 'failed'] };
    const taken = await tx.importJob.updateMany({ where: { id, state: open }, data: { state: 'discarded' } });
    if (taken.count === 0) return fail({ code: 'wrongState' });
    await tx.importJobRow.deleteMany({ where: { jobId: id } });
    const object = { kind: 'import', id };
    await recordAudit(tx, { actor: { kind: 'staff', id: staff.id }, action: 'import.discard', object });
    return ok(null);
  });
  if (done.ok) await dropImportFolder(id);
  return done;
}

/** Lists and verdicts of imports that are long over go; the run itself, and its way back, stay. */
async function forgetOld(now: Date): Promise<void> {
  const before = new Date(now.getTime() - KEPT_DAYS * DAY_MS);
  const old = await db().importJob.findMany({ where: { createdAt: { lt: before } }, select: { id: true } });
  for (const { id } of old) await dropImportFolder(id);
  if (old.length === 0) return;
  await writing<null, never>(async (tx) => {
    await tx.importJob.deleteMany({ where: { id: { in: old.map(({ id }) => id) } } });
    return ok(null);
  });
}
