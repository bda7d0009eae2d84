import { addressKey, hasBudget, takeBudget } from '@/lib/abuse/limits';
import { hrefFor } from '@/lib/i18n/navigation';
import { confirmSuggestion } from '@/lib/suggestions/commands';
import { firstOf, seeOther } from '../../story/_support/form';
import { answerSuggestion } from '../_support';

/** The press of the button that confirms an address. */
export function POST(request: Request): Promise<Response> {
  return answerSuggestion(
    request,
    (entries, locale) => hrefFor(locale, '/suggestion/confirm', {}, { t: firstOf(entries, 't') }),
    async ({ headers, locale, entries, again }) => {
      const key = addressKey(headers);
      const allowed = await hasBudget('wrongSecret', key);
      if (!allowed.ok) return again(allowed.error);
      const done = await confirmSuggestion(firstOf(entries, 't'));
      if (done.ok) return seeOther(hrefFor(locale, '/suggestion', {}, { t: done.value.statusToken }));
      if (done.error.code === 'notFound') await takeBudget('wrongSecret', key);
      return again(done.error);
    },
  );
}
