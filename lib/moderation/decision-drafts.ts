import 'server-only';
import type { Staff } from '@/lib/accounts/access-rules';
import { db } from '@/lib/db';
import { rows } from '@/lib/db/rows';
import { type StorageTrouble, writing } from '@/lib/db/write';
import { ok, type Result } from '@/lib/shared/result';
import type { PassageRequest } from './commands';

/** What somebody has begun on the page of a story. */
export interface DecisionDraft {
  /** Requests that are collected for one answer. */
  requests: PassageRequest[];
  /** A form that was refused, as it was filled in, by the name of its decision. */
  form: { name: string; values: Record<string, string> } | null;
  /** The version that they had before them when it was refused. */
  seenVersion: number | null;
  /** Newest line of the log that they had before them. */
  seenEvent: number | null;
}

export const NO_DRAFT: DecisionDraft = { requests: [], form: null, seenVersion: null, seenEvent: null };

/** Requests that one answer may hold: more is a new text, and a talk. */
export const MOST_REQUESTS = 12;
/** Longest text of a form that is kept, in UTF-16 units; the limits of the forms are far below. */
const LONGEST = 8_000;

/** What this person has begun on a story; `NO_DRAFT` itself when it is nothing. */
export async function findDraft(staff: Staff, submissionId: number): Promise<DecisionDraft> {
  const row = (await rows(db())).find('DecisionDraft', { submissionId, staffId: staff.id }, ['values']);
  return row ? { ...NO_DRAFT, ...(JSON.parse(row.values) as Partial<DecisionDraft>) } : NO_DRAFT;
}

/** Keeps what somebody has begun, or forgets it when there is nothing. */
export function saveDraft(
  staff: Staff,
  submissionId: number,
  draft: DecisionDraft,
  now = new Date(),
): Promise<Result<null, StorageTrouble>> {
  return writing<null, never>(async (tx) => {
    const key = { submissionId, staffId: staff.id };
    if (draft.requests.length === 0 && draft.form === null) {
      await tx.decisionDraft.deleteMany({ where: key });
      return ok(null);
    }
    // The story may be gone, and with it whatever was written on it.
    if ((await tx.submission.count({ where: { id: submissionId, state: { not: 'erased' } } })) === 0) return ok(null);
    const row = { values: JSON.stringify(shortened(draft)), savedAt: now };
    await tx.decisionDraft.upsert({
      ...{ where: { submissionId_staffId: key }, create: { ...key, ...row }, update: row },
      select: { savedAt: true },
    });
    return ok(null);
  });
}

function shortened({ requests, form, seenVersion, seenEvent }: DecisionDraft): DecisionDraft {
  const values = Object.entries(form?.values ?? {}).map(([name, value]) => [name, value.slice(0, LONGEST)]);
  return {
    requests: requests.slice(0, MOST_REQUESTS),
    form: form && { name: form.name, values: Object.fromEntries(values) },
    ...{ seenVersion, seenEvent },
  };
}
