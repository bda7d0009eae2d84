import 'server-only';
import { authorise, type Refusal, type Staff } from '@/lib/accounts/access-rules';
import { recordAudit } from '@/lib/audit/commands';
import { db, type Tx } from '@/lib/db';
import { type StorageTrouble, writing } from '@/lib/db/write';
import { fail, ok, type Result } from '@/lib/shared/result';
import { isReasonCode, type ReasonState, readReason } from './reason-rules';
import { REASON_KINDS } from './reasons';

export type ReasonDone = Result<
  null,
  | Refusal
  | StorageTrouble
  | { code: 'codeWrong' | 'codeTaken' | 'unknown' | 'changed' | 'reasonKind' | 'reasonWords' | 'reasonLong' }
>;

const RIGHT = 'editTemplates';

/** Adds a reason, or changes one whose newest version was `seen`. Its kind never changes: decisions were made by it. */
export async function saveReason(
  staff: Staff,
  wish: { code: string; seen: number | null; form: Readonly<Record<string, string>> },
  now = new Date(),
): Promise<ReasonDone> {
  const allowed = authorise(staff, RIGHT, now);
  if (!allowed.ok) return allowed;
  const { code, seen, form } = wish;
  if (!isReasonCode(code)) return fail({ code: 'codeWrong' });
  const read = readReason(form, REASON_KINDS);
  if (!read.ok) return fail({ code: read.error });
  return writing(async (tx): Promise<ReasonDone> => {
    const known = await stateOf(tx, code);
    if (seen === null) {
      if (known) return fail({ code: 'codeTaken' });
      const last = await tx.decisionReason.aggregate({ where: { kind: read.value.kind }, _max: { position: true } });
      const position = (last._max.position ?? 0) + 1;
      await tx.decisionReason.create({ data: { code, position, ...read.value }, select: { code: true } });
      return keep(tx, { code, staff, kind: 'created', state: read.value, now });
    }
    if (!known) return fail({ code: 'unknown' });
    if ((await newest(tx, code)) !== seen) return fail({ code: 'changed' });
    const state = { ...read.value, kind: known.kind };
    return change(tx, { code, staff, kind: 'changed', state, before: known, now });
  });
}

/** Takes a reason out of the lists, or back into them. Decisions that were made by it keep it. */
export async function retireReason(
  staff: Staff,
  code: string,
  retired: boolean,
  now = new Date(),
): Promise<ReasonDone> {
  const allowed = authorise(staff, RIGHT, now);
  if (!allowed.ok) return allowed;
  return writing(async (tx): Promise<ReasonDone> => {
    const state = await stateOf(tx, code);
    if (!state) return fail({ code: 'unknown' });
    await keepFirst(tx, { code, staff, state, now });
    await tx.decisionReason.update({ where: { code }, data: { retired }, select: { code: true } });
    return keep(tx, { code, staff, kind: retired ? 'retired' : 'restored', state, now });
  });
}

/** Writes an earlier version of a reason over what it is now. */
export async function returnReason(
  staff: Staff,
  code: string,
  versionId: number,
  now = new Date(),
): Promise<ReasonDone> {
  const allowed = authorise(staff, RIGHT, now);
  if (!allowed.ok) return allowed;
  return writing(async (tx): Promise<ReasonDone> => {
    const version = await tx.reasonVersion.findFirst({ where: { id: versionId, code } });
    const before = await stateOf(tx, code);
    if (!version || !before) return fail({ code: 'unknown' });
    const state = JSON.parse(version.state) as ReasonState;
    return change(tx, { code, staff, kind: 'returned', state, before, now });
  });
}

interface Kept {
  code: string;
  staff: Staff;
  kind: 'first' | 'created' | 'changed' | 'retired' | 'restored' | 'returned';
  state: ReasonState;
  now: Date;
}

async function change(tx: Tx, { before, ...kept }: Kept & { before: ReasonState }): Promise<ReasonDone> {
  await keepFirst(tx, { ...kept, state: before });
  await tx.decisionReason.update({ where: { code: kept.code }, data: kept.state, select: { code: true } });
  return keep(tx, kept);
}

/** What a reason was before staff changed it for the first time is a version too. */
async function keepFirst(tx: Tx, kept: Omit<Kept, 'kind'>): Promise<void> {
  if ((await newest(tx, kept.code)) === 0) await writeVersion(tx, { ...kept, kind: 'first' });
}

async function keep(tx: Tx, kept: Kept): Promise<ReasonDone> {
  await writeVersion(tx, kept);
  const actor = { kind: 'staff' as const, id: kept.staff.id };
  await recordAudit(tx, { actor, action: `reason.${kept.kind}`, object: { kind: 'reason', id: kept.code } });
  return ok(null);
}

async function writeVersion(tx: Tx, { code, staff, kind, state, now }: Kept): Promise<void> {
  await tx.reasonVersion.create({
    data: { code, kind, by: staff.id, at: now, state: JSON.stringify(state) },
    select: { id: true },
  });
}

async function newest(tx: Tx, code: string): Promise<number> {
  const version = await tx.reasonVersion.findFirst({ where: { code }, orderBy: { id: 'desc' }, select: { id: true } });
  return version?.id ?? 0;
}

async function stateOf(tx: Tx, code: string): Promise<ReasonState | null> {
  const row = await tx.decisionReason.findUnique({ where: { code } });
  if (!row) return null;
  const { kind, severity, labelSr, labelEn, textSr, textEn } = row;
  return { kind, severity: severity === 'red' ? 'red' : 'amber', labelSr, labelEn, textSr, textEn };
}

/** A reason with its versions, for the page that edits it. */
export interface EditedReason {
  code: string;
  state: ReasonState;
  retired: boolean;
  seen: number;
  versions: { id: number; kind: Kept['kind']; at: Date; by: string; state: ReasonState }[];
}

/** All reasons, retired ones too, in their order. */
export async function reasonsForEdit(staff: Staff, now = new Date()): Promise<Result<EditedReason[], Refusal>> {
  const allowed = authorise(staff, RIGHT, now);
  if (!allowed.ok) return allowed;
  const rows = await db().decisionReason.findMany({ orderBy: [{ kind: 'asc' }, { position: 'asc' }, { code: 'asc' }] });
  const versions = await db().reasonVersion.findMany({ orderBy: { id: 'desc' } });
  const people = await db().staffUser.findMany({ select: { id: true, name: true } });
  const names = new Map(people.map(({ id, name }) => [id, name]));
  return ok(
    rows.map(({ code, retired, kind, severity, labelSr, labelEn, textSr, textEn }) => {
      const own = versions.filter((version) => version.code === code);
      return {
        ...{ code, retired, seen: own[0]?.id ?? 0 },
        state: { kind, severity: severity === 'red' ? 'red' : 'amber', labelSr, labelEn, textSr, textEn },
        versions: own.map((version) => ({
          ...{ id: version.id, kind: version.kind as Kept['kind'], at: version.at, by: names.get(version.by) ?? '' },
          state: JSON.parse(version.state) as ReasonState,
        })),
      };
    }),
  );
}
