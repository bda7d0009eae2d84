import type { Staff } from '@/lib/accounts/access-rules';
import { db } from '@/lib/db';
import type { Locale } from '@/lib/i18n/locales';
import { hrefFor } from '@/lib/i18n/navigation';
import { findDraft, NO_DRAFT, saveDraft } from '@/lib/moderation/decision-drafts';
import { takeNext } from '@/lib/moderation/take-next';
import { readQueueQuery } from '@/lib/queue/filter';
import type { QueueRow } from '@/lib/queue/queries';
import { QUEUE_SOURCES } from '@/lib/queue/sources';
import { backWith, idOf } from '../queue/back';

export { backWith, idOf };

type Field = (name: string) => string;

/** A number of the form that must be there. */
export function numberOf(value: string): number {
  return /^\d{1,12}$/.test(value) ? Number(value) : -1;
}

/** The queue's query that a page of a story keeps, by the path to come back to. */
export function queueOf(back: string): string {
  return new URLSearchParams(back.split('?', 2)[1] ?? '').get('queue') ?? '';
}

/** Keeps a form that was refused, with what its writer had before them, for the page that shows it again. */
export async function keepForm(
  staff: Staff,
  field: Field,
  name: string,
  values: Readonly<Record<string, string>>,
): Promise<void> {
  const id = idOf(field('story'));
  const draft = await findDraft(staff, id);
  const seen = (what: string) => (field(what) === '' ? null : numberOf(field(what)));
  await saveDraft(staff, id, {
    ...draft,
    form: { name, values: { ...values } },
    ...{ seenVersion: seen('version'), seenEvent: seen('event') },
  });
}

/** Forgets a form that went through; of collected requests only when they were sent. */
export async function dropForm(staff: Staff, id: number, withRequests = false): Promise<void> {
  const draft = await findDraft(staff, id);
  if (draft === NO_DRAFT) return;
  await saveDraft(staff, id, { ...draft, form: null, ...(withRequests && { requests: [] }) });
}

/** The page of a story, with a code of how it went. */
export async function storyPath(
  id: number,
  locale: Locale,
  query: Readonly<Record<string, string | undefined>>,
  anchor = '',
): Promise<string> {
  const story = await db().submission.findUnique({ where: { id }, select: { reference: true } });
  if (!story) return backWith('', locale, { fault: 'notFound' });
  const kept = Object.entries(query).filter((entry): entry is [string, string] => Boolean(entry[1]));
  const path = hrefFor(locale, '/desk/stories/[reference]', { reference: story.reference }, Object.fromEntries(kept));
  return path + anchor;
}

/** After a decision the next thing of the same list opens; when there is none, the story that was decided. */
export async function nextPath(
  staff: Staff,
  locale: Locale,
  { id, event, queue }: { id: number; event: number; queue: string },
): Promise<string> {
  const next = await takeNext(staff, readQueueQuery(queue), id);
  return pathAfter(locale, { id, event, queue, next: next.ok ? next.value : null });
}

/** The same once the next thing is taken, or nothing was left. */
export async function pathAfter(
  locale: Locale,
  { id, event, queue, next }: { id: number; event: number; queue: string; next: QueueRow | null },
): Promise<string> {
  const codes = { decided: String(event), ...(queue !== '' && { queue }) };
  const source = next && QUEUE_SOURCES[next.source];
  if (!next || !source || next.objectId === id) return storyPath(id, locale, codes);
  return hrefFor(locale, source.page, source.params(next), codes);
}
