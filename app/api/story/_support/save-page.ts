import 'server-only';
import { STAMP_FIELD } from '@/lib/abuse/form-stamp';
import { admitDraft } from '@/lib/abuse/guard';
import { HONEYPOT_FIELD } from '@/lib/abuse/honeypot';
import { findEnterprise } from '@/lib/enterprises/queries';
import { formatClock } from '@/lib/i18n/formats';
import type { Locale } from '@/lib/i18n/locales';
import { hrefFor } from '@/lib/i18n/navigation';
import { words } from '@/lib/i18n/words';
import { suggest } from '@/lib/search/queries';
import { fold } from '@/lib/serbian';
import { fail, type Result } from '@/lib/shared/result';
import { personalDataAdvice } from '@/lib/story-form/advice';
import { draftCookie, draftName, draftSecretOf } from '@/lib/story-form/draft-cookie';
import { answersFromForm, textAnswer } from '@/lib/story-form/form-data';
import type { Trouble } from '@/lib/story-form/kept';
import { faultsOfPage, isAmbiguousPlace } from '@/lib/story-form/page-faults';
import { findPlace, namesPlace, resolvePlaceName } from '@/lib/story-form/places';
import { CONFLICT_ID, type Going, neighbour, parseGoing, SUMMARY_ID, stepNumber } from '@/lib/story-form/steps';
import { type DraftError, openDraft, resolveConflict, type SavedDraft, saveDraft } from '@/lib/submissions/drafts';
import { type FieldName, type FormPage, PAGE_FIELDS } from '@/lib/submissions/fields';
import type { StoryAnswers } from '@/lib/submissions/schema';
import { vocabularies } from '@/lib/taxonomies/queries';
import { type Entries, firstOf, json, localeOf, seeOther, wantsJson } from './form';
import { renderKept } from './render-kept';

type SaveError = DraftError | { code: 'limited'; retryAfterSeconds: number };

/** Statuses of what kept a page from being saved. */
const STATUS: Record<string, number> = {
  gone: 410,
  sent: 409,
  elsewhere: 409,
  tooLarge: 413,
  limited: 429,
  busy: 503,
  full: 507,
  crossOrigin: 403,
  cutOff: 400,
};

/**
 * Saves one posted page of the form, valid or not, and answers: our own script with data, everybody else with the way to
 * the page that follows. What cannot be saved comes back in its fields.
 * @param extra answers that the form does not hold as plain fields (files)
 */
export async function answerSave(
  request: Request,
  page: FormPage,
  entries: Entries,
  extra: StoryAnswers = {},
): Promise<Response> {
  const locale = localeOf(entries);
  if (signsOf(entries) > LONGEST) return refuse(request, page, entries, { code: 'tooLarge' });
  const secret = draftSecretOf(request.headers.get('cookie'));
  const saved = await savePage(request, { page, locale, entries, secret, extra });
  if (!saved.ok) return refuse(request, page, entries, troubleOf(saved.error));
  const cookie = draftCookie(saved.value.secret);
  if (wantsJson(request)) return json(await savedAnswer(locale, page, saved.value, entries), 200, cookie);
  const going = parseGoing(firstOf(entries, 'go'));
  return seeOther(await wayOn(saved.value, { page, locale, going, entries }), cookie);
}

/** Some fifty times the longest page that the limits allow: looking any further at it would cost, and save nothing. */
const LONGEST = 500_000;

function signsOf(entries: Entries): number {
  return entries.reduce((sum, [, value]) => sum + value.length, 0);
}

/** Answers with the page as it was sent, and why it was not saved. */
export function refuse(
  request: Request,
  page: FormPage,
  entries: Entries,
  trouble: Trouble,
): Promise<Response> | Response {
  const status = STATUS[trouble.code] ?? 503;
  if (wantsJson(request)) return json({ ok: false, code: trouble.code === 'limited' ? 'busy' : trouble.code }, status);
  const locale = localeOf(entries);
  return renderKept({
    request,
    locale,
    path: stepPath(locale, page, firstOf(entries, 'from') === 'check' ? { from: 'check' } : {}),
    entries,
    trouble,
    status,
    // The next press makes a new draft of what stands in the fields.
    cookie: trouble.code === 'gone' || trouble.code === 'sent' ? draftCookie(null) : null,
  });
}

function troubleOf(error: SaveError): Trouble {
  if (error.code === 'sent') return { code: 'sent', reference: error.reference };
  if (error.code === 'limited') return { code: 'limited', retryAfterSeconds: error.retryAfterSeconds };
  return { code: error.code };
}

interface PageToSave {
  page: FormPage;
  locale: Locale;
  entries: Entries;
  secret: string | null;
  extra: StoryAnswers;
}

async function savePage(request: Request, wish: PageToSave): Promise<Result<SavedDraft, SaveError>> {
  const { page, locale, entries, secret, extra } = wish;
  if (secret === null) {
    const admitted = await admitDraft({
      headers: request.headers,
      stamp: firstOf(entries, STAMP_FIELD),
      honeypot: firstOf(entries, HONEYPOT_FIELD),
    });
    if (!admitted.ok) return fail(admitted.error);
  }
  const version = Number.parseInt(firstOf(entries, 'version'), 10);
  const saved = await saveDraft({
    secret,
    locale,
    page,
    answers: { ...answersOfPage(page, locale, entries), ...extra },
    version: Number.isInteger(version) ? version : null,
  });
  const choices = choicesOf(page, entries);
  if (!saved.ok || Object.keys(choices).length === 0) return saved;
  return resolveConflict({ secret: saved.value.secret, choices });
}

/** The answers of the page, or of those questions that the script says have changed. */
export function answersOfPage(page: FormPage, locale: Locale, entries: Entries): StoryAnswers {
  const all = withDirectory(page, withGazetteer(page, answersFromForm(page, entries), locale), locale);
  const changed = firstOf(entries, 'changed').split(' ').filter(Boolean);
  if (changed.length === 0) return all;
  // What is picked belongs to what is typed.
  const wanted = new Set<string>(changed);
  if (wanted.has('place')) wanted.add('placeId');
  if (wanted.has('organisationName')) wanted.add('organisationId');
  return Object.fromEntries(Object.entries(all).filter(([field]) => wanted.has(field)));
}

/** The place's id goes with its name: found for a name that was only typed, taken away from one that was changed. */
function withGazetteer(page: FormPage, answers: StoryAnswers, locale: Locale): StoryAnswers {
  if (page !== 'place') return answers;
  const vocab = vocabularies();
  const text = textAnswer(answers, 'place');
  const id = textAnswer(answers, 'placeId');
  if (id !== '' && id !== 'none' && (namesPlace(text, id, vocab) || findPlace(id, vocab, locale)?.name === text))
    return answers;
  const resolved = resolvePlaceName(text, vocab, locale);
  return { ...answers, placeId: resolved.found === 'one' && id !== 'none' ? resolved.place.id : '' };
}

/** Likewise the record of the directory; a name that was only typed and is that of one record is that record's. */
function withDirectory(page: FormPage, answers: StoryAnswers, locale: Locale): StoryAnswers {
  if (page !== 'organisation') return answers;
  const text = textAnswer(answers, 'organisationName');
  const id = textAnswer(answers, 'organisationId');
  const record = /^\d{1,9}$/.test(id) ? findEnterprise(id) : null;
  const isSame = (name: string | null) => name !== null && fold(name).trim() === fold(text).trim();
  if (record && 'id' in record && [record.name.sr, record.name.srCyrl, record.name.en].some(isSame)) return answers;
  return { ...answers, organisationId: idOfName(text, locale) ?? '' };
}

const MOST_NAMES = 8;

function idOfName(text: string, locale: Locale): string | null {
  const wanted = fold(text).trim();
  if (wanted.length < 3 || text.length > 120) return null;
  const slugs = suggest(text, locale, MOST_NAMES).flatMap(({ kind, label, leadsTo }) =>
    kind === 'enterprise' && 'slug' in leadsTo && fold(label).trim() === wanted ? [leadsTo.slug] : [],
  );
  const record = slugs.length === 1 ? findEnterprise(slugs[0] ?? '') : null;
  return record && 'id' in record ? String(record.id) : null;
}

/** `conflict-title=typed`: which of two texts stays. */
function choicesOf(page: FormPage, entries: Entries): Partial<Record<FieldName, 'typed' | 'stored'>> {
  const fields = PAGE_FIELDS[page] as readonly FieldName[];
  return Object.fromEntries(
    fields.flatMap((field) => {
      const choice = firstOf(entries, `conflict-${field}`);
      return choice === 'typed' || choice === 'stored' ? [[field, choice]] : [];
    }),
  );
}

async function savedAnswer(locale: Locale, page: FormPage, saved: SavedDraft, entries: Entries) {
  const t = words(locale, 'StoryForm');
  const fields = PAGE_FIELDS[page] as readonly FieldName[];
  const changed = firstOf(entries, 'changed').split(' ');
  const advice = personalDataAdvice(answersFromForm(page, entries), locale);
  return {
    ok: true,
    version: saved.version,
    draft: draftName(saved.secret),
    line: t('saved.at', { time: formatClock(locale, saved.savedAt) }),
    conflicts: saved.conflicts.filter((field) => fields.includes(field)),
    advice: Object.fromEntries(
      fields.filter((field) => changed.includes(field)).map((field) => [field, advice[field] ?? []]),
    ),
  };
}

interface Wish {
  page: FormPage;
  locale: Locale;
  going: Going;
  entries: Entries;
}

/** The page that follows; the same one, with its faults, when it is not whole and somebody wants to go on. */
async function wayOn(saved: SavedDraft, { page, locale, going, entries }: Wish): Promise<string> {
  const from: Record<string, string> = firstOf(entries, 'from') === 'check' ? { from: 'check' } : {};
  if (saved.conflicts.some((field) => (PAGE_FIELDS[page] as readonly FieldName[]).includes(field)))
    return `${stepPath(locale, page, from)}#${CONFLICT_ID}`;
  if (going === 'later') return hrefFor(locale, '/have-your-say/later');
  if (going === 'back') return stepPath(locale, neighbour(page, -1) ?? page);
  if (going === 'stay') return stepPath(locale, page, from);
  if (going !== 'next' && going !== 'check') return stepPath(locale, going);
  const draft = await openDraft(saved.secret);
  const answers = draft?.answers ?? {};
  // Asked once; who does not choose keeps what was typed.
  const asks = page === 'place' && firstOf(entries, 'placeAsked') === '' && isAmbiguousPlace(answers, vocabularies());
  if (asks || faultsOfPage(page, answers).length > 0)
    return `${stepPath(locale, page, { ...from, check: '1' })}#${SUMMARY_ID}`;
  const next = going === 'check' ? null : neighbour(page, 1);
  return next ? stepPath(locale, next) : hrefFor(locale, '/have-your-say/check');
}

/** Address of a page of the form. */
export function stepPath(locale: Locale, page: FormPage, query: Record<string, string> = {}): string {
  return hrefFor(locale, '/have-your-say/form/[step]', { step: String(stepNumber(page)) }, query);
}
