/** Weights of the first seven digits of a registration number. */
const REGISTRATION_WEIGHTS = [2, 7, 6, 5, 4, 3, 2];

/**
 * Whether a text is a registration number (matični broj): eight digits, the last of which is the check digit
 * 11 − (weighted sum mod 11), where 10 and 11 become 0. The rule is from general knowledge, not from a text of the
 * register; it holds for the numbers of large firms in the tests.
 */
export function isRegistrationNumber(text: string): boolean {
  if (!/^\d{8}$/.test(text)) return false;
  const sum = REGISTRATION_WEIGHTS.reduce((total, weight, index) => total + weight * Number(text[index]), 0);
  const check = 11 - (sum % 11);
  return Number(text[7]) === (check > 9 ? 0 : check);
}

/** Whether a text is a tax number (PIB): nine digits, the last by ISO 7064 MOD 11,10 (from general knowledge). */
export function isTaxId(text: string): boolean {
  if (!/^\d{9}$/.test(text)) return false;
  let product = 10;
  for (const digit of text.slice(0, 8)) product = (((product + Number(digit)) % 10 || 10) * 2) % 11;
  return Number(text[8]) === (11 - product) % 10;
}
