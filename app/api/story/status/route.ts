import { admitMail } from '@/lib/abuse/guard';
import { hrefFor } from '@/lib/i18n/navigation';
import { draftCookie } from '@/lib/story-form/draft-cookie';
import { parseStep } from '@/lib/story-form/steps';
import {
  anonymise,
  appeal,
  erase,
  renewContact,
  requestStatusLink,
  startEdit,
  withdraw,
} from '@/lib/submissions/commands';
import { normalizeReference } from '@/lib/submissions/references';
import { isEmail, tidy } from '@/lib/submissions/values';
import { answerForm, type PostedForm } from '../_support/answer-form';
import { firstOf, seeOther } from '../_support/form';
import { stepPath } from '../_support/save-page';

/** What the author of a story does with it, by the link that opens it; and asking for a new link. */
export function POST(request: Request): Promise<Response> {
  const query = (entries: Parameters<typeof firstOf>[0]): Record<string, string> => {
    const [token, ask] = [firstOf(entries, 't'), firstOf(entries, 'ask')];
    return { ...(token && { t: token }), ...(ask && { ask }) };
  };
  return answerForm(request, '/have-your-say/my-story', query, (form) => act(form));
}

function act(form: PostedForm): Promise<Response> {
  switch (firstOf(form.entries, 'act')) {
    case 'edit':
      return beginEdit(form);
    case 'anonymise':
      return simple(form, anonymise, 'anonymised');
    case 'withdraw':
      return simple(form, withdraw, 'withdrawn');
    case 'renewContact':
      return simple(form, renewContact, 'renewed');
    case 'erase':
      return eraseAll(form);
    case 'appeal':
      return sendAppeal(form);
    default:
      return mailLink(form);
  }
}

const tokenOf = ({ entries }: PostedForm) => firstOf(entries, 't');

function done({ locale }: PostedForm, token: string, what: string): Response {
  return seeOther(hrefFor(locale, '/have-your-say/my-story', {}, { t: token, done: what }));
}

async function simple(
  form: PostedForm,
  command: (token: string) => Promise<{ ok: true } | { ok: false; error: { code: string } }>,
  what: string,
): Promise<Response> {
  const token = tokenOf(form);
  const result = await command(token);
  return result.ok ? done(form, token, what) : form.again(result.error);
}

/** The edit is a draft of its own; the page that was asked about comes first. */
async function beginEdit(form: PostedForm): Promise<Response> {
  const started = await startEdit(tokenOf(form));
  if (!started.ok) return form.again(started.error);
  const page = parseStep(firstOf(form.entries, 'page'));
  const path = page ? stepPath(form.locale, page, { from: 'check' }) : hrefFor(form.locale, '/have-your-say/check');
  return seeOther(path, draftCookie(started.value.secret));
}

async function eraseAll(form: PostedForm): Promise<Response> {
  if (firstOf(form.entries, 'sure') !== 'yes') return form.again({ code: 'untouched' });
  const erased = await erase(tokenOf(form));
  if (!erased.ok) return form.again(erased.error);
  const page = hrefFor(form.locale, '/have-your-say/my-story', {}, { done: 'erased' });
  return seeOther(page, draftCookie(null));
}

async function sendAppeal(form: PostedForm): Promise<Response> {
  const token = tokenOf(form);
  const sent = await appeal({ token, text: firstOf(form.entries, 'text') });
  return sent.ok ? done(form, token, 'appealed') : form.again(sent.error);
}

/** The answer is the same for a right pair and a wrong one. */
async function mailLink(form: PostedForm): Promise<Response> {
  const reference = firstOf(form.entries, 'reference');
  const email = tidy(firstOf(form.entries, 'email'));
  if (normalizeReference(reference) === null) return form.again({ code: 'reference' });
  if (!isEmail(email)) return form.again({ code: 'email' });
  const admitted = await admitMail(form.request.headers, email);
  if (!admitted.ok) return form.again(admitted.error);
  const asked = await requestStatusLink({ reference, email });
  if (!asked.ok) return form.again(asked.error);
  return seeOther(hrefFor(form.locale, '/have-your-say/my-story', {}, { done: 'mailed' }));
}
