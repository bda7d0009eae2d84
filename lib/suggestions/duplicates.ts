import 'server-only';
import { reader } from '@/lib/db';
import { type DuplicateReason, duplicateReasons, toProfile } from '@/lib/enterprises/rules';
import type { EnterpriseInput } from '@/lib/enterprises/schema';

/** A record of the directory that may be the suggested one. */
export interface LikelySame {
  id: number;
  slug: string;
  name: string;
  reasons: DuplicateReason[];
}

const MOST_SHOWN = 5;

interface Row {
  id: number;
  slug: string;
  nameSr: string;
  names: string;
  sites: string;
  municipalityId: string | null;
  registrationNumber: string | null;
  taxId: string | null;
  lat: number | null;
  lng: number | null;
}

/** Public records that may be the suggested one, by the rule of the importer; the most certain first. */
export function findLikelySame(input: EnterpriseInput): LikelySame[] {
  const wanted = toProfile({
    names: [input.nameSr],
    municipalities: input.municipality === null ? [] : [input.municipality],
    registrationNumber: input.registrationNumber,
    taxId: input.taxId,
    websites: input.contacts.flatMap(({ kind, value }) => (kind === 'website' ? [value] : [])),
    // The middle of a town is where all of its records stand: nearness says nothing here.
    position: null,
  });
  const found: LikelySame[] = [];
  for (const row of reader().prepare(SELECT_COMPARED).iterate() as IterableIterator<Row>) {
    const profile = toProfile({
      names: [row.nameSr, ...(JSON.parse(row.names) as string[])],
      municipalities: row.municipalityId === null ? [] : [row.municipalityId],
      registrationNumber: row.registrationNumber,
      taxId: row.taxId,
      websites: JSON.parse(row.sites) as string[],
      position: null,
    });
    const reasons = duplicateReasons(wanted, profile);
    if (reasons.length > 0) found.push({ id: row.id, slug: row.slug, name: row.nameSr, reasons });
  }
  return found.sort((a, b) => b.reasons.length - a.reasons.length).slice(0, MOST_SHOWN);
}

const SELECT_COMPARED = `SELECT e.id, e.slug, e.nameSr, e.municipalityId, e.registrationNumber, e.taxId, e.lat, e.lng,
  (SELECT json_group_array(n.text) FROM EnterpriseName n WHERE n.enterpriseId = e.id) AS names,
  (SELECT json_group_array(c.value) FROM Contact c WHERE c.enterpriseId = e.id AND c.kind = 'website') AS sites
  FROM Enterprise e WHERE e.publication = 'published'`;
