/*
 * Sentences for the browser, which has no catalogue of messages: the server hands over each sentence it may need, by the
 * plural category of its number, with names in braces still to be filled in.
 */

/** A sentence for each plural category of its language, with `{count}` and the like still to be filled in. */
export type PluralTemplates = Partial<Record<Intl.LDMLPluralRule, string>>;

/** Numbers of which each stands for one plural category of Serbian or English. */
const SAMPLES = [1, 2, 5];

/** The sentence of each category: `say` makes it for a number that stands for one. */
export function pluralTemplates(locale: string, say: (sample: number) => string): PluralTemplates {
  const rules = new Intl.PluralRules(locale);
  return Object.fromEntries(SAMPLES.map((sample) => [rules.select(sample), say(sample)]));
}

/** Fills a sentence for a number: `fillPlural(labels.pile, 'en', 12, { place: 'Zlatibor District' })`. */
export function fillPlural(
  sentences: PluralTemplates,
  locale: string,
  count: number,
  values: Readonly<Record<string, string>> = {},
): string {
  const sentence = sentences[new Intl.PluralRules(locale).select(count)] ?? sentences.other ?? '';
  return fill(sentence, { ...values, count: new Intl.NumberFormat(locale).format(count) });
}

/** Puts values in place of `{name}`. */
export function fill(sentence: string, values: Readonly<Record<string, string>>): string {
  return sentence.replace(/\{(\w+)\}/g, (whole, name: string) => values[name] ?? whole);
}
