import { hrefFor } from '@/lib/i18n/navigation';
import { draftCookie, draftSecretOf } from '@/lib/story-form/draft-cookie';
import { discardDraft, openDraft } from '@/lib/submissions/drafts';
import { answerForm } from '../_support/answer-form';
import { firstOf, seeOther } from '../_support/form';

/** Begins another story: forgets a draft that was sent, or erases one that was not, when its writer says so. */
export function POST(request: Request): Promise<Response> {
  return answerForm(
    request,
    '/have-your-say',
    () => '',
    async ({ locale, entries, again }) => {
      const secret = draftSecretOf(request.headers.get('cookie'));
      const draft = await openDraft(secret);
      if (draft && !draft.sentAs && secret) {
        if (firstOf(entries, 'discard') !== 'yes')
          return seeOther(hrefFor(locale, '/have-your-say', {}, { fresh: '1' }));
        const discarded = await discardDraft(secret);
        if (!discarded.ok) return again(discarded.error);
      }
      const enterprise = firstOf(entries, 'enterprise');
      const query: Record<string, string> = enterprise ? { enterprise } : {};
      const path = hrefFor(locale, '/have-your-say/form/[step]', { step: '1' }, query);
      return seeOther(path, draftCookie(null));
    },
  );
}
