import { fold } from '@/lib/serbian';

/** Abbreviations that stand for words, folded. */
const SPELLED_OUT: Readonly<Record<string, readonly string[]>> = {
  zz: ['zemljoradnicka', 'zadruga'],
  ug: ['udruzenje', 'gradana'],
  uz: ['udruzenje', 'zena'],
};

/** Words for a legal form that a name bears or leaves out, folded. */
export const LEGAL_WORDS: ReadonlySet<string> = new Set(['doo', 'ad', 'pr', 'od', 'kd', 'szr', 'str', 'sur', 'ltd']);

/** Words that many names of the field share, folded: they do not tell one enterprise from another. */
export const GENERIC_WORDS: ReadonlySet<string> = new Set(
  `udruzenje udruzenja gradana zena zene zenska zensko zenski aktiv klub zadruga zadruge zemljoradnicka
  poljoprivredna socijalna socijalno socijalni preduzece drustvo fondacija centar organizacija savez mreza asocijacija
  inicijativa radionica kafic kafe kafeterija restoran kuca ekoloska eko etno iz i za u na sa od opstina grad seoska
  rad pomoc sinteticki osoba osobe osobama invaliditetom dece deca mladih mladi kreativni kreativna`.split(/\s+/),
);

/** The words of a name: folded, without punctuation, "d.o.o." as one word, abbreviations spelled out. */
export function nameWords(name: string): string[] {
  const words = fold(name)
    .replace(/\b(?:[a-z]\.\s?){2,}/g, (abbreviation) => `${abbreviation.replace(/[.\s]/g, '')} `)
    .match(/[\p{L}\p{N}]+/gu);
  return (words ?? []).flatMap((word) => SPELLED_OUT[word] ?? [word]);
}

/** The key under which the importer finds a record by its name: folded words, one blank between them. */
export function nameMatchKey(name: string): string {
  return nameWords(name).join(' ');
}
