import { stem } from './stem';

/**
 * The stem of a folded English word: plural and possessive s taken off (bees, women's, bakeries), the
 * commonest irregular plurals by list. Nothing else: English is the second language of the directory.
 */
export function stemEnglish(folded: string): string {
  const irregular = IRREGULAR.get(folded);
  if (irregular !== undefined) return irregular;
  if (folded.length < 4 || !folded.endsWith('s') || /(?:ss|us|is)$/.test(folded)) return folded;
  if (folded.endsWith('ies')) return folded.length > 4 ? `${folded.slice(0, -3)}y` : folded.slice(0, -1);
  if (/(?:ch|sh|ss|x|zz)es$/.test(folded)) return folded.slice(0, -2);
  return folded.slice(0, -1);
}

/**
 * Every stem of a word whose language is not known: a query, a name, a text of mixed words. One or two,
 * the Serbian one first. A text of known language needs only `stem` or `stemEnglish`; a query always asks for all.
 */
export function stems(folded: string): string[] {
  const serbian = stem(folded);
  const english = stemEnglish(folded);
  return serbian === english ? [serbian] : [serbian, english];
}

const IRREGULAR: ReadonlyMap<string, string> = new Map([
  ['women', 'woman'], ['womens', 'woman'], ['men', 'man'], ['mens', 'man'],
  ['children', 'child'], ['childrens', 'child'], ['people', 'person'], ['peoples', 'person'], ['persons', 'person'],
  ['knives', 'knife'], ['lives', 'life'], ['shelves', 'shelf'], ['mice', 'mouse'], ['geese', 'goose'], ['feet', 'foot'],
]); // biome-ignore format: pairs
