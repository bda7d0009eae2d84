import { STAMP_FIELD } from '@/lib/abuse/form-stamp';
import { HONEYPOT_FIELD } from '@/lib/abuse/honeypot';
import { hrefFor } from '@/lib/i18n/navigation';
import { admitSuggestion } from '@/lib/suggestions/admit';
import { sendSuggestion } from '@/lib/suggestions/commands';
import { recordForSuggestion } from '@/lib/suggestions/queries';
import { parseClaim } from '@/lib/suggestions/schema';
import { firstOf } from '../../story/_support/form';
import { answerSuggestion, ownStamp } from '../_support';

/** "This is mine": a claim with its evidence. */
export function POST(request: Request): Promise<Response> {
  return answerSuggestion(
    request,
    (entries, locale) => hrefFor(locale, '/enterprises/[slug]/mine', { slug: firstOf(entries, 'slug') || '-' }),
    async ({ headers, locale, entries, again, sent }) => {
      const record = await recordForSuggestion(firstOf(entries, 'slug'));
      if (!record || 'movedTo' in record) return again({ code: 'notFound' });
      const parsed = parseClaim(entries);
      if (!parsed.ok) return again({ code: 'invalid', faults: parsed.error });
      const sender = parsed.value;
      const stamp = firstOf(entries, STAMP_FIELD);
      const admitted = await admitSuggestion({
        ...{ headers, stamp, honeypot: firstOf(entries, HONEYPOT_FIELD) },
        ...{ name: record.name.sr, text: `${sender.evidence}\n${sender.role ?? ''}`, email: sender.email },
      });
      if (!admitted.ok) return again(admitted.error);
      const done = await sendSuggestion({
        ...{ kind: 'mine', enterpriseId: record.id, name: record.name.sr, changes: [], sender, locale },
        ...{ verdict: admitted.value, stamp: ownStamp(stamp) },
      });
      return done.ok ? sent(done.value.token) : again(done.error);
    },
  );
}
