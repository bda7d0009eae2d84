import 'server-only';
import type { Tx } from '@/lib/db';
import { VOCABULARIES } from './fields';
import type { AnswerFault, StoryInput } from './schema';

const TERM_FIELDS = Object.keys(VOCABULARIES) as (keyof typeof VOCABULARIES)[];

/** Codes that no vocabulary has: what a form made itself cannot send, but a program or an older form may. */
export async function unknownTerms(tx: Tx, input: StoryInput): Promise<AnswerFault[]> {
  const idOf = (field: (typeof TERM_FIELDS)[number], code: string) => `${VOCABULARIES[field]}:${code}`;
  const wanted = TERM_FIELDS.flatMap((field) => input[field].map((code) => idOf(field, code)));
  const rows = await tx.taxonomyTerm.findMany({ where: { id: { in: wanted } }, select: { id: true } });
  const known = new Set(rows.map(({ id }) => id));
  return TERM_FIELDS.filter((field) => input[field].some((code) => !known.has(idOf(field, code)))).map(faultAt);
}

const faultAt = (field: keyof StoryInput): AnswerFault => ({ field, item: null, part: null, key: 'unknown' });

/**
 * The ids of organisation and place as they stand in the directory now. A record may have gone while a form was open:
 * its name, which was sent along, is enough, so the id is dropped and nobody is stopped.
 */
export async function withKnownIds(tx: Tx, input: StoryInput): Promise<StoryInput> {
  const [organisationId, placeId] = [
    await knownEnterprise(tx, input.organisationId),
    await knownPlace(tx, input.placeId),
  ];
  return { ...input, organisationId, placeId };
}

async function knownEnterprise(tx: Tx, id: number | null): Promise<number | null> {
  if (id === null || !Number.isSafeInteger(id)) return null;
  const found = await tx.enterprise.findUnique({
    where: { id },
    select: { id: true, publication: true, mergedIntoId: true },
  });
  if (found?.publication === 'merged') return found.mergedIntoId;
  return found?.publication === 'published' ? found.id : null;
}

async function knownPlace(tx: Tx, placeId: string | null): Promise<string | null> {
  const [kind, id = ''] = placeId?.split(':') ?? [];
  if (kind === 'settlement' && /^\d{1,10}$/.test(id)) {
    return (await tx.settlement.count({ where: { id: Number(id) } })) > 0 ? placeId : null;
  }
  if (kind === 'municipality') return (await tx.municipality.count({ where: { id } })) > 0 ? placeId : null;
  return null;
}
