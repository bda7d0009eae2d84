import 'server-only';
import { admitSending } from '@/lib/abuse/guard';
import type { Locale } from '@/lib/i18n/locales';
import { fail, ok, type Result } from '@/lib/shared/result';
import { faultText } from '@/lib/story-form/fault-words';
import { sendAnswers } from '@/lib/submissions/commands';
import { CONTACT_FIELDS, FIELD_NAMES, type FieldName } from '@/lib/submissions/fields';
import { type AnswerFault, checkAnswers, type StoryAnswers, type StoryInput } from '@/lib/submissions/schema';

/** Largest body, in bytes: the longest texts in Cyrillic take a fifth of it. */
export const LARGEST_STORY = 262_144;

/** One answer that is wrong, in words. */
export interface AnswerError {
  field: string;
  value: string;
  reason: string;
}

export type SendStoryError =
  | { code: 'tooLarge' }
  | { code: 'malformed' }
  | { code: 'faults'; errors: AnswerError[] }
  | { code: 'limited'; retryAfterSeconds: number }
  | { code: 'trouble' };

/**
 * Sends a story that came through the open interface: the checks of the form, its limits and its judge of spam, then the
 * same command. Photos and documents come through the form only.
 * @param locale language of the answers' faults
 */
export async function sendFromInterface(
  request: Request,
  locale: Locale,
): Promise<Result<{ reference: string; emailMasked: string; locale: Locale }, SendStoryError>> {
  const body = await readBody(request);
  if (!body.ok) return body;
  const answers = body.value;
  const checked = checkAnswers(answers, FIELD_NAMES);
  if (!checked.ok) return fail({ code: 'faults', errors: toErrors(checked.faults, answers, locale) });
  const input = checked.value as StoryInput;
  const idempotencyKey = request.headers.get('idempotency-key')?.slice(0, LONGEST_KEY) ?? null;
  const admitted = await admitSending({ headers: request.headers, origin: 'api', input, draft: null, idempotencyKey });
  if (!admitted.ok) return notNow(admitted.error);
  const sent = await sendAnswers({ answers, spam: admitted.value, idempotencyKey });
  if (sent.ok) return ok({ ...sent.value, locale: input.submissionLocale });
  if (sent.error.code === 'faults')
    return fail({ code: 'faults', errors: toErrors(sent.error.faults, answers, locale) });
  return notNow(sent.error);
}

const LONGEST_KEY = 200;

function notNow(error: { code: 'limited'; retryAfterSeconds: number } | { code: 'busy' | 'full' }) {
  return fail<SendStoryError>(error.code === 'limited' ? error : { code: 'trouble' });
}

/** The answers of a body: a JSON object, whatever stands in it. */
async function readBody(request: Request): Promise<Result<StoryAnswers, SendStoryError>> {
  // A page of another site can make a browser send other types without asking us first.
  if (!/^application\/json\b/i.test(request.headers.get('content-type') ?? '')) return fail({ code: 'malformed' });
  const bytes = await request.arrayBuffer();
  if (bytes.byteLength > LARGEST_STORY) return fail({ code: 'tooLarge' });
  try {
    const body: unknown = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
    if (typeof body !== 'object' || body === null || Array.isArray(body)) return fail({ code: 'malformed' });
    return ok(body as StoryAnswers);
  } catch {
    return fail({ code: 'malformed' });
  }
}

const PERSONAL: ReadonlySet<FieldName> = new Set(CONTACT_FIELDS);

function toErrors(faults: readonly AnswerFault[], answers: StoryAnswers, locale: Locale): AnswerError[] {
  const plain = plainAnswers(answers);
  return faults.map((fault) => {
    const at = [fault.field, fault.item, fault.part].filter((part) => part !== null);
    // What belongs to a person is repeated nowhere, not even to who has sent it.
    const value = PERSONAL.has(fault.field) ? '' : shown(plain[fault.field]);
    return { field: at.join('.'), value, reason: faultText(locale, fault, plain) };
  });
}

/** The answers that can be quoted: texts, numbers, and lists of them. JSON can hold objects that do not even become text. */
function plainAnswers(answers: StoryAnswers): StoryAnswers {
  const isPlain = (value: unknown) => ['string', 'number', 'boolean'].includes(typeof value);
  const entries = FIELD_NAMES.flatMap((field) => {
    const value = answers[field];
    if (isPlain(value)) return [[field, value]];
    return Array.isArray(value) ? [[field, value.map((item) => (isPlain(item) ? item : ''))]] : [];
  });
  return Object.fromEntries(entries) as StoryAnswers;
}

function shown(value: unknown): string {
  return value === undefined ? '' : String(value).slice(0, 100);
}
