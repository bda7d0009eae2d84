import 'server-only';
import { authorise, type Refusal, type Staff } from '@/lib/accounts/access-rules';
import { db } from '@/lib/db';
import { EMPTY_QUERY } from '@/lib/search/params';
import { listMatchingIds } from '@/lib/search/queries';
import { fold } from '@/lib/serbian';
import { fail, ok, type Result } from '@/lib/shared/result';
import { findRecord } from './find-record';
import { historyOf } from './history';
import { openRecord } from './open-record';
import {
  DESK_PAGE_SIZE,
  type DeskList,
  type DeskQuery,
  type DeskRecord,
  type DeskRow,
  type ListState,
  type OpenRecord,
  type Publication,
  type RecordLink,
} from './schema';

/** Codes of `operatingState` of enterprises that work no longer. */
const CLOSED = ['operatingState:closed', 'operatingState:moved'];

/**
 * Records as the desk lists them: found by the public search (any script, any spelling), by number, and beside those what the
 * public does not see.
 */
export async function listDeskRecords(
  staff: Staff,
  query: DeskQuery,
  now = new Date(),
): Promise<Result<DeskList, Refusal>> {
  const allowed = authorise(staff, 'editRecords', now);
  if (!allowed.ok) return allowed;
  const counts = await countStates();
  const ids = await idsOf(query);
  const shown = ids.slice((query.page - 1) * DESK_PAGE_SIZE, query.page * DESK_PAGE_SIZE);
  const rows = await db().enterprise.findMany({ where: { id: { in: shown } }, select: SELECT_ROW });
  const byId = new Map(rows.map((row) => [row.id, toRow(row)]));
  return ok({ rows: shown.flatMap((id) => byId.get(id) ?? []), total: ids.length, counts });
}

const SELECT_ROW = {
  ...{ id: true, slug: true, nameSr: true, nameSrCyrl: true, town: true, municipalityId: true, districtCode: true },
  ...{ publication: true, operatingStateId: true, lastVerifiedOn: true, lastVerifiedMethod: true },
} as const;

function toRow(row: {
  id: number;
  slug: string;
  nameSr: string;
  nameSrCyrl: string | null;
  town: string | null;
  municipalityId: string | null;
  districtCode: string | null;
  publication: string;
  operatingStateId: string | null;
  lastVerifiedOn: string | null;
  lastVerifiedMethod: string | null;
}): DeskRow {
  const { nameSr, publication, operatingStateId, lastVerifiedOn, lastVerifiedMethod, ...rest } = row;
  return {
    ...rest,
    name: nameSr,
    publication: publication as Publication,
    operatingState: operatingStateId?.split(':')[1] ?? null,
    verifiedOn: lastVerifiedOn,
    verifiedMethod: lastVerifiedMethod,
  };
}

async function countStates(): Promise<Record<ListState, number>> {
  const groups = await db().enterprise.groupBy({ by: ['publication'], _count: { _all: true } });
  const of = (publication: Publication) => groups.find((group) => group.publication === publication)?._count._all ?? 0;
  const closed = await db().enterprise.count({ where: { publication: 'published', operatingStateId: { in: CLOSED } } });
  const [published, hidden, merged] = [of('published'), of('hidden'), of('merged')];
  return { all: published + hidden + merged, published, closed, hidden, merged };
}

/** Ids of all hits: what the public finds in its order, then the others by name. */
async function idsOf({ text, state, district }: DeskQuery): Promise<number[]> {
  const typed = text.trim();
  const byNumber = await idsByNumber(typed);
  if (byNumber) return byNumber;
  const open = state === 'hidden' || state === 'merged' ? [] : publicIds(typed, district);
  const found = state === 'closed' ? await closedAmong(open) : open;
  const hidden = state === 'published' || state === 'closed' ? [] : await hiddenIds(typed, state, district);
  return [...found, ...hidden];
}

/** A registration or tax number names one record, whoever sees it. */
async function idsByNumber(text: string): Promise<number[] | null> {
  if (!/^\d{8,9}$/.test(text)) return null;
  const rows = await db().enterprise.findMany({
    where: { OR: [{ registrationNumber: text }, { taxId: text }] },
    select: { id: true },
  });
  return rows.length > 0 ? rows.map(({ id }) => id) : null;
}

function publicIds(text: string, district: string): number[] {
  const facets = district === '' ? {} : { district: [district] };
  return listMatchingIds({ ...EMPTY_QUERY, facets, text, sort: text === '' ? 'name' : null });
}

async function closedAmong(ids: readonly number[]): Promise<number[]> {
  const rows = await db().enterprise.findMany({
    where: { publication: 'published', operatingStateId: { in: CLOSED } },
    select: { id: true },
  });
  const closed = new Set(rows.map(({ id }) => id));
  return ids.filter((id) => closed.has(id));
}

/** Few records are hidden or merged, so their names are compared one by one. */
async function hiddenIds(text: string, state: ListState, district: string): Promise<number[]> {
  const publication = state === 'all' ? { in: ['hidden', 'merged'] } : state;
  const rows = await db().enterprise.findMany({
    where: { publication, ...(district === '' ? {} : { districtCode: district }) },
    select: { id: true, nameSr: true, names: { select: { text: true } } },
    orderBy: { nameSr: 'asc' },
  });
  const words = fold(text)
    .split(/\s+/)
    .filter((word) => word !== '');
  const matches = (names: string[]) => words.every((word) => names.some((name) => fold(name).includes(word)));
  return rows.filter(({ nameSr, names }) => matches([nameSr, ...names.map((one) => one.text)])).map(({ id }) => id);
}

/** One record with its history and what is known about it beside its facts. @param page of the history, 1-based */
export async function findDeskRecord(
  staff: Staff,
  { id, page = 1 }: { id: number; page?: number },
  now = new Date(),
): Promise<Result<DeskRecord, Refusal | { code: 'unknown' }>> {
  const allowed = authorise(staff, 'editRecords', now);
  if (!allowed.ok) return allowed;
  const client = db();
  const open = await openRecord(client, id);
  if (!open) return fail({ code: 'unknown' });
  const { createdAt, updatedAt } = await client.enterprise.findUniqueOrThrow({
    where: { id },
    select: { createdAt: true, updatedAt: true },
  });
  const aliases = await client.slugAlias.findMany({ where: { enterpriseId: id }, select: { slug: true } });
  const parts = await client.enterprise.findMany({ where: { mergedIntoId: id }, select: LINK });
  const urls = open.input.contacts.map(({ value }) => value);
  const asked = await client.ownerCheck.findFirst({
    where: { enterpriseId: id },
    orderBy: { sentAt: 'desc' },
    select: { sentAt: true, confirmedAt: true },
  });
  return ok({
    ...open,
    ...{ createdAt, updatedAt, asked },
    mergedInto: await linkOf(open.mergedIntoId),
    successor: await linkOf(open.input.successorId),
    parts: parts.map(toLink),
    addresses: aliases.map(({ slug }) => slug),
    stories: await client.story.count({ where: { enterpriseId: id } }),
    history: await historyOf(client, id, page),
    linkChecks: await client.linkCheck.findMany({
      where: { url: { in: urls } },
      select: { url: true, outcome: true, httpStatus: true, failures: true, checkedAt: true, movedTo: true },
    }),
  });
}

const LINK = { id: true, slug: true, nameSr: true } as const;
const toLink = ({ id, slug, nameSr }: { id: number; slug: string; nameSr: string }): RecordLink => ({
  id,
  slug,
  name: nameSr,
});

async function linkOf(id: number | null | undefined): Promise<RecordLink | null> {
  if (!id) return null;
  const row = await db().enterprise.findUnique({ where: { id }, select: LINK });
  return row && toLink(row);
}

/** The record that somebody names, open for comparison; `unknown` when it is not clear which. */
export async function findOtherRecord(
  staff: Staff,
  named: string,
  now = new Date(),
): Promise<Result<OpenRecord, Refusal | { code: 'unknown' }>> {
  const allowed = authorise(staff, 'editRecords', now);
  if (!allowed.ok) return allowed;
  const found = await findRecord(db(), named);
  const open = found && (await openRecord(db(), found.id));
  return open ? ok(open) : fail({ code: 'unknown' });
}
