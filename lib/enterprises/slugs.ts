import 'server-only';
import type { Tx } from '@/lib/db';
import { slugify } from '@/lib/serbian';

/** Where nothing of a name can be written in an address. */
const NAMELESS = 'preduzece';
/** Last parts of our own pages beside the records (`/enterprises/add`). */
const RESERVED: ReadonlySet<string> = new Set(['add', 'dodaj']);

/** The readable part of a record's address, before it is made unique. */
export function slugBase(nameSr: string): string {
  return slugify(nameSr) || NAMELESS;
}

export interface SlugWish {
  /** null: a record that does not exist yet. */
  id: number | null;
  nameSr: string;
  /** Name of its municipality or town; stands behind a name that another record has. */
  place: string | null;
}

/**
 * Finds an address for each record: its name; with the place behind it where another record has that name, or had it
 * once; with a number where both are taken. A record may take back an address that it had before.
 */
export async function allocateSlugs(tx: Tx, wishes: readonly SlugWish[]): Promise<string[]> {
  const owners = await readOwners(tx, wishes.flatMap(firstChoices));
  const slugs: string[] = [];
  for (const wish of wishes) {
    const isFree = (slug: string) =>
      !RESERVED.has(slug) && (!owners.has(slug) || (wish.id !== null && owners.get(slug) === wish.id));
    const slug = firstChoices(wish).find(isFree) ?? (await numbered(tx, wish, isFree));
    // Taken by a record of this batch: its id is not known yet, and none is below zero.
    owners.set(slug, wish.id ?? -1);
    slugs.push(slug);
  }
  return slugs;
}

function firstChoices({ nameSr, place }: SlugWish): string[] {
  const base = slugBase(nameSr);
  const behind = place === null ? '' : slugify(place);
  return behind === '' || base.endsWith(behind) ? [base] : [base, `${base}-${behind}`];
}

/** Which record has, or had, an address. */
async function readOwners(tx: Tx, slugs: string[]): Promise<Map<string, number>> {
  const wanted = { slug: { in: [...new Set(slugs)] } };
  const aliases = await tx.slugAlias.findMany({ where: wanted });
  const present = await tx.enterprise.findMany({ where: wanted, select: { slug: true, id: true } });
  return new Map([
    ...aliases.map(({ slug, enterpriseId }) => [slug, enterpriseId] as const),
    ...present.map(({ slug, id }) => [slug, id] as const),
  ]);
}

async function numbered(tx: Tx, wish: SlugWish, isFree: (slug: string) => boolean): Promise<string> {
  const base = firstChoices(wish).at(-1) ?? NAMELESS;
  const taken = await tx.enterprise.findMany({ where: { slug: { startsWith: `${base}-` } }, select: { slug: true } });
  const aliases = await tx.slugAlias.findMany({ where: { slug: { startsWith: `${base}-` } }, select: { slug: true } });
  const known = new Set([...taken, ...aliases].map(({ slug }) => slug));
  for (let number = 2; ; number++) {
    const slug = `${base}-${number}`;
    if (!known.has(slug) && isFree(slug)) return slug;
  }
}
