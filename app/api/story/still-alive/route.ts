import { hrefFor } from '@/lib/i18n/navigation';
import { isFollowUpAnswer } from '@/lib/stories/follow-up';
import { answerFollowUp } from '@/lib/submissions/commands/follow-up';
import { answerForm } from '../_support/answer-form';
import { firstOf, seeOther } from '../_support/form';

/** The three buttons of E18: whether the practice goes on. */
export function POST(request: Request): Promise<Response> {
  const query = (entries: Parameters<typeof firstOf>[0]) => ({ t: firstOf(entries, 't') });
  return answerForm(request, '/have-your-say/still-alive', query, async ({ locale, entries, again }) => {
    const token = firstOf(entries, 't');
    const answer = firstOf(entries, 'answer');
    if (!isFollowUpAnswer(answer)) return again({ code: 'notFound' });
    const answered = await answerFollowUp(token, answer);
    if (!answered.ok) return again(answered.error);
    return seeOther(hrefFor(locale, '/have-your-say/still-alive', {}, { t: token, done: 'answered' }));
  });
}
