import 'server-only';
import type { Tx } from '@/lib/db';
import { BUMP_CONTENT_VERSION } from '@/lib/db/content-version';
import { type ReferenceChanges, toChanges } from './changes';
import { readReferenceFiles } from './reference-files';
import { checkReferences, toReferenceRecords } from './reference-tables';

/**
 * Writes the reference files of a folder (`prisma/data`, or one of the staff's own) into the tables: what is
 * missing is added, what differs from the file is corrected, and nothing is ever deleted, so a term that staff
 * added in the tables stays; one that they changed stays as they left it. Loading the same files twice changes nothing. Raises the content version when
 * something changed; the caller then rebuilds the search index.
 * @throws ReferenceDataError when a file cannot be used; the transaction is the caller's to roll back
 */
export async function loadReferenceData(tx: Tx, dir: string): Promise<ReferenceChanges> {
  const wanted = toReferenceRecords(readReferenceFiles(dir));
  const versions = await tx.termVersion.findMany({ distinct: ['termId'], select: { termId: true } });
  const edited = new Set(versions.map(({ termId }) => termId));
  const untouched = ({ termId }: { termId: string }) => !edited.has(termId);
  const total: ReferenceChanges = { added: 0, changed: 0 };

  /** Adds and corrects the rows of one table; `identity` is what a row is known by. */
  async function write<Row extends object>(
    rows: Row[],
    existing: readonly object[],
    identity: (row: Row) => string,
    insert: (rows: Row[]) => Promise<unknown>,
    update?: (row: Row) => Promise<unknown>,
  ): Promise<void> {
    const { added, changed } = toChanges(rows, existing as readonly Row[], identity);
    if (added.length > 0) await insert(added);
    for (const row of changed) await update?.(row);
    total.added += added.length;
    total.changed += changed.length;
  }

  await write(
    wanted.taxonomies,
    await tx.taxonomy.findMany(),
    (row) => row.code,
    (data) => tx.taxonomy.createMany({ data }),
    (data) => tx.taxonomy.update({ where: { code: data.code }, data }),
  );
  const terms = await tx.taxonomyTerm.findMany();
  checkReferences(wanted, { taxonomies: await tx.taxonomy.findMany(), terms });
  await write(
    wanted.terms.filter(({ id }) => !edited.has(id)),
    terms,
    (row) => row.id,
    (data) => tx.taxonomyTerm.createMany({ data }),
    (data) => tx.taxonomyTerm.update({ where: { id: data.id }, data }),
  );
  await write(
    wanted.synonyms.filter(untouched),
    await tx.termSynonym.findMany(),
    (row) => `${row.termId} ${row.lang} ${row.text}`,
    (data) => tx.termSynonym.createMany({ data }),
  );
  await write(
    wanted.links.filter(untouched),
    await tx.termLink.findMany(),
    (row) => `${row.termId} ${row.uri}`,
    (data) => tx.termLink.createMany({ data }),
    (data) => tx.termLink.update({ where: { termId_uri: { termId: data.termId, uri: data.uri } }, data }),
  );
  await write(
    wanted.regions,
    await tx.region.findMany(),
    (row) => row.code,
    (data) => tx.region.createMany({ data }),
    (data) => tx.region.update({ where: { code: data.code }, data }),
  );
  await write(
    wanted.districts,
    await tx.district.findMany(),
    (row) => row.code,
    (data) => tx.district.createMany({ data }),
    (data) => tx.district.update({ where: { code: data.code }, data }),
  );
  await write(
    wanted.municipalities,
    await tx.municipality.findMany(),
    (row) => row.id,
    (data) => tx.municipality.createMany({ data }),
    (data) => tx.municipality.update({ where: { id: data.id }, data }),
  );
  await write(
    wanted.settlements,
    await tx.settlement.findMany(),
    (row) => String(row.id),
    (data) => tx.settlement.createMany({ data }),
    (data) => tx.settlement.update({ where: { id: data.id }, data }),
  );

  await write(
    wanted.glossary,
    await tx.glossaryTerm.findMany(),
    (row) => row.id,
    (data) => tx.glossaryTerm.createMany({ data }),
    (data) => tx.glossaryTerm.update({ where: { id: data.id }, data }),
  );

  if (total.added + total.changed > 0) await tx.$executeRawUnsafe(BUMP_CONTENT_VERSION);
  return total;
}

/**
 * Adds the terms of some vocabularies that a database lacks, with their synonyms and links: for a database of an earlier
 * version, whose other terms staff may have changed. What is there stays as it is. The search index and the content version
 * are the caller's.
 * @param taxonomies codes of the vocabularies
 * @throws ReferenceDataError when a file cannot be used
 */
export async function addMissingTerms(tx: Tx, dir: string, taxonomies: readonly string[]): Promise<void> {
  const wanted = toReferenceRecords(readReferenceFiles(dir));
  const known = new Set((await tx.taxonomyTerm.findMany({ select: { id: true } })).map(({ id }) => id));
  const knownTaxonomies = new Set((await tx.taxonomy.findMany({ select: { code: true } })).map(({ code }) => code));
  const terms = wanted.terms.filter(({ id, taxonomyCode }) => taxonomies.includes(taxonomyCode) && !known.has(id));
  const isNew = ({ termId }: { termId: string }) => terms.some(({ id }) => id === termId);
  await tx.taxonomy.createMany({
    data: wanted.taxonomies.filter(({ code }) => taxonomies.includes(code) && !knownTaxonomies.has(code)),
  });
  await tx.taxonomyTerm.createMany({ data: terms });
  await tx.termSynonym.createMany({ data: wanted.synonyms.filter(isNew) });
  await tx.termLink.createMany({ data: wanted.links.filter(isNew) });
}

/** SQL that tells whether a database has no glossary yet: 1 or 0. */
export const LACKS_GLOSSARY = 'SELECT NOT EXISTS (SELECT 1 FROM GlossaryTerm)';

/** Loads the glossary into a database of an earlier version; one that has terms, whoever wrote them, stays as it is. */
export async function addGlossary(tx: Tx, dir: string): Promise<void> {
  if ((await tx.glossaryTerm.count()) > 0) return;
  await tx.glossaryTerm.createMany({ data: toReferenceRecords(readReferenceFiles(dir)).glossary });
}
