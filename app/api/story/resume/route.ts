import { draftCookie } from '@/lib/story-form/draft-cookie';
import { openDraft, redeemResumeLink } from '@/lib/submissions/drafts';
import { answerForm } from '../_support/answer-form';
import { firstOf, seeOther } from '../_support/form';
import { stepPath } from '../_support/save-page';

/** Opens a draft on another device, for whoever has the link and knows the address that it went to. */
export function POST(request: Request): Promise<Response> {
  const query = (entries: Parameters<typeof firstOf>[0]) => ({ t: firstOf(entries, 't') });
  return answerForm(request, '/have-your-say/resume', query, async ({ locale, entries, again }) => {
    const email = firstOf(entries, 'email').trim();
    if (email === '') return again({ code: 'required' });
    const redeemed = await redeemResumeLink({ token: firstOf(entries, 't'), email });
    if (!redeemed.ok) return again(redeemed.error);
    const draft = await openDraft(redeemed.value.secret);
    return seeOther(stepPath(locale, draft?.page ?? 'organisation'), draftCookie(redeemed.value.secret));
  });
}
