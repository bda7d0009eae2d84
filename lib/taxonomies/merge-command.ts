import 'server-only';
import { authorise, type Staff } from '@/lib/accounts/access-rules';
import { recordAudit } from '@/lib/audit/commands';
import type { Tx } from '@/lib/db';
import { BUMP_CONTENT_VERSION } from '@/lib/db/content-version';
import { writing } from '@/lib/db/write';
import { joinThemes } from '@/lib/duty/commands';
import { type EnterpriseChange, saveEnterprises } from '@/lib/enterprises/commands';
import type { EnterpriseInput } from '@/lib/enterprises/schema';
import { readInputs, TERM_LISTS } from '@/lib/enterprises/write-records';
import { reindexEnterprises } from '@/lib/search/commands';
import { reindexStories } from '@/lib/search/stories/commands';
import { fail, ok } from '@/lib/shared/result';
import { keepFirst, type TermDone, type TermError } from './edit-commands';
import type { TermState } from './edit-rules';
import { keepVersion, readTermState, usersOf, writeTermState } from './term-records';

const BATCH = 200;

/**
 * Merges a term into another of its vocabulary: records (with their history) and stories get the other one, narrower terms
 * go under it, its names become words by which the other is found; the term itself is retired.
 */
export async function mergeTerm(
  staff: Staff,
  { termId, intoId }: { termId: string; intoId: string },
  now = new Date(),
): Promise<TermDone> {
  const allowed = authorise(staff, 'editTaxonomies', now);
  if (!allowed.ok) return allowed;
  return writing<null, TermError>(async (tx) => {
    const [from, into] = [await readTermState(tx, termId), await readTermState(tx, intoId)];
    if (!from || !into) return fail({ code: 'unknown' });
    const isPossible = from.taxonomy === into.taxonomy && termId !== intoId && !into.retired && !from.retired;
    if (!isPossible || into.state.parentId === termId) return fail({ code: 'mergeWrong' });
    await keepFirst(tx, termId, from.state, { staff, now });
    await keepFirst(tx, intoId, into.state, { staff, now });

    const { enterprises } = await usersOf(tx, termId);
    const changes = changedRecords(tx, enterprises, from.taxonomy, { from: from.code, into: into.code });
    await saveEnterprises(tx, changes, { actor: staff.name, runId: null });
    await moveStories(tx, termId, intoId);
    if (from.taxonomy === 'practiceType') await joinThemes(tx, from.code, into.code);
    await tx.taxonomyTerm.updateMany({ where: { parentId: termId }, data: { parentId: intoId } });

    const state = withNamesOf(into.state, from.state);
    await writeTermState(tx, intoId, state);
    await tx.taxonomyTerm.update({
      where: { id: termId },
      data: { retiredAt: now, mergedInto: intoId },
      select: { id: true },
    });
    await keepVersion(tx, { termId, by: staff.id, kind: 'merged', state: from.state, now });
    await keepVersion(tx, { termId: intoId, by: staff.id, kind: 'changed', state, now });
    const users = await usersOf(tx, intoId);
    await saveIndex(tx, users);
    await recordAudit(tx, {
      actor: { kind: 'staff', id: staff.id },
      action: 'term.merge',
      object: { kind: 'term', id: termId },
      details: { into: intoId, records: enterprises.length },
    });
    await tx.$executeRawUnsafe(BUMP_CONTENT_VERSION);
    return ok(null);
  });
}

async function saveIndex(
  tx: Tx,
  { enterprises, stories }: { enterprises: number[]; stories: number[] },
): Promise<void> {
  for (let at = 0; at < enterprises.length; at += BATCH) {
    await reindexEnterprises(tx, enterprises.slice(at, at + BATCH));
  }
  for (let at = 0; at < stories.length; at += BATCH) await reindexStories(tx, stories.slice(at, at + BATCH));
}

async function* changedRecords(
  tx: Tx,
  ids: readonly number[],
  taxonomy: string,
  codes: { from: string; into: string },
): AsyncGenerator<EnterpriseChange> {
  for (let at = 0; at < ids.length; at += BATCH) {
    for (const [id, { input }] of await readInputs(tx, ids.slice(at, at + BATCH))) {
      const changed = withTerm(input, taxonomy, codes);
      if (changed !== input) yield { id, input: changed };
    }
  }
}

/** A record with another term in place of one; the same object when it has not got it. */
export function withTerm(
  input: EnterpriseInput,
  taxonomy: string,
  { from, into }: { from: string; into: string },
): EnterpriseInput {
  const list = TERM_LISTS.find(([name]) => name === taxonomy)?.[1];
  if (list) {
    if (!input[list].includes(from)) return input;
    return { ...input, [list]: [...new Set(input[list].map((code) => (code === from ? into : code)))] };
  }
  const value = (input as unknown as Record<string, string | { code: string } | null>)[taxonomy];
  if (value === from) return { ...input, [taxonomy]: into };
  if (value && typeof value === 'object' && value.code === from)
    return { ...input, [taxonomy]: { ...value, code: into } };
  return input;
}

async function moveStories(tx: Tx, termId: string, intoId: string): Promise<void> {
  await tx.$executeRawUnsafe(
    `INSERT OR IGNORE INTO "StoryTerm" ("storyId", "termId", "position")
     SELECT "storyId", ?, "position" FROM "StoryTerm" WHERE "termId" = ?`,
    ...[intoId, termId],
  );
  await tx.storyTerm.deleteMany({ where: { termId } });
}

/** Whoever looks for the old name finds the new term. */
function withNamesOf(into: TermState, from: TermState): TermState {
  const synonyms = [...into.synonyms];
  const add = (lang: 'sr' | 'en', text: string) => {
    const known = text === into.labelSr || text === into.labelEn;
    if (!known && !synonyms.some((one) => one.lang === lang && one.text === text)) synonyms.push({ lang, text });
  };
  add('sr', from.labelSr);
  add('en', from.labelEn);
  for (const { lang, text } of from.synonyms) add(lang, text);
  return { ...into, synonyms };
}
