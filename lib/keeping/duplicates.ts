import 'server-only';
import type { Tx } from '@/lib/db';
import type { EnterpriseInput } from '@/lib/enterprises/schema';
import { readRecordIndex } from '@/lib/imports/match';
import type { DuplicateRow } from '@/lib/imports/report';
import { vocabularies } from '@/lib/taxonomies/queries';

/** A record that may be the same enterprise, and why. */
export interface Suspect {
  id: number;
  name: string;
  reasons: DuplicateRow['reasons'];
}

const MOST = 5;

/** Another record that has one of the numbers: nobody shares them. */
export async function ownerOfNumber(
  tx: Tx,
  id: number | null,
  input: EnterpriseInput,
): Promise<{ field: 'registrationNumber' | 'taxId'; id: number; name: string } | null> {
  for (const field of ['registrationNumber', 'taxId'] as const) {
    const number = input[field];
    if (number === null) continue;
    const owner = await tx.enterprise.findFirst({
      where: { [field]: number, ...(id === null ? {} : { NOT: { id } }) },
      select: { id: true, nameSr: true },
    });
    if (owner) return { field, id: owner.id, name: owner.nameSr };
  }
  return null;
}

/**
 * Records that may be the same as one that is about to be written, the most certain first; by the importer's own rule (A10).
 * @param before the record as it stands: what was as like before is no news
 */
export async function findSuspects(
  tx: Tx,
  id: number | null,
  input: EnterpriseInput,
  before: EnterpriseInput | null,
): Promise<Suspect[]> {
  if (before !== null && sameToOthers(before, input)) return [];
  const index = await readRecordIndex(tx, vocabularies());
  const among = (one: EnterpriseInput) =>
    index.findDuplicates(one).flatMap(({ of, reasons }) => {
      const known = 'record' in of && of.record !== id ? index.record(of.record) : undefined;
      return known ? [{ id: known.id, name: known.name, reasons }] : [];
    });
  const old = new Set(before === null ? [] : among(before).map((suspect) => suspect.id));
  return among(input)
    .filter((suspect) => !old.has(suspect.id))
    .slice(0, MOST);
}

/** Whether nothing changed by which records are compared; then a whole directory need not be read. */
function sameToOthers(before: EnterpriseInput, after: EnterpriseInput): boolean {
  const compared = (input: EnterpriseInput) =>
    JSON.stringify([
      ...[input.nameSr, input.shortName, input.otherNames, input.municipality, input.position],
      ...[input.registrationNumber, input.taxId, input.contacts.filter(({ kind }) => kind === 'website')],
    ]);
  return compared(before) === compared(after);
}
