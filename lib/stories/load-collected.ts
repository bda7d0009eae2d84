import 'server-only';
import type { Tx } from '@/lib/db';
import { BUMP_CONTENT_VERSION } from '@/lib/db/content-version';
import { reindexStories } from '@/lib/search/stories/commands';
import { fold } from '@/lib/serbian';
import { VOCABULARIES } from '@/lib/submissions/fields';
import { addMissingTerms } from '@/lib/taxonomies/commands';
import { type CollectedRow, readCollected } from './collected';
import { allocateSlug } from './slugs';

/** Tells that the collected stories were loaded once; they are never loaded again, whatever becomes of them. */
const LOADED = 'collectedStoriesAt';

/** SQL that tells whether a database still waits for them: 1 or 0. */
export const LACKS_COLLECTED = `SELECT NOT EXISTS (SELECT 1 FROM Meta WHERE key = '${LOADED}')
  AND NOT EXISTS (SELECT 1 FROM Story)`;

/**
 * Loads the good practices of `good-practices.csv` as the first published stories, once in the life of a database: into
 * a new one, and into one of an earlier version that has no stories. Terms of the stories' vocabularies that the database
 * lacks are added; nothing that is there is changed. Run it in a transaction of its own.
 * @param dir folder of the dataset
 * @returns number of stories loaded now
 */
export async function loadCollectedStories(tx: Tx, dir: string, now = new Date()): Promise<number> {
  const before = await tx.meta.findUnique({ where: { key: LOADED } });
  if (before || (await tx.story.count()) > 0) return 0;
  await addMissingTerms(tx, dir, Object.values(VOCABULARIES));
  const rows = readCollected(dir);
  const ids: number[] = [];
  // The first of the file is to be the newest: all come in the same moment, and then the larger id comes first.
  for (const row of rows.toReversed()) ids.push(await createCollected(tx, row, now));
  await reindexStories(tx, ids);
  await tx.meta.create({ data: { key: LOADED, value: now.toISOString() } });
  await tx.$executeRawUnsafe(BUMP_CONTENT_VERSION);
  return ids.length;
}

async function createCollected(tx: Tx, row: CollectedRow, now: Date): Promise<number> {
  const terms = [
    ...row.practice_types.map((code) => `${VOCABULARIES.practiceTypes}:${code}`),
    ...row.beneficiaries.map((code) => `${VOCABULARIES.beneficiaries}:${code}`),
  ];
  const story = await tx.story.create({
    data: {
      slug: await allocateSlug(tx, row.title_sr, null),
      origin: 'collected',
      organisationName: row.organisation,
      enterpriseId: await enterpriseNamed(tx, row.record),
      licence: 'cc_by',
      startMonth: row.started,
      ...(await placeNamed(tx, row.town, row.country_code)),
      sourceUrl: row.source_url,
      sourceReadOn: row.read_on,
      publishedAt: now,
      updatedAt: now,
    },
    select: { id: true },
  });
  const shared = { storyId: story.id, updatedAt: now };
  await tx.storyText.createMany({
    data: [
      { ...shared, lang: 'en', title: row.title_en, summary: row.summary_en },
      { ...shared, lang: 'sr', title: row.title_sr, summary: row.summary_sr, translated: true },
    ],
  });
  await tx.storyTerm.createMany({ data: terms.map((termId, position) => ({ storyId: story.id, termId, position })) });
  return story.id;
}

/** The record of that very name; null where there is none, or where there are several. */
async function enterpriseNamed(tx: Tx, nameSr: string | null): Promise<number | null> {
  if (nameSr === null) return null;
  const found = await tx.enterprise.findMany({ where: { nameSr }, select: { id: true }, take: 2 });
  return found.length === 1 ? (found[0]?.id ?? null) : null;
}

/** Countries of which the gazetteer has places. */
const GAZETTEER: readonly (string | null)[] = ['RS', 'XK'];

/** The place of a row: the one settlement of that name, or else the one municipality; without a position elsewhere. */
async function placeNamed(tx: Tx, town: string | null, countryCode: string | null) {
  const named = { place: town, countryCode };
  if (town === null || !GAZETTEER.includes(countryCode)) return named;
  const isNamed = (place: { nameSr: string }) => fold(place.nameSr) === fold(town);
  const settlements = (await tx.settlement.findMany()).filter(isNamed);
  const [settlement] = settlements;
  if (settlement && settlements.length === 1) {
    const { id, municipalityId, districtCode, lat, lng } = settlement;
    return { ...named, settlementId: id, municipalityId, districtCode, lat, lng, precision: 'settlement' };
  }
  const municipalities = (await tx.municipality.findMany()).filter(isNamed);
  const [municipality] = municipalities;
  if (!municipality || municipalities.length > 1) return named;
  const { id, districtCode, lat, lng } = municipality;
  return { ...named, municipalityId: id, districtCode, lat, lng, precision: 'municipality' };
}
