import { fold } from '@/lib/serbian';
import { fail, ok, type Result } from '@/lib/shared/result';
import type { Vocabularies } from '@/lib/taxonomies/vocabularies';
import type { CellError } from './report';

/** The code of a term by its code or its label in either language or script. */
export type TermFinder = (taxonomy: string, text: string) => Result<string, CellError>;

export function termFinder(vocabularies: Vocabularies): TermFinder {
  const taxonomies = new Map<string, Map<string, string>>();
  return (taxonomy, text) => {
    const known = taxonomies.get(taxonomy) ?? keysOf(vocabularies, taxonomy);
    taxonomies.set(taxonomy, known);
    const code = known.get(termKey(text));
    return code === undefined
      ? fail({ code: 'unknownTerm', params: { allowed: allowed(vocabularies, taxonomy) } })
      : ok(code);
  };
}

function keysOf(vocabularies: Vocabularies, taxonomy: string): Map<string, string> {
  const terms = vocabularies.terms(taxonomy);
  return new Map([
    ...terms.flatMap(({ code, labelSr, labelEn }) =>
      [labelSr, labelEn].map((label) => [termKey(label), code] as const),
    ),
    // Codes last: where one reads like another term's label, it is the code that is meant.
    ...terms.map(({ code }) => [termKey(code), code] as const),
  ]);
}

function termKey(text: string): string {
  return fold(text).replace(/\s+/g, ' ').trim();
}

function allowed(vocabularies: Vocabularies, taxonomy: string): string {
  return vocabularies
    .terms(taxonomy)
    .map(({ code }) => code)
    .join(', ');
}

/** The size band in which a number of employees lies. @param codes such as "0", "1-4" and "250+" */
export function sizeBand(employees: number, codes: readonly string[]): string | null {
  const band = codes.find((code) => {
    const [, least = '', most = least] = /^(\d+)(?:-(\d+))?\+?$/.exec(code) ?? [];
    if (least === '') return false;
    return employees >= Number(least) && (code.endsWith('+') || employees <= Number(most));
  });
  return band ?? null;
}
