import 'server-only';
import { STAMP_FIELD } from '@/lib/abuse/form-stamp';
import { admitDraft } from '@/lib/abuse/guard';
import { HONEYPOT_FIELD } from '@/lib/abuse/honeypot';
import { ok, type Result } from '@/lib/shared/result';
import { draftSecretOf } from '@/lib/story-form/draft-cookie';
import type { Trouble } from '@/lib/story-form/kept';
import { openDraft, saveDraft } from '@/lib/submissions/drafts';
import { type Entries, firstOf, localeOf } from '../_support/form';

/** The draft that files are added to: the browser's own, or a new one, under the same limits as any new draft. */
export async function draftFor(request: Request, fields: Entries): Promise<Result<string, Trouble>> {
  const secret = draftSecretOf(request.headers.get('cookie'));
  if (secret !== null) {
    const draft = await openDraft(secret);
    if (!draft) return { ok: false, error: { code: 'gone' } };
    return draft.sentAs ? { ok: false, error: { code: 'sent', reference: draft.sentAs } } : ok(secret);
  }
  const admitted = await admitDraft({
    headers: request.headers,
    stamp: firstOf(fields, STAMP_FIELD),
    honeypot: firstOf(fields, HONEYPOT_FIELD),
  });
  if (!admitted.ok) return admitted;
  const made = await saveDraft({ secret: null, locale: localeOf(fields), page: 'files', answers: {}, version: null });
  return made.ok ? ok(made.value.secret) : { ok: false, error: { code: made.error.code } };
}
