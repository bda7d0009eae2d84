/**
 * Whether a reference could be read as something that nobody wants to see on a receipt. Pure.
 * Words are stems in bald small Latin letters; a reference says one when its signs can be read as the word's letters, across
 * the hyphens, in either script's reading (4 is А and Ч, W is Ш, R is Р) and with the digits that stand for letters.
 */

/** Serbian; c, s, z stand for č ć š ž as well. */
const SERBIAN =
  'kurac kurca kurce kurcin kurv kuro kurton pick picet pizd jeb sran sras srat seronj serem govn guz dupe dupl sisa sise drkaj drka ' +
  'prdez prdn prde prd fufa fufic drolj kopil peder pedof gadur budal glup kreten idiot debil moron majmun stoko krmac krme svinj ' +
  'dubre smrad smrd klosar nakaz balij siptar cigan ustas cetn nacis fasis hitler silova porn seks vagin penis anal anus mrtv crk ' +
  'lud trt zvala zval rasna lezb tuta tutaj satan vrag dzukel gnid krv';

/** English. */
const ENGLISH =
  'fuck fuk fck fuq fvck fku shit sht crap cunt cnt twat slut slvt slt whore hoe arse arsl ass tit boob butt turd trd piss dick ' +
  'dik cock cok cum anal anus fag fgt nig nigr ngr negr dyke spic kike wank wnk bitch btch damn hell sex porn prn rape rapd kill die ' +
  'dead devil satan nazi nzi hitler gas kkk wtf stfu gtfo dumb dummy fat ugly vulva vulv fart frt lsd drug drg dwarf tard';

/** Numbers that extremists use as signs. */
const NUMBERS = ['88', '14', '18', '28', '666', '1389', '1488', '69'];

/** The letters that a sign of a reference may be read as. Digits and letters that no reference has are here for the test. */
const READINGS: Readonly<Record<string, string>> = {
  '0': 'o', '1': 'il', '2': 'z', '3': 'ez', '4': 'ac', '5': 's', '6': 'bg', '7': 't', '8': 'bv', '9': 'gpq',
  A: 'a', B: 'bv', C: 'cs', D: 'd', E: 'e', F: 'f', G: 'g', H: 'hn', I: 'i', J: 'j', K: 'k', L: 'l', M: 'm', N: 'ni',
  O: 'o', P: 'pr', Q: 'qkog', R: 'r', S: 's', T: 't', U: 'u', V: 'vu', W: 'wsv', X: 'xh', Y: 'yu', Z: 'z',
}; // biome-ignore format: a table

/** What of the alphabet may be read as a letter, as a class of a pattern. */
function signsOf(letter: string): string {
  const signs = Object.keys(READINGS).filter((sign) => READINGS[sign]?.includes(letter));
  return `[${signs.join('')}]`;
}

// A letter may be written more than once: FUUCK.
const RUDE = new RegExp(
  [
    ...[...new Set(`${SERBIAN} ${ENGLISH}`.split(' '))].map((word) =>
      [...word].map((letter) => `${signsOf(letter)}+`).join(''),
    ),
    ...NUMBERS,
  ].join('|'),
);

/** Whether nine signs of a reference (hyphens or none between them) can be read as something rude. */
export function isRude(reference: string): boolean {
  return RUDE.test(reference.toUpperCase().replace(/[^A-Z0-9]/g, ''));
}
