/**
 * Words that carry no meaning in a search, folded. Serbian: prepositions, conjunctions, particles, the verb
 * "to be" and the relative pronoun. English: articles, prepositions, conjunctions, "to be".
 * Left in on purpose: possessives (Naša kuća, Our House), numbers, `radi` (works), `sto` (a hundred, a table).
 */
const SERBIAN =
  'a ali ako bez bi bio bila bilo bili ce da do dok ga i ih ili im iz izmedu ja je jer jos ka kad kada kao ko kod ' +
  'koja koje kojeg kojem koji kojih kojim kojima kojoj koju k li mu na nad nakon ne nego ni niti o od oko on ona one ' +
  'oni ono ova ovaj ove ovi ovo pa po pod posle pre preko prema pri s sa se si smo su svoj svoja svoje svojih svojim ' +
  'ste sva sve svega svemu svi svih svim svima ta taj te ti to tu u uz vec za zbog';
const ENGLISH =
  'a an and are as at be by for from has have in into is it its of on or that the their this to was were which who with';

const STOP_WORDS: ReadonlySet<string> = new Set(`${SERBIAN} ${ENGLISH}`.split(' '));

export function isStopWord(folded: string): boolean {
  return STOP_WORDS.has(folded);
}
