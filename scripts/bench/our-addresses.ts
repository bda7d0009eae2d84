import { openReader } from '@/lib/db/open-reader';
import { formatBoundingBox } from '@/lib/geo/boxes';
import type { BoundingBox } from '@/lib/geo/types';
import { hrefFor } from '@/lib/i18n/navigation';

/** Addresses of our pages and of the interface, without the origin; `query` without its question mark. */

export const HOME = hrefFor('sr-Latn', '/');

export function directoryAddress(query = ''): string {
  return hrefFor('sr-Latn', '/enterprises', {}, query);
}

export function recordAddress(slug: string): string {
  return hrefFor('sr-Latn', '/enterprises/[slug]', { slug });
}

export function interfaceAddress(query: string): string {
  return `/api/v1/enterprises?${query}`;
}

/** What the live map asks for when it shows a rectangle; see app/api/map. */
export function mapAddress({ box, zoom }: { box: BoundingBox; zoom: number }): string {
  return `/api/map?${new URLSearchParams({ view: formatBoundingBox(box), zoom: String(zoom) })}`;
}

/** Slugs of `count` public records, spread evenly over all of them. */
export function listSlugs(file: string, count: number): string[] {
  const connection = openReader(file);
  const slugs = connection
    .prepare(`SELECT slug FROM Enterprise WHERE publication = 'published' ORDER BY id`)
    .pluck()
    .all();
  connection.close();
  const step = Math.max(1, Math.floor(slugs.length / count));
  return (slugs as string[]).filter((_, index) => index % step === 0).slice(0, count);
}
