import { notFound } from 'next/navigation';
import type { Staff } from '@/lib/accounts/access-rules';
import { findDeskRecord } from '@/lib/keeping/queries';
import type { DeskRecord } from '@/lib/keeping/schema';

/** The record of the address, or the page of what is not found. @param page of its history */
export async function recordOf(staff: Staff, id: string, page = 1): Promise<DeskRecord> {
  const found = await findDeskRecord(staff, { id: /^\d{1,9}$/.test(id) ? Number(id) : 0, page });
  if (!found.ok) notFound();
  return found.value;
}
