import { fold } from './fold';
import { RESPELLED } from './respelled';

/**
 * The stem of a folded Serbian word: a key under which its case, number, gender and present-tense forms
 * meet (zadruga, zadruge, zadruzi, zadrugama), not a word to show. Endings only: derived words stay apart
 * (zadruga, zadrugar, zadružni). Works on what `fold` leaves, so it never needs a diacritic.
 *
 * Steps: irregular words by list; ijekavian to ekavian; endings, again and again, so that programa,
 * programu and program end the same; then the sounds that change at the seam (k/c, g/z, h/s; fleeting a).
 * A stem keeps at least three letters. See docs/decisions/0001-serbian-text.md.
 */
export function stem(folded: string): string {
  if (folded.length < MIN_STEM || folded.length > LONGEST_WORD || !ONLY_LETTERS.test(folded)) return folded;
  let known = STEMS.get(folded);
  if (known === undefined) {
    if (STEMS.size >= STEMS_KEPT) STEMS.clear();
    known = findStem(respell(folded));
    STEMS.set(folded, known);
  }
  return known;
}

const ONLY_LETTERS = /^[a-z]+$/;
const MIN_STEM = 3;
/** What is longer is no word, and is left as it is. */
const LONGEST_WORD = 40;

/** A directory says the same few thousand words over and over: remembering them makes indexing many times faster. */
const STEMS = new Map<string, string>();
const STEMS_KEPT = 20_000;

function findStem(word: string): string {
  return IRREGULAR.get(word) ?? settleSeam(stripEndings(toEkavian(word)));
}

/** Names written by ear in Cyrillic: the beginning that Каритас folds to, and that of Caritas. */
const RESPELLED_FOLDS = RESPELLED.map(([latin, cyrillic]) => [fold(cyrillic), fold(latin)] as const).filter(
  ([cyrillicFold, latinFold]) => cyrillicFold !== latinFold,
);

function respell(word: string): string {
  for (const [cyrillicFold, latinFold] of RESPELLED_FOLDS) {
    if (word.startsWith(cyrillicFold)) return latinFold + word.slice(cyrillicFold.length);
  }
  return word;
}

/** mlijeko, mjesto, primjer, ljekovit to mleko, mesto, primer, lekovit. `nje` and most `lje` are ekavian too. */
function toEkavian(word: string): string {
  if (!word.includes('je')) return word;
  return word
    .replace(/([b-df-hj-np-tvz])ije(?=[b-df-hj-np-tvz]+[aeiou])/g, '$1e')
    .replace(/([bfmpstv]|(?<=^|^o|^pro)c)je(?=[b-df-hk-np-tvz]+[aeiou])/g, '$1e')
    .replace(/([mptv])je(?=[b-df-hk-np-tvz]$)/, '$1e')
    .replace(/^(pos|nas|s)?lje(?=[dkpt])/, '$1le');
}

/**
 * Endings, longest first, with the least stem each may leave. They are taken off again and again, so -oga is
 * -a, then -og, and the plural -ovima is -a, -im, -ov. Short ones that many roots end in need a longer stem.
 */
const ENDINGS: readonly (readonly [ending: string, least: number])[] = [
  ['ajuci', 4], ['ujuci', 4],
  ['ama', 3], ['amo', 3], ['aju', 3], ['anj', 4],
  ['om', 3], ['em', 3], ['im', 3], ['am', 4], ['og', 3], ['eg', 4], ['oj', 3], ['ih', 3], ['ov', 3], ['ev', 3], ['uj', 4], ['aj', 4],
  ['a', 3], ['e', 3], ['i', 3], ['o', 3], ['u', 3],
]; // biome-ignore format: one kind of ending a line

/** A word whose -ov is no ending: sirov (raw) is not of sir (cheese). */
const OWN_OV = 'sirov';

function stripEndings(word: string): string {
  let stripped = word
    .replace(/([ao])scu$/, '$1sti')
    .replace(/ivati$/, 'a')
    .replace(/((?:v|j|ir)a|vi|[iu]sti|(?<!kre|au|ban)di)ti$/, '$1')
    .replace(/izam$/, 'izm')
    .replace(/loz(?:i|ima)$/, 'log');
  for (let before = ''; before !== stripped; ) {
    before = stripped;
    if (stripped === OWN_OV) break;
    const match = ENDINGS.find(
      ([ending, least]) => stripped.length - ending.length >= least && stripped.endsWith(ending),
    );
    if (match) stripped = stripped.slice(0, -match[0].length);
  }
  return stripped;
}

/** Consonants that give way before -i and -ima become one, and the a that comes and goes is left out. */
function settleSeam(stripped: string): string {
  const closed = stripped.length >= 5 ? stripped.replace(/([b-df-hj-np-tvz])a([b-df-hj-np-tvz])$/, '$1$2') : stripped;
  if (closed.length <= MIN_STEM) return closed;
  if (closed.endsWith('pc')) return `${closed.slice(0, -2)}bc`;
  const last = closed.at(-1);
  const settled = last === 'k' ? 'c' : last === 'g' ? 'z' : last === 'h' ? 's' : undefined;
  return settled === undefined ? closed : closed.slice(0, -1) + settled;
}

/** Words whose forms no ending explains, each row: stem, then its forms. */
const IRREGULAR: ReadonlyMap<string, string> = new Map(
  [
    'ada adi adu ade adom',
    'ub uba ubu ubom',
    'det dete deteta detetu detetom deca dece deci decu deco decom',
    'covec covek coveka coveku covece covekom ljudi ljude ljudima',
    'posl posao posla poslu poslom poslovi poslova poslove poslovima',
    'del deo dela delu delom delovi delova delove delovima',
    'ruk ruka ruke ruci ruku rukom rukama',
    'nog noga noge nozi nogu nogom nogama',
    'rek reka reke reci reku rekom rekama',
    'otc otac oca ocu ocem ocevi oceva oceve ocevima',
    'cel ceo',
    'bel beo',
    'vesel veseo',
    'kisel kiseo',
    'topl topao',
    'okrugl okrugao',
    'pas psa psu psom psi pse psima',
    'dan dana danu danom dani dane danima',
    'kraljev kraljevo kraljeva kraljevu kraljevom',
    'vranjev vranjevo vranjeva vranjevu vranjevom',
    'presev presevo preseva presevu presevom',
    'obrazov obrazovanje obrazovanja obrazovanju obrazovanjem',
    'prodaj prodaja prodaje prodaji prodaju prodajom prodajama',
    'pism pismo pisma pismu pismom pisama pismima',
    'ljubav ljubavi ljubavlju ljubavima',
    'radio radija radiju radijom radiji',
    'studio studija studiju studijom',
    'video videa videu',
    'nas nasa nase nasi naso nasu nasem nasemu naseg nasega nasoj nasih nasim nasima nasom',
    'vas vasa vase vasi vasu vasem vasemu vaseg vasega vasoj vasih vasim vasima vasom',
  ].flatMap((row) => {
    const [key = '', ...forms] = row.split(' ');
    return [key, ...forms].map((form) => [form, key] as const);
  }),
);
