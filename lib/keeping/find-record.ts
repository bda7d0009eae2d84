import 'server-only';
import type { Tx } from '@/lib/db';
import { nameMatchKey } from '@/lib/enterprises/names';
import { EMPTY_QUERY } from '@/lib/search/params';
import { listMatchingIds } from '@/lib/search/queries';

/** The record that somebody names: by its number, its address, or its whole name. */
export interface NamedRecord {
  id: number;
  name: string;
}

const CANDIDATES = 50;

/** A record by its number, by the address of its page (ours at the desk, or the public one), or by its name; null when unclear. */
export async function findRecord(tx: Tx, text: string): Promise<NamedRecord | null> {
  const named = text.trim();
  const select = { id: true, nameSr: true };
  const alive = { publication: { not: 'merged' } };
  const segments =
    named
      .split(/[?#]/, 1)[0]
      ?.split('/')
      .filter((part) => part !== '') ?? [];
  const last = segments.at(-1) ?? '';
  const byNumber = /^\d{1,9}$/.test(last)
    ? await tx.enterprise.findFirst({ where: { id: Number(last), ...alive }, select })
    : null;
  if (byNumber) return { id: byNumber.id, name: byNumber.nameSr };
  const bySlug = await tx.enterprise.findFirst({ where: { slug: last, ...alive }, select });
  if (bySlug) return { id: bySlug.id, name: bySlug.nameSr };
  const ids = listMatchingIds({ ...EMPTY_QUERY, text: named }).slice(0, CANDIDATES);
  const rows = await tx.enterprise.findMany({ where: { id: { in: ids }, ...alive }, select });
  const same = rows.filter(({ nameSr }) => nameMatchKey(nameSr) === nameMatchKey(named));
  const [only] = same;
  return only && same.length === 1 ? { id: only.id, name: only.nameSr } : null;
}
