/** Web and mail addresses, handles, file names, tags, entities, degrees and licences: never transliterated. */
export const PROTECTED = new RegExp(
  [
    String.raw`(?<![a-z0-9+.-])[a-z][a-z0-9+.-]*:\/\/[^\s<>„“”"]+`,
    String.raw`(?<![\w.+-])[\w.+-]+@[\w-]+(?:\.[\w-]+)+`,
    String.raw`(?<![\p{L}\p{N}.@-])(?:[a-z0-9-]+\.)+(?:rs|com|org|net|eu|info|edu|gov|me|ba|hr|mk|ngo|city|io)(?![\p{L}\p{N}-])(?:\/[^\s<>„“”"]*)?`,
    String.raw`(?<![\p{L}\p{N}_-])[\p{L}\p{N}_-]+\.(?:csv|xlsx?|json|geojson|jsonld|pdf|docx?|html?|xml|zip|txt|md|ttl|png|jpe?g|svg|ts|js|sql|db)(?![\p{L}\p{N}])`,
    String.raw`(?<![\p{L}\p{N}])[@#][\p{L}\p{N}_]+`,
    String.raw`<\/?[a-z][^<>]*>`,
    '&(?:[a-z]+|#x?[0-9a-f]+);',
    '°C',
    String.raw`(?<!\p{L})(?:e-mail|Wi-Fi)(?!\p{L})`,
    String.raw`(?<!\p{L})CC (?:BY|0)(?:-[A-Z]{2})*(?: \d\.\d)?`,
  ].join('|'),
  'giu',
);

/**
 * Words left in Latin: international abbreviations and formats, and names that their owners write so.
 * Compared as written. Those with q, w, x, y or a doubled letter need no entry.
 */
const LEFT_LATIN: ReadonlySet<string> = new Set(
  (
    'EUR USD CD DVD PVC IT LED GIZ UNDP UNHCR UNICEF UNOPS USAID IOM OSCE OECD ILO PWD CSV PDF JPEG PNG HEIC WebP API URL URI HTML CSS JSON GeoJSON LD SQL SVG ISO ' +
    'NACE RDF CC ID IP GPS SMS DOI ODbL SKOS ESSGlobal OpenAPI OpenStreetMap OSM GeoNames Natural Earth Leaflet Prisma ' +
    'Google Facebook Instagram LinkedIn TikTok Viber iOS Android Wikidata GitHub Erasmus RETEX ITECCION IAN Ecocetas ' +
    'Smart Shoes Store Koba Bagel Bejgl Connect Clean Group Idea New City'
  ).split(' '),
);

const ROMAN_NUMERAL = /^(?:I{2,3}|IV|VI{0,3})$/;
/** Letters that Serbian does not have, and doubled ones that only a foreign word has (her oo, ee, jj, dd are her own). */
const FOREIGN_LETTERS = /[qwxyäöüßéèêëáàâãåæøñçíìîïóòôõúùûýőűřěğşţăłħ]|ch|([bcfgklmprst])\1/iu;
const ALL_CAPITALS = /^\p{Lu}+$/u;

/** Does this word stay in Latin? `after` is what follows it: "V." is an initial, "V kolo" and "I. deo" are numbers. */
export function isLeftLatin(word: string, after: string): boolean {
  if (LEFT_LATIN.has(word)) return true;
  if (ROMAN_NUMERAL.test(word)) return word !== 'V' || !after.startsWith('.');
  if (word === 'I') return /^\.\s?\p{Ll}/u.test(after);
  if (/\p{N}/u.test(word) && /\p{Lu}/u.test(word)) return true;
  const foreign = FOREIGN_LETTERS.exec(word);
  return foreign !== null && (foreign[1] === undefined || !ALL_CAPITALS.test(word));
}

const ENGLISH_GLUE = /(?<![\p{L}'’])(?:the|of|and|for|with|by|from)(?![\p{L}'’])/iu;
const SERBIAN_SIGN = /[čćđšž]|(?<!\p{L})(?:i|u|na|za|je|se|sa|od|iz|po|su|ili|kao|koj[aei])(?!\p{L})/iu;

/** Is a stretch between punctuation marks an English phrase, as in „Initiative for social empowerment“? */
export function isEnglishPhrase(clause: string): boolean {
  return ENGLISH_GLUE.test(clause) && !SERBIAN_SIGN.test(clause);
}

/** Roots and prefixed words in which nj or dž are two sounds, with a bar where they part. Anywhere in a word. */
const SPLIT_ROOTS = [
  'in|jekc',
  'in|jekt',
  'in|jicir',
  'in|jurij',
  'kon|junk',
  'kon|jug',
  'kon|jekt',
  'pan|jelin',
  'tan|jug',
];
/** The same, at the beginning of a word (elsewhere the letters may be one: menadžirati). */
const SPLIT_BEGINNINGS = [
  'an|jon', 'van|jez', 'jedan|jez', 'nad|živ', 'nad|žup', 'nad|žnj', 'nad|žet', 'nad|žanj', 'nad|žanr', 'nad|žir', 'nad|ždr',
  'od|žal', 'od|živ', 'od|žub', 'od|žet', 'od|žnj', 'od|žag', 'od|žvak', 'pod|žup', 'pod|žanr', 'pod|žeg', 'pod|žig',
  'pred|živ', 'pred|žet', 'pred|žič',
]; // biome-ignore format: grouped by prefix

const bare = (entries: readonly string[]) => entries.map((entry) => entry.replace('|', '')).join('|');
const SPLIT_WORD = new RegExp(`${bare(SPLIT_ROOTS)}|^(?:ne|naj)?(?:${bare(SPLIT_BEGINNINGS)})`, 'giu');

/** Puts a zero-width non-joiner between letters that look like one of lj, nj, dž and are two: in‌jekcija. */
export function splitFalseDigraphs(word: string): string {
  return word.replace(SPLIT_WORD, (found) => found.replace(/([nd])([jž])/iu, '$1\u200c$2'));
}
