import { admitMail } from '@/lib/abuse/guard';
import { hrefFor } from '@/lib/i18n/navigation';
import { draftSecretOf } from '@/lib/story-form/draft-cookie';
import { mailResumeLink, revokeResumeLinks } from '@/lib/submissions/drafts';
import { isEmail, tidy } from '@/lib/submissions/values';
import { answerForm } from '../_support/answer-form';
import { firstOf, seeOther } from '../_support/form';

/** "Continue later": mails the link, or makes the links that were mailed useless. */
export function POST(request: Request): Promise<Response> {
  return answerForm(
    request,
    '/have-your-say/later',
    () => '',
    async ({ locale, entries, again }) => {
      const secret = draftSecretOf(request.headers.get('cookie'));
      if (!secret) return again({ code: 'gone' });
      const done = (what: string) => seeOther(hrefFor(locale, '/have-your-say/later', {}, { done: what }));
      if (firstOf(entries, 'act') === 'revoke') {
        const revoked = await revokeResumeLinks(secret);
        return revoked.ok ? done('revoked') : again(revoked.error);
      }
      const email = tidy(firstOf(entries, 'email'));
      if (!isEmail(email)) return again({ code: email === '' ? 'required' : 'notAnEmail' });
      const admitted = await admitMail(request.headers, email);
      if (!admitted.ok) return again(admitted.error);
      const mailed = await mailResumeLink({ secret, email, locale });
      return mailed.ok ? done('mailed') : again(mailed.error);
    },
  );
}
