import 'server-only';
import { db } from '@/lib/db';
import type { Locale } from '@/lib/i18n/locales';
import { passageIn, textsOfField } from '@/lib/moderation/passages';
import { reasonLabels } from '@/lib/moderation/reasons';
import type { FieldName } from '@/lib/submissions/fields';
import { contentOf } from '@/lib/submissions/versions';
import type { RequestNote } from './step-view';

/** What staff still ask of a story, for the draft that revises it. */
export async function listOpenRequests(reference: string, locale: Locale): Promise<RequestNote[]> {
  const rows = await db().changeRequest.findMany({
    where: { submission: { reference }, answeredAt: null, solvedAt: null },
    orderBy: { id: 'asc' },
    select: { field: true, quote: true, reason: true, note: true, submissionId: true, version: true },
  });
  const labels = await reasonLabels(locale);
  return Promise.all(
    rows.map(async ({ submissionId, version, quote, reason, note, ...row }) => {
      const field = row.field as FieldName;
      const texts = quote === null ? [] : textsOfField(await contentOf(db(), submissionId, version), field);
      const context = quote === null ? null : passageIn(texts, quote);
      return { field, quote, note, context, reason: labels.get(reason) ?? '' };
    }),
  );
}
