import 'server-only';
import type Database from 'better-sqlite3';
import { reader } from '@/lib/db';
import { contentVersionReader } from '@/lib/db/content-version';
import { nameMatchKey } from '@/lib/enterprises/names';
import { distanceKm } from '@/lib/geo/distance';
import type { LatLng } from '@/lib/geo/types';
import type { State } from '@/lib/moderation/rules';
import type { StoryContent } from '@/lib/stories/content';
import { publicPlace } from '@/lib/stories/place';
import { vocabularies } from '@/lib/taxonomies/queries';
import type { Vocabularies } from '@/lib/taxonomies/vocabularies';
import { similarity, type Trigrams, trigramsOf } from './similarity';

/** From here on two titles with their summaries are alike (statement S12 of the coalition's model). */
export const ALIKE_FROM = 0.45;
/** Nearer than this, in kilometres, and of the same kind of practice: perhaps the same thing, told by somebody else. */
export const NEAR_KM = 1;

export type DuplicateReason = 'sameOrganisation' | 'alikeText' | 'nearAndSameKind';

/** Another story that may be the same one. */
export interface DuplicateHint {
  /** A published story has an address, a submission a reference; only staff are told of submissions. */
  of: { kind: 'story'; slug: string } | { kind: 'submission'; reference: string; state: State };
  title: string;
  organisationName: string | null;
  reasons: DuplicateReason[];
  /** Of title and summary, 0 to 1. */
  similarity: number;
}

/** What is compared. Everything may be missing: it advises while somebody still writes. */
export type DuplicateInput = Partial<
  Pick<
    StoryContent,
    | 'title'
    | 'summary'
    | 'organisationId'
    | 'organisationName'
    | 'placeId'
    | 'precision'
    | 'lat'
    | 'lng'
    | 'practiceTypes'
  >
> & {
  /** The public sees published stories only; staff also what waits. */
  audience: 'public' | 'staff';
  /** The submission itself, when it is sent already. */
  exceptSubmission?: number | null;
  limit?: number;
};

/** What two stories are compared by. */
interface Profile {
  of: DuplicateHint['of'];
  submissionId: number | null;
  title: string;
  organisationName: string | null;
  /** One for each language that the story is told in. */
  texts: Trigrams[];
  enterpriseId: number | null;
  organisationKey: string;
  practiceTypes: readonly string[];
  position: LatLng | null;
}

const MOST = 5;

/**
 * Stories that may be the same as one that is written or was sent, the likeliest first: of the same organisation, with alike
 * title and summary (in whichever script), or less than a kilometre away and of the same kind. It advises and never blocks.
 */
export async function findPossibleDuplicates(input: DuplicateInput): Promise<DuplicateHint[]> {
  const vocab = vocabularies();
  const own = profileOf(input, vocab);
  const others = input.audience === 'staff' ? [...published(), ...waiting(vocab)] : published();
  return others
    .filter((other) => other.submissionId === null || other.submissionId !== (input.exceptSubmission ?? null))
    .flatMap((other) => compare(own, other))
    .sort((a, b) => weight(b) - weight(a))
    .slice(0, input.limit ?? MOST);
}

function compare(own: Omit<Profile, 'of'>, other: Profile): DuplicateHint[] {
  const alike = Math.max(0, ...own.texts.flatMap((mine) => other.texts.map((theirs) => similarity(mine, theirs))));
  const reasons: DuplicateReason[] = [];
  if (alike >= ALIKE_FROM) reasons.push('alikeText');
  if (isSameOrganisation(own, other)) reasons.push('sameOrganisation');
  if (isNearAndSameKind(own, other)) reasons.push('nearAndSameKind');
  if (reasons.length === 0) return [];
  return [{ of: other.of, title: other.title, organisationName: other.organisationName, reasons, similarity: alike }];
}

function isSameOrganisation(own: Omit<Profile, 'of'>, other: Profile): boolean {
  if (own.enterpriseId !== null && own.enterpriseId === other.enterpriseId) return true;
  return own.organisationKey !== '' && own.organisationKey === other.organisationKey;
}

function isNearAndSameKind(own: Omit<Profile, 'of'>, other: Profile): boolean {
  if (!own.position || !other.position) return false;
  if (!own.practiceTypes.some((type) => other.practiceTypes.includes(type))) return false;
  return distanceKm(own.position, other.position) < NEAR_KM;
}

function weight({ reasons, similarity: alike }: DuplicateHint): number {
  const points = { alikeText: 2, sameOrganisation: 1, nearAndSameKind: 0.5 } as const;
  return alike + reasons.reduce((sum, reason) => sum + points[reason], 0);
}

function profileOf(input: Omit<DuplicateInput, 'audience'>, vocab: Vocabularies): Omit<Profile, 'of'> {
  const { lat, lng } = publicPlace(
    {
      place: '',
      placeId: input.placeId ?? null,
      // Where a story is does not depend on what the public may see of it.
      precision: input.precision === 'exact' ? 'exact' : 'settlement',
      lat: input.lat ?? null,
      lng: input.lng ?? null,
    },
    vocab,
  );
  const text = `${input.title ?? ''} ${input.summary ?? ''}`.trim();
  return {
    submissionId: input.exceptSubmission ?? null,
    title: input.title ?? '',
    organisationName: input.organisationName ?? null,
    texts: text === '' ? [] : [trigramsOf(text)],
    enterpriseId: input.organisationId ?? null,
    organisationKey: nameMatchKey(input.organisationName ?? ''),
    practiceTypes: input.practiceTypes ?? [],
    position: lat === null || lng === null ? null : { lat, lng },
  };
}

let kept: { connection: Database.Database; version: number; isNew: () => number; profiles: Profile[] } | undefined;

/** The published stories as they are compared, read anew when the content version has moved. */
function published(): Profile[] {
  const connection = reader();
  const isNew = kept?.connection === connection ? kept.isNew : contentVersionReader(connection);
  const version = isNew();
  if (kept?.connection !== connection || kept.version !== version) {
    kept = { connection, version, isNew, profiles: readPublished(connection) };
  }
  return kept.profiles;
}

const PUBLISHED = `
  SELECT s.slug, s.submissionId, s.organisationName, s.enterpriseId, s.lat, s.lng,
    (SELECT json_group_array(json_object('title', t.title, 'summary', t.summary))
      FROM (SELECT title, summary FROM StoryText WHERE storyId = s.id ORDER BY lang DESC) t) AS texts,
    (SELECT json_group_array(m.code) FROM StoryTerm l JOIN TaxonomyTerm m ON m.id = l.termId
      WHERE l.storyId = s.id AND m.taxonomyCode = 'practiceType') AS practiceTypes,
    e.nameSr AS enterpriseName
  FROM Story s LEFT JOIN Enterprise e ON e.id = s.enterpriseId
  WHERE s.publication = 'published'`;

interface PublishedRow {
  slug: string;
  submissionId: number | null;
  organisationName: string | null;
  enterpriseName: string | null;
  enterpriseId: number | null;
  lat: number | null;
  lng: number | null;
  texts: string;
  practiceTypes: string;
}

function readPublished(connection: Database.Database): Profile[] {
  return (connection.prepare(PUBLISHED).all() as PublishedRow[]).map((row) => {
    const texts = JSON.parse(row.texts) as { title: string; summary: string }[];
    const organisationName = row.organisationName ?? row.enterpriseName;
    return {
      of: { kind: 'story', slug: row.slug },
      submissionId: row.submissionId,
      title: texts[0]?.title ?? '',
      organisationName,
      texts: texts.map(({ title, summary }) => trigramsOf(`${title} ${summary}`)),
      enterpriseId: row.enterpriseId,
      organisationKey: nameMatchKey(organisationName ?? ''),
      practiceTypes: JSON.parse(row.practiceTypes) as string[],
      position: row.lat === null || row.lng === null ? null : { lat: row.lat, lng: row.lng },
    };
  });
}

/** Sent and not decided. An unconfirmed one counts: it is often the same story, sent again to another address. */
const WAITING: readonly State[] = [
  'unconfirmed',
  'pending',
  'in_review',
  'recommended',
  'changes_requested',
  'dormant',
  'approved',
  'scheduled',
  'appealed',
];

function waiting(vocab: Vocabularies): Profile[] {
  const rows = reader()
    .prepare(
      `SELECT s.id, s.reference, s.state, v.content FROM Submission s
       JOIN SubmissionVersion v ON v.submissionId = s.id AND v.number = s.versionNumber
       WHERE s.state IN (SELECT value FROM json_each(?))`,
    )
    .all(JSON.stringify(WAITING)) as { id: number; reference: string; state: State; content: string }[];
  return rows.map(({ id, reference, state, content }) => ({
    ...profileOf(JSON.parse(content) as StoryContent, vocab),
    submissionId: id,
    of: { kind: 'submission', reference, state },
  }));
}
