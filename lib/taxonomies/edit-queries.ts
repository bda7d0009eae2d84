import 'server-only';
import { authorise, type Refusal, type Staff } from '@/lib/accounts/access-rules';
import { db, reader } from '@/lib/db';
import { ok, type Result } from '@/lib/shared/result';
import type { TermState, TermVersionKind } from './edit-rules';
import { newestVersion, readTermState } from './term-records';

/** How many public and other records and stories have each term of a vocabulary, by the term's id. */
export function usesOfTerms(taxonomy: string): Map<string, number> {
  const single = SINGLE[taxonomy];
  const rows = reader()
    .prepare(
      `SELECT "termId", count(*) AS "uses" FROM (
         SELECT "termId" FROM "EnterpriseTerm" UNION ALL SELECT "termId" FROM "StoryTerm"
         ${single ? `UNION ALL SELECT "${single}" FROM "Enterprise" WHERE "${single}" IS NOT NULL` : ''}
       ) WHERE "termId" LIKE ? GROUP BY "termId"`,
    )
    .all(`${taxonomy}:%`) as { termId: string; uses: number }[];
  return new Map(rows.map(({ termId, uses }) => [termId, uses]));
}

const SINGLE: Readonly<Record<string, string>> = {
  legalForm: 'legalFormId',
  legalStatus: 'legalStatusId',
  coalitionCriteria: 'coalitionCriteriaId',
  basis: 'basisId',
  size: 'sizeId',
  operatingState: 'operatingStateId',
};

export interface TermForEdit {
  id: string;
  taxonomy: string;
  code: string;
  state: TermState;
  retired: boolean;
  mergedInto: string | null;
  /** Number of the newest version; goes along with the form. */
  seen: number;
  versions: { id: number; kind: TermVersionKind; at: Date; by: string; state: TermState }[];
}

/** A term with all its versions; null when there is none. */
export async function termForEdit(
  staff: Staff,
  termId: string,
  now = new Date(),
): Promise<Result<TermForEdit | null, Refusal>> {
  const allowed = authorise(staff, 'editTaxonomies', now);
  if (!allowed.ok) return allowed;
  const term = await readTermState(db(), termId);
  if (!term) return ok(null);
  const rows = await db().termVersion.findMany({ where: { termId }, orderBy: { id: 'desc' }, take: 50 });
  const people = await db().staffUser.findMany({
    where: { id: { in: rows.map(({ by }) => by) } },
    select: { id: true, name: true },
  });
  const names = new Map(people.map(({ id, name }) => [id, name]));
  const { taxonomy, code, state, retired, mergedInto } = term;
  return ok({
    ...{ id: termId, taxonomy, code, state, retired, mergedInto, seen: await newestVersion(db(), termId) },
    versions: rows.map(({ id, kind, at, by, state: json }) => ({
      ...{ id, kind: kind as TermVersionKind, at, by: names.get(by) ?? '' },
      state: JSON.parse(json) as TermState,
    })),
  });
}
