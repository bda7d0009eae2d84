import { hasCyrillic, toCyrillic, tokenize } from '@/lib/serbian';

/** How a Serbian text will stand in Cyrillic, and the words that stay in Latin (names, addresses, marked ones). */
export interface CyrillicCheck {
  text: string;
  /** Each once, in the order in which they stand. */
  latin: string[];
}

/** Derives the Cyrillic of a text for whoever checks it; null for one that is written in Cyrillic. */
export function checkCyrillic(text: string): CyrillicCheck | null {
  if (text.trim() === '' || (hasCyrillic(text) && toCyrillic(text) === text)) return null;
  const cyrillic = toCyrillic(text);
  const latin = tokenize(cyrillic).filter(({ text: word }) => /\p{Script=Latin}/u.test(word));
  return { text: cyrillic, latin: [...new Set(latin.map(({ text: word }) => word))] };
}
