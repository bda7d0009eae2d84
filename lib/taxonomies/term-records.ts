import 'server-only';
import type { Tx } from '@/lib/db';
import type { TermState, TermVersionKind } from './edit-rules';
import type { Synonym, TermLink } from './schema';

/** A term as it stands; null when there is none. */
export async function readTermState(tx: Tx, id: string) {
  const row = await tx.taxonomyTerm.findUnique({ where: { id }, include: { synonyms: true, links: true } });
  if (!row) return null;
  const { labelSr, labelSrCyrl, labelEn, noteSr, noteEn, parentId, taxonomyCode, code, retiredAt, mergedInto } = row;
  const state: TermState = {
    ...{ labelSr, labelSrCyrl, labelEn, noteSr, noteEn, parentId },
    synonyms: row.synonyms.map(({ lang, text }) => ({ lang: lang as Synonym['lang'], text })),
    links: row.links.map(({ scheme, uri, relation }) => ({ scheme, uri, relation: relation as TermLink['relation'] })),
  };
  return { state, taxonomy: taxonomyCode, code, retired: retiredAt !== null, mergedInto };
}

/** Number of the newest version; 0 before staff changed anything. */
export async function newestVersion(tx: Tx, termId: string): Promise<number> {
  const newest = await tx.termVersion.findFirst({ where: { termId }, orderBy: { id: 'desc' }, select: { id: true } });
  return newest?.id ?? 0;
}

export async function keepVersion(
  tx: Tx,
  version: { termId: string; by: string; kind: TermVersionKind; state: TermState; now: Date },
): Promise<void> {
  const { termId, by, kind, state, now } = version;
  await tx.termVersion.create({
    data: { termId, by, kind, at: now, state: JSON.stringify(state) },
    select: { id: true },
  });
}

/** Writes a state over the term: labels, notes, place, synonyms, links. */
export async function writeTermState(tx: Tx, id: string, state: TermState): Promise<void> {
  const { synonyms, links, ...columns } = state;
  await tx.taxonomyTerm.update({ where: { id }, data: columns, select: { id: true } });
  await tx.termSynonym.deleteMany({ where: { termId: id } });
  await tx.termSynonym.createMany({ data: synonyms.map((synonym) => ({ termId: id, ...synonym })) });
  await tx.termLink.deleteMany({ where: { termId: id } });
  await tx.termLink.createMany({ data: links.map((link) => ({ termId: id, ...link })) });
}

/** The columns of records that hold one term. */
const SINGLE = [
  'legalFormId',
  'legalStatusId',
  'coalitionCriteriaId',
  'basisId',
  'sizeId',
  'operatingStateId',
] as const;

/** Records and stories that have a term, or one narrower than it: the words by which they are found come from it. */
export async function usersOf(tx: Tx, termId: string): Promise<{ enterprises: number[]; stories: number[] }> {
  const ids = `(SELECT "id" FROM "TaxonomyTerm" WHERE "id" = ? OR "parentId" = ?)`;
  const single = SINGLE.map((column) => `SELECT "id" FROM "Enterprise" WHERE "${column}" = ?`).join(' UNION ');
  const enterprises = await tx.$queryRawUnsafe<{ id: number | bigint }[]>(
    `SELECT "enterpriseId" AS "id" FROM "EnterpriseTerm" WHERE "termId" IN ${ids} UNION ${single}`,
    ...[termId, termId, ...SINGLE.map(() => termId)],
  );
  const stories = await tx.$queryRawUnsafe<{ id: number | bigint }[]>(
    `SELECT DISTINCT "storyId" AS "id" FROM "StoryTerm" WHERE "termId" IN ${ids}`,
    ...[termId, termId],
  );
  return { enterprises: enterprises.map(({ id }) => Number(id)), stories: stories.map(({ id }) => Number(id)) };
}
