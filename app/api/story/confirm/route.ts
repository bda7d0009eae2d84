import { hrefFor } from '@/lib/i18n/navigation';
import { draftSecretOf } from '@/lib/story-form/draft-cookie';
import { confirmStory, resendConfirmation } from '@/lib/submissions/commands';
import { answerForm } from '../_support/answer-form';
import { firstOf, seeOther } from '../_support/form';

/** The button of the confirmation; and the one that sends the mail again, from the browser that sent or from an old link. */
export function POST(request: Request): Promise<Response> {
  const query = (entries: Parameters<typeof firstOf>[0]) => ({ t: firstOf(entries, 't') });
  return answerForm(request, '/have-your-say/confirm', query, async ({ locale, entries, again }) => {
    const token = firstOf(entries, 't');
    if (firstOf(entries, 'act') !== 'resend') {
      const confirmed = await confirmStory(token);
      if (!confirmed.ok) return again(confirmed.error);
      const { statusToken, again: wasConfirmed } = confirmed.value;
      const done = wasConfirmed ? 'confirmedAgain' : 'confirmed';
      return seeOther(hrefFor(locale, '/have-your-say/my-story', {}, { t: statusToken, done }));
    }
    const page = token === '' ? '/have-your-say/sent' : '/have-your-say/confirm';
    const secret = draftSecretOf(request.headers.get('cookie')) ?? '';
    const sent = await resendConfirmation(token === '' ? { secret } : { token });
    const code = sent.ok ? 'resent' : sent.error.code === 'limited' ? 'limited' : sent.error.code;
    // Who has an old link is told the same whatever became of the story.
    const done = token !== '' && code !== 'limited' ? 'resent' : code;
    return seeOther(hrefFor(locale, page, {}, token === '' ? { done } : { t: token, done }));
  });
}
