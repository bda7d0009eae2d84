import 'server-only';
import { db } from '@/lib/db';
import type { Locale } from '@/lib/i18n/locales';
import { reasonLabels } from '@/lib/moderation/reasons';
import type { FieldName } from '@/lib/submissions/fields';
import type { RequestNote } from './step-view';

/** What staff still ask of a story, for the draft that revises it. */
export async function listOpenRequests(reference: string, locale: Locale): Promise<RequestNote[]> {
  const rows = await db().changeRequest.findMany({
    where: { submission: { reference }, answeredAt: null, solvedAt: null },
    orderBy: { id: 'asc' },
    select: { field: true, quote: true, reason: true, note: true },
  });
  const labels = await reasonLabels(locale);
  return rows.map((row) => ({ ...row, field: row.field as FieldName, reason: labels.get(row.reason) ?? '' }));
}
