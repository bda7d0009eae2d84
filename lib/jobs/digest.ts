import 'server-only';
import type { Prisma } from '@/generated/prisma/client';
import { deskLink } from '@/lib/accounts/links';
import { roleCan } from '@/lib/accounts/permissions';
import { causesToTell } from '@/lib/accounts/staff-mail';
import { db, type Tx } from '@/lib/db';
import { writing } from '@/lib/db/write';
import type { WaitingStory } from '@/lib/mail/values';
import { tellStaff } from '@/lib/moderation/leases';
import { themesSeenBy } from '@/lib/moderation/scope';
import { daysWaited } from '@/lib/queue/clock';
import { kindsFor, type QueueKind } from '@/lib/queue/kinds';
import { ok } from '@/lib/shared/result';
import { addDays, addWorkingDays, isWorkingDay, toDay } from '@/lib/submissions/calendar';
import { coordinators, deputies, openStaff, type Recipient } from './recipients';

export interface DigestReport {
  /** People who were told what waits (E20). */
  digests: number;
  /** Stories that became late since the last time, of which deputies or coordinators were told. */
  late: number;
}

/** As many stories stand in a mail; the rest is a number. */
const MOST_LINES = 10;
/** Up to which day deputies and coordinators know what is late. */
const TOLD = 'queue.lateToldUntil';

/**
 * The morning's mails, on working days: to everybody for whom something waits, what that is; to those who can give stories to
 * others, what became late since the last time; to the coordinators, what waits seven working days. Run twice on one day it
 * writes nothing twice.
 */
export async function runDigest({ now = new Date(), dryRun = false } = {}): Promise<DigestReport> {
  const today = toDay(now);
  if (!isWorkingDay(today)) return { digests: 0, late: 0 };
  const late = await tellOfLate(now, dryRun);
  let digests = 0;
  for (const person of await openStaff()) {
    const { id, role } = person;
    if (!roleCan(role, 'claim')) continue;
    const kinds = kindsFor((action) => roleCan(role, action)).filter((kind) => !QUIET.includes(kind));
    if (await tellWhatWaits(id, { kind: { in: kinds }, ...onlyTheirs(person) }, now, dryRun)) digests += 1;
  }
  return { digests, late };
}

/** What waits for nobody in particular makes no mail. */
const QUIET: readonly QueueKind[] = ['spam', 'scheduled'];

/** What of the queue somebody sees who was given themes, as the list has it (lib/queue/queue-sqlite.ts). */
function onlyTheirs(person: Recipient): Prisma.QueueItemWhereInput {
  const themes = themesSeenBy(person);
  if (themes === null) return {};
  const ofThemes = themes.map((code) => ({ practiceTypes: { contains: `|${code}|` } }));
  return { OR: [{ holderId: person.id }, { assigneeId: person.id }, ...ofThemes] };
}

async function tellWhatWaits(
  staffId: string,
  where: Prisma.QueueItemWhereInput,
  now: Date,
  dryRun: boolean,
): Promise<boolean> {
  const waiting = await db().queueItem.count({ where });
  if (waiting === 0) return false;
  const today = toDay(now);
  const cause = `digest ${today} ${staffId}`;
  if ((await causesToTell(db(), [cause])).length === 0) return false;
  if (dryRun) return true;
  const late = await db().queueItem.count({ where: { ...where, redOn: { lte: today } } });
  const own = await db().queueItem.count({ where: { ...where, ownerId: staffId } });
  const first = await db().queueItem.findMany({
    where,
    orderBy: [{ dueOn: 'asc' }, { since: 'asc' }, { id: 'asc' }],
    take: MOST_LINES,
  });
  const stories = first.map((item) => toLine(item, now));
  await writing<null, never>(async (tx) => {
    await tellStaff(tx, staffId, (name, locale) => ({
      ...{ template: 'staffDigest', cause },
      values: { name, waiting, late, own, stories, link: deskLink(locale, '/desk') },
    }));
    return ok(null);
  });
  return true;
}

async function tellOfLate(now: Date, dryRun: boolean): Promise<number> {
  const today = toDay(now);
  const told = (await db().meta.findUnique({ where: { key: TOLD } }))?.value ?? previousWorkingDay(today);
  const items = await db().queueItem.findMany({
    where: { redOn: { lte: today }, kind: { not: 'hidden' } },
    orderBy: [{ dueOn: 'asc' }, { since: 'asc' }, { id: 'asc' }],
  });
  const isNew = (day: string | null) => day !== null && day > told && day <= today;
  const red = items.filter(({ redOn }) => isNew(redOn));
  const old = items.filter(({ since }) => isNew(addWorkingDays(toDay(since), COORDINATOR_DAYS)));
  if (dryRun) return new Set([...red, ...old]).size;
  const [toDeputies, toCoordinators] = [await deputies(now), await coordinators()];
  await writing<null, never>(async (tx) => {
    for (const id of toDeputies) await tellLate(tx, id, 'red', red, now);
    for (const id of toCoordinators) await tellLate(tx, id, 'coordinator', old, now);
    await tx.meta.upsert({ where: { key: TOLD }, create: { key: TOLD, value: today }, update: { value: today } });
    return ok(null);
  });
  return new Set([...red, ...old]).size;
}

/** After so many working days the coordinator is told. */
const COORDINATOR_DAYS = 7;

async function tellLate(
  tx: Tx,
  staffId: string,
  level: 'red' | 'coordinator',
  items: readonly LateItem[],
  now: Date,
): Promise<void> {
  if (items.length === 0) return;
  const stories = items.slice(0, MOST_LINES).map((item) => toLine(item, now));
  await tellStaff(tx, staffId, (name, locale) => ({
    ...{ template: 'staffLate', cause: `late ${level} ${toDay(now)} ${staffId}` },
    values: { name, stories, link: deskLink(locale, '/desk', {}, { view: 'late' }) },
  }));
}

interface LateItem {
  reference: string;
  title: string;
  kind: string;
  since: Date;
}

function toLine({ reference, title, kind, since }: LateItem, now: Date): WaitingStory {
  return { reference, title, days: daysWaited(kind as QueueKind, since, now) };
}

function previousWorkingDay(day: string): string {
  let at = addDays(day, -1);
  while (!isWorkingDay(at)) at = addDays(at, -1);
  return at;
}
