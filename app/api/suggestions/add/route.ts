import { STAMP_FIELD } from '@/lib/abuse/form-stamp';
import { HONEYPOT_FIELD } from '@/lib/abuse/honeypot';
import { emptyInput } from '@/lib/enterprises/schema';
import { hrefFor } from '@/lib/i18n/navigation';
import { admitSuggestion } from '@/lib/suggestions/admit';
import { sendSuggestion } from '@/lib/suggestions/commands';
import { findLikelySame } from '@/lib/suggestions/duplicates';
import { applyChanges, parseAddition } from '@/lib/suggestions/schema';
import { vocabularies } from '@/lib/taxonomies/queries';
import { firstOf } from '../../story/_support/form';
import { answerSuggestion, ownStamp } from '../_support';

/** "Add an enterprise". What may be in the directory already is shown once before it is sent. */
export function POST(request: Request): Promise<Response> {
  return answerSuggestion(
    request,
    (_, locale) => hrefFor(locale, '/enterprises/add'),
    async ({ headers, locale, entries, again, sent }) => {
      const vocab = vocabularies();
      const parsed = parseAddition(entries, vocab);
      if (!parsed.ok) return again({ code: 'invalid', faults: parsed.error });
      const { changes, sender } = parsed.value;
      const input = applyChanges(emptyInput('', 'wider_social_economy'), changes, vocab);
      const same = findLikelySame(input);
      if (same.length > 0 && firstOf(entries, 'notSame') !== 'yes') return again({ code: 'same' });
      const stamp = firstOf(entries, STAMP_FIELD);
      const written = [...changes.flatMap(({ after }) => after ?? []), ...Object.values(sender.sources)].join('\n');
      const admitted = await admitSuggestion({
        ...{ headers, stamp, honeypot: firstOf(entries, HONEYPOT_FIELD) },
        ...{ name: input.nameSr, text: written, email: sender.email },
      });
      if (!admitted.ok) return again(admitted.error);
      const done = await sendSuggestion({
        ...{ kind: 'add', enterpriseId: null, name: input.nameSr, changes, sender, locale },
        ...{ verdict: admitted.value, stamp: ownStamp(stamp), duplicates: same.map(({ id }) => id) },
      });
      return done.ok ? sent(done.value.token) : again(done.error);
    },
  );
}
