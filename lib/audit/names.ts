import 'server-only';
import { authorise, type Refusal, type StaffActor } from '@/lib/accounts/access-rules';
import { db } from '@/lib/db';
import type { Locale } from '@/lib/i18n/locales';
import { reasonLabels } from '@/lib/moderation/reasons';
import { ok, type Result } from '@/lib/shared/result';
import { termLabel } from '@/lib/taxonomies/present';
import { vocabularies } from '@/lib/taxonomies/queries';
import type { AuditEntryView } from './schema';

/** What ids of the log mean today. What was erased has no name any more, and is called by its number. */
export interface AuditNames {
  /** Names of staff, by id. */
  staff: ReadonlyMap<string, string>;
  /** References of stories, by id. */
  submissions: ReadonlyMap<string, string>;
  /** Addresses of enterprises, by id. */
  enterprises: ReadonlyMap<string, string>;
  /** Reasons of decisions in words, by code. */
  reasons: ReadonlyMap<string, string>;
  /** A term of a vocabulary in words; the code of one that is gone. */
  term: (taxonomy: string, code: string) => string;
}

/** Looks up what some rows of the log name. */
export async function findAuditNames(
  actor: StaffActor,
  entries: readonly AuditEntryView[],
  locale: Locale,
): Promise<Result<AuditNames, Refusal>> {
  const allowed = authorise(actor, 'readAudit', new Date());
  if (!allowed.ok) return allowed;
  const vocab = vocabularies();
  const said = entries.flatMap(({ details }) => Object.values(details).flat().map(String));
  const staff = new Set([
    ...said,
    ...entries.flatMap(({ actor: { id }, object }) => [id, ...(object.kind === 'staff' ? [object.id] : [])]),
  ]);
  const people = await db().staffUser.findMany({
    where: { id: { in: [...staff].filter((id): id is string => id !== null) } },
    select: { id: true, name: true },
  });
  const stories = await db().submission.findMany({
    where: { id: { in: numbersOf(entries, 'submission', ['other']) } },
    select: { id: true, reference: true },
  });
  const enterprises = await db().enterprise.findMany({
    where: { id: { in: numbersOf(entries, 'enterprise', ['enterprise', 'other', 'into', 'successor']) } },
    select: { id: true, slug: true },
  });
  return ok({
    staff: new Map(people.map(({ id, name }) => [id, name])),
    submissions: new Map(stories.map(({ id, reference }) => [String(id), reference])),
    enterprises: new Map(enterprises.map(({ id, slug }) => [String(id), slug])),
    reasons: await reasonLabels(locale),
    term: (taxonomy, code) => termLabel(vocab, taxonomy, code, locale),
  });
}

/** The numbers by which entries name things of a kind: as their object, or under one of these keys of their details. */
function numbersOf(entries: readonly AuditEntryView[], kind: string, keys: readonly string[]): number[] {
  const ids = entries.flatMap(({ object, details }) => [
    ...(object.kind === kind ? [Number(object.id)] : []),
    ...keys.map((key) => Number(details[key] ?? Number.NaN)),
  ]);
  return [...new Set(ids)].filter((id) => Number.isSafeInteger(id));
}

/** Everybody of staff, the present and the former, for the choice of a person. */
export async function listAuditPeople(actor: StaffActor): Promise<Result<{ id: string; name: string }[], Refusal>> {
  const allowed = authorise(actor, 'readAudit', new Date());
  if (!allowed.ok) return allowed;
  const people = await db().staffUser.findMany({ select: { id: true, name: true } });
  const order = new Intl.Collator('sr-Latn');
  return ok(people.sort((a, b) => order.compare(a.name, b.name)));
}

/** The id behind a reference of a story; other ids as they are. */
export async function findAuditObjectId(typed: string): Promise<string> {
  if (!/[A-Za-z]/.test(typed)) return typed;
  const story = await db().submission.findUnique({
    where: { reference: typed.toUpperCase() },
    select: { id: true },
  });
  return story ? String(story.id) : typed;
}
