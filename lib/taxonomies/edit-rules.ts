import { fail, ok, type Result } from '@/lib/shared/result';
import type { Synonym, TermLink } from './schema';

/** A term as staff edit it; each version keeps one of these. */
export interface TermState {
  labelSr: string;
  labelSrCyrl: string | null;
  labelEn: string;
  noteSr: string | null;
  noteEn: string | null;
  parentId: string | null;
  synonyms: Synonym[];
  links: TermLink[];
}

export type TermVersionKind = 'first' | 'created' | 'changed' | 'retired' | 'restored' | 'merged' | 'returned';

/** What somebody typed of a term. */
export interface TermForm {
  labelSr: string;
  labelSrCyrl: string;
  labelEn: string;
  noteSr: string;
  noteEn: string;
  /** Id of the broader term, or empty. */
  parentId: string;
  /** One a line. */
  synonymsSr: string;
  synonymsEn: string;
  /** "scheme relation address", one a line. */
  links: string;
}

export type TermFault = 'labelWrong' | 'textLong' | 'linkWrong';

export const LABEL_MAX = 120;
const NOTE_MAX = 600;
const MOST_LINES = 60;
const SCHEMES = ['essglobal', 'nace', 'schema'];
const RELATIONS = ['exactMatch', 'closeMatch', 'broadMatch', 'narrowMatch'] as const;

/** Whether a text can be a term's code: it stands in addresses and files. */
export function isTermCode(code: string): boolean {
  return /^[a-z][a-z0-9_]{1,59}$/.test(code);
}

/** Reads what was typed. Pure. */
export function readTermForm(form: TermForm): Result<TermState, TermFault> {
  const text = (value: string) => value.replace(/\s+/g, ' ').trim();
  const labels = [text(form.labelSr), text(form.labelEn)] as const;
  const cyrillic = text(form.labelSrCyrl);
  if (labels.some((label) => label === '' || label.length > LABEL_MAX)) return fail('labelWrong');
  const [noteSr, noteEn] = [text(form.noteSr), text(form.noteEn)];
  const synonyms = [...linesOf(form.synonymsSr, 'sr'), ...linesOf(form.synonymsEn, 'en')];
  const isLong = [noteSr, noteEn].some((note) => note.length > NOTE_MAX) || cyrillic.length > LABEL_MAX;
  if (isLong || synonyms.length > MOST_LINES || synonyms.some((one) => one.text.length > LABEL_MAX)) {
    return fail('textLong');
  }
  const links = form.links
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map(readLink);
  if (links.length > MOST_LINES) return fail('textLong');
  if (links.includes(null)) return fail('linkWrong');
  return ok({
    ...{ labelSr: labels[0], labelEn: labels[1], labelSrCyrl: cyrillic || null },
    ...{ noteSr: noteSr || null, noteEn: noteEn || null, parentId: form.parentId || null },
    ...{ synonyms, links: links as TermLink[] },
  });
}

function linesOf(lines: string, lang: Synonym['lang']): Synonym[] {
  const texts = lines.split('\n').map((line) => line.replace(/\s+/g, ' ').trim());
  return [...new Set(texts.filter((line) => line !== ''))].map((text) => ({ lang, text }));
}

function readLink(line: string): TermLink | null {
  const [scheme = '', relation = '', uri = '', ...rest] = line.trim().split(/\s+/);
  const known = RELATIONS.find((each) => each === relation);
  if (!SCHEMES.includes(scheme) || !known || rest.length > 0 || !/^https?:\/\/\S+$/.test(uri)) return null;
  return { scheme, relation: known, uri };
}

/** A term as its form shows it. */
export function toTermForm(state: TermState): TermForm {
  const lines = (lang: Synonym['lang']) =>
    state.synonyms
      .filter((synonym) => synonym.lang === lang)
      .map(({ text }) => text)
      .join('\n');
  return {
    ...{ labelSr: state.labelSr, labelSrCyrl: state.labelSrCyrl ?? '', labelEn: state.labelEn },
    ...{ noteSr: state.noteSr ?? '', noteEn: state.noteEn ?? '', parentId: state.parentId ?? '' },
    ...{ synonymsSr: lines('sr'), synonymsEn: lines('en') },
    links: state.links.map(({ scheme, relation, uri }) => `${scheme} ${relation} ${uri}`).join('\n'),
  };
}

/** The vocabulary whose terms may be broader than those of this one. */
export function broaderTaxonomy(taxonomy: string): string {
  return taxonomy === 'activity' ? 'activityField' : taxonomy;
}
