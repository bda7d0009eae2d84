import { fold, isStopWord, tokenize } from '@/lib/serbian';
import type { StoryInput } from '@/lib/submissions/schema';
import { countSpamWords, isDisposable } from './spam-words';

/**
 * How much a story looks like spam, with the reasons, for staff. Pure. The score never speaks to who sends: whatever it is,
 * the same page confirms, so that nobody can try until it passes.
 */

/** What each reason weighs; four points are worth a look (Alaveteli's threshold). */
export const SPAM_POINTS = {
  /** The field that no person sees was filled in. */
  trap: 10,
  /** The form came back sooner than anybody reads it. */
  tooFast: 5,
  /** The form was not one that this server gave out, or there was none. */
  noForm: 3,
  oldForm: 1,
  linkInTitle: 4,
  someLinks: 2,
  manyLinks: 5,
  /** The same text was sent lately, by whomever. */
  sentBefore: 4,
  sentOften: 8,
  /** Words of Latin and Cyrillic letters mixed, which only people who hide something write. */
  mixedScripts: 3,
  foreignScript: 5,
  /** Hardly one of the small words that no Serbian or English sentence does without. May be another language of the country. */
  unknownLanguage: 3,
  adWords: 3,
  manyAdWords: 6,
  fullOfAdWords: 9,
  disposableMail: 2,
  shouting: 2,
  repeatedSigns: 2,
  /** One line again and again, or one word. */
  repeatedWords: 3,
} as const;

export type SpamReason = keyof typeof SPAM_POINTS;

export const HOLD_FROM = 4;
export const SPAM_FROM = 9;

export interface SpamVerdict {
  score: number;
  reasons: SpamReason[];
  /** hold: staff see it marked; spam: kept apart, no mail is sent, erased after 30 days. */
  verdict: 'pass' | 'hold' | 'spam';
}

/** What of a story is looked at. */
export type SpamInput = Pick<StoryInput, 'title' | 'summary' | 'organisationName' | 'contactEmail'> &
  Partial<
    Pick<
      StoryInput,
      | 'problem'
      | 'whatWasDone'
      | 'results'
      | 'resources'
      | 'difficulties'
      | 'whatWouldHelp'
      | 'transfer'
      | 'supportNote'
    >
  >;

/** What is known of the sending besides the text. */
export interface SpamFacts {
  /** The hidden field held something. */
  trapped: boolean;
  /** What became of the form's stamp; null where there is no form (the open interface). */
  stamp: 'ok' | 'missing' | 'forged' | 'tooFast' | 'tooOld' | null;
  /** How often the same text was sent in the last days. */
  sentBefore: number;
}

export function judgeSpam(input: SpamInput, facts: SpamFacts): SpamVerdict {
  const reasons = [...reasonsOfFacts(facts), ...reasonsOfTitle(input.title), ...reasonsOfText(input)];
  if (isDisposable(input.contactEmail)) reasons.push('disposableMail');
  const score = reasons.reduce((sum, reason) => sum + SPAM_POINTS[reason], 0);
  return { score, reasons, verdict: score >= SPAM_FROM ? 'spam' : score >= HOLD_FROM ? 'hold' : 'pass' };
}

/** What two sendings of one text have in common, whatever its case, script, blanks and marks. */
export function fingerprintOf(input: SpamInput): string {
  return tokenize(`${input.title} ${input.whatWasDone ?? ''}`)
    .map((token) => token.fold)
    .join(' ');
}

function reasonsOfFacts({ trapped, stamp, sentBefore }: SpamFacts): SpamReason[] {
  const reasons: SpamReason[] = [];
  if (trapped) reasons.push('trap');
  if (stamp === 'tooFast') reasons.push('tooFast');
  if (stamp === 'missing' || stamp === 'forged') reasons.push('noForm');
  if (stamp === 'tooOld') reasons.push('oldForm');
  if (sentBefore >= 3) reasons.push('sentOften');
  else if (sentBefore >= 1) reasons.push('sentBefore');
  return reasons;
}

const LINK =
  /https?:\/\/|www\.|\[url|<a\s|(?<![\p{L}\p{N}@.-])[a-z0-9-]+\.(?:com|net|org|info|biz|ru|cn|top|xyz|shop|online|site|club|vip|icu)(?![\p{L}\p{N}-])/giu;
const SOME_LINKS = 3;
const MANY_LINKS = 7;

function reasonsOfTitle(title: string): SpamReason[] {
  return LINK_IN_TITLE.test(title) ? ['linkInTitle'] : [];
}
const LINK_IN_TITLE = new RegExp(LINK.source, 'iu');

function reasonsOfText(input: SpamInput): SpamReason[] {
  const parts = [input.title, input.summary, input.organisationName, input.problem, input.whatWasDone, input.results, input.resources, input.difficulties, input.whatWouldHelp, input.transfer, input.supportNote]; // biome-ignore format: a list
  const text = parts.filter((part) => typeof part === 'string').join('\n');
  const reasons: SpamReason[] = [];
  const links = text.match(LINK)?.length ?? 0;
  if (links >= MANY_LINKS) reasons.push('manyLinks');
  else if (links >= SOME_LINKS) reasons.push('someLinks');
  const adWords = countSpamWords(fold(text).replace(/\s+/g, ' '));
  if (adWords >= 5) reasons.push('fullOfAdWords');
  else if (adWords >= 2) reasons.push('manyAdWords');
  else if (adWords === 1) reasons.push('adWords');
  if (hasMixedWords(text)) reasons.push('mixedScripts');
  if (isForeignScript(text)) reasons.push('foreignScript');
  else if (isUnknownLanguage(text)) reasons.push('unknownLanguage');
  if (isShouted(text)) reasons.push('shouting');
  if (/([^\s\d._=*-])\1{5,}|([!?€$£])\2{3,}/u.test(text)) reasons.push('repeatedSigns');
  if (repeatsItself(text)) reasons.push('repeatedWords');
  return reasons;
}

/** A Serbian case ending on a name in Latin (`Viberом`) is one such word; three are no accident. */
function hasMixedWords(text: string): boolean {
  const mixed =
    text.match(/[\p{L}\p{M}]*(?:\p{sc=Latin}\p{sc=Cyrillic}|\p{sc=Cyrillic}\p{sc=Latin})[\p{L}\p{M}]*/gu) ?? [];
  return mixed.length >= 3;
}

function isForeignScript(text: string): boolean {
  const letters = text.match(/\p{L}/gu)?.length ?? 0;
  const foreign = text.match(/[^\P{L}\p{sc=Latin}\p{sc=Cyrillic}\p{sc=Greek}]/gu)?.length ?? 0;
  return letters >= 30 && foreign / letters > 0.3;
}

/** Of fifty words of any Serbian or English text more than a tenth are such words; of a list of key words, none. */
function isUnknownLanguage(text: string): boolean {
  const words = tokenize(text);
  return words.length >= 40 && words.filter((word) => isStopWord(word.fold)).length / words.length < 0.06;
}

function isShouted(text: string): boolean {
  const capitals = text.match(/\p{Lu}/gu)?.length ?? 0;
  const letters = text.match(/\p{L}/gu)?.length ?? 0;
  return letters >= 60 && capitals / letters > 0.6;
}

function repeatsItself(text: string): boolean {
  const words = tokenize(text).map((word) => word.fold);
  return words.length >= 60 && new Set(words).size / words.length < 0.18;
}
