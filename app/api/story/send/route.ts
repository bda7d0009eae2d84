import { STAMP_FIELD } from '@/lib/abuse/form-stamp';
import { admitSending } from '@/lib/abuse/guard';
import { HONEYPOT_FIELD } from '@/lib/abuse/honeypot';
import { hrefFor } from '@/lib/i18n/navigation';
import { draftSecretOf } from '@/lib/story-form/draft-cookie';
import { CONFLICT_ID, pageOfField, SUMMARY_ID } from '@/lib/story-form/steps';
import { sendStory } from '@/lib/submissions/commands';
import { openDraft } from '@/lib/submissions/drafts';
import { FIELD_NAMES, type FieldName } from '@/lib/submissions/fields';
import { checkAnswers } from '@/lib/submissions/schema';
import { answerForm } from '../_support/answer-form';
import { firstOf, seeOther } from '../_support/form';
import { stepPath } from '../_support/save-page';

/** The last button: sends the draft of this browser. Pressed twice, or again after "Back", it leads to the same answer. */
export function POST(request: Request): Promise<Response> {
  return answerForm(
    request,
    '/have-your-say/check',
    () => '',
    async ({ locale, entries, again }) => {
      const secret = draftSecretOf(request.headers.get('cookie'));
      const draft = await openDraft(secret);
      if (!secret || !draft) return again({ code: 'gone' });
      const sent = hrefFor(locale, '/have-your-say/sent');
      if (draft.sentAs) return seeOther(sent);
      const toCheck = `${hrefFor(locale, '/have-your-say/check', {}, { check: '1' })}#${SUMMARY_ID}`;
      const checked = checkAnswers(draft.answers, FIELD_NAMES);
      if (!checked.ok) return seeOther(toCheck);
      const admitted = await admitSending({
        headers: request.headers,
        origin: 'web',
        input: checked.value,
        draft,
        stamp: firstOf(entries, STAMP_FIELD),
        honeypot: firstOf(entries, HONEYPOT_FIELD),
      });
      if (!admitted.ok) return again(admitted.error);
      const story = await sendStory({ secret, origin: 'web', spam: admitted.value });
      if (story.ok) return seeOther(sent);
      switch (story.error.code) {
        case 'faults':
          return seeOther(toCheck);
        case 'stale': {
          const [field] = Object.keys((await openDraft(secret))?.conflict ?? {}) as FieldName[];
          return seeOther(
            field ? `${stepPath(locale, pageOfField(field), { from: 'check' })}#${CONFLICT_ID}` : toCheck,
          );
        }
        default:
          return again(story.error);
      }
    },
  );
}
