import 'server-only';
import type { Tx } from '@/lib/db';
import { slugify } from '@/lib/serbian';

/** Where nothing of a title can be written in an address. */
const TITLELESS = 'prica';

/** The readable part of a story's address, before it is made unique. */
export function slugBase(title: string): string {
  return slugify(title) || TITLELESS;
}

/**
 * An address for a story: its title, with a number behind it where another story has, or had, that address. A story
 * may keep its own, and take back one that it had before.
 * @param storyId null for a story that does not exist yet
 */
export async function allocateSlug(tx: Tx, title: string, storyId: number | null): Promise<string> {
  const base = slugBase(title);
  const like = { startsWith: base };
  const [stories, aliases] = [
    await tx.story.findMany({ where: { slug: like }, select: { slug: true, id: true } }),
    await tx.storyAlias.findMany({ where: { slug: like }, select: { slug: true, storyId: true } }),
  ];
  const taken = new Set([
    ...stories.filter(({ id }) => id !== storyId).map(({ slug }) => slug),
    ...aliases.filter((alias) => alias.storyId !== storyId).map(({ slug }) => slug),
  ]);
  // A number that is an id leads to the story of that id, so no address is a number alone.
  const readable = /^\d+$/.test(base) ? `${TITLELESS}-${base}` : base;
  if (!taken.has(readable)) return readable;
  let number = 2;
  while (taken.has(`${readable}-${number}`)) number++;
  return `${readable}-${number}`;
}

/** Gives a story its address; the one before goes on to lead to it. */
export async function moveToSlug(tx: Tx, story: { id: number; slug: string }, slug: string): Promise<void> {
  if (story.slug === slug) return;
  await tx.storyAlias.deleteMany({ where: { slug } });
  await tx.story.update({ where: { id: story.id }, data: { slug }, select: { id: true } });
  await tx.storyAlias.create({ data: { slug: story.slug, storyId: story.id } });
}
