import { STAMP_FIELD } from '@/lib/abuse/form-stamp';
import { HONEYPOT_FIELD } from '@/lib/abuse/honeypot';
import { hrefFor } from '@/lib/i18n/navigation';
import { admitSuggestion } from '@/lib/suggestions/admit';
import { sendSuggestion } from '@/lib/suggestions/commands';
import { recordForSuggestion } from '@/lib/suggestions/queries';
import { chosenFields, parseCorrection } from '@/lib/suggestions/schema';
import { vocabularies } from '@/lib/taxonomies/queries';
import { firstOf } from '../../story/_support/form';
import { answerSuggestion, ownStamp } from '../_support';

/** "Correct this record": at most three facts, each with how one knows. */
export function POST(request: Request): Promise<Response> {
  return answerSuggestion(
    request,
    (entries, locale) => {
      const named = entries.flatMap(([name, value]) => (name === 'f' ? [value] : []));
      const query = new URLSearchParams(chosenFields(named).map((field) => ['f', field]));
      query.set('step', '2');
      const owner = firstOf(entries, 't');
      if (owner !== '') query.set('t', owner);
      return hrefFor(locale, '/enterprises/[slug]/correct', { slug: firstOf(entries, 'slug') || '-' }, query);
    },
    async ({ headers, locale, entries, again, sent }) => {
      const record = await recordForSuggestion(firstOf(entries, 'slug'));
      if (!record || 'movedTo' in record) return again({ code: 'notFound' });
      const parsed = parseCorrection(entries, record.input, vocabularies());
      if (!parsed.ok) return again({ code: 'invalid', faults: parsed.error });
      const { changes, sender } = parsed.value;
      const stamp = firstOf(entries, STAMP_FIELD);
      const written = [...changes.flatMap(({ after }) => after ?? []), ...Object.values(sender.sources)].join('\n');
      const admitted = await admitSuggestion({
        ...{ headers, stamp, honeypot: firstOf(entries, HONEYPOT_FIELD) },
        ...{ name: record.name.sr, text: written, email: sender.email },
      });
      if (!admitted.ok) return again(admitted.error);
      const done = await sendSuggestion({
        ...{ kind: 'correct', enterpriseId: record.id, name: record.name.sr, changes, sender, locale },
        ...{ verdict: admitted.value, stamp: ownStamp(stamp), ownerToken: firstOf(entries, 't') },
      });
      return done.ok ? sent(done.value.token) : again(done.error);
    },
  );
}
