/**
 * What advertisers write and who helped a neighbour does not. Folded (bald small Latin letters, lib/serbian `fold`), each
 * found at the beginning of a word. Words with an honest use in stories of social enterprises (kredit, investicija, donacija,
 * bonus, seo as village) stand only in phrases.
 */
const SERBIAN = [
  'kazin[oau]', 'kladionic', 'kladenj', 'sportsk\\w+ tiket', 'rulet', 'poker', 'slot (igr|aparat)', 'dzekpot', 'bonus bez depozita',
  'besplatn\\w+ spin', 'brz\\w+ (kredit|pozajmic)', 'kes kredit', 'kredit bez (provere|zirana|jemca)', 'pozajmic\\w+ bez', 'lak\\w+ zarad',
  'zarad\\w+ (od kuce|preko interneta|na internetu|bez rada)', 'garantovan\\w+ (zarad|profit|dobit)', 'brz\\w+ profit', 'duplir\\w+ novac',
  'bitkoin', 'kriptovalut', 'viagr', 'vijagr', 'sijalis', 'potencij\\w+ bez', 'tablete za (mrsavljenje|potenciju)', 'smrsa\\w+ \\d+ kg',
  'eskort', 'porn', 'seks (sms|oglas|cet)', 'vrac\\w+ ljubav', 'ljubavn\\w+ magij', 'skidanje (crne )?magije', 'vidovnja\\w+ pozovite',
  'replik\\w+ (satov|torbi)', 'kupi(te)? (odmah|pratioce|lajkove)', 'prodaj\\w+ pratil', 'posetite nas sajt', 'kliknite (ovde|na link)',
]; // biome-ignore format: a list

const ENGLISH = [
  'casinos?', 'gambl', 'bet(ting|365|way)', 'roulette', 'poker', 'slots? (online|machine|game)', 'online slots?', 'jackpot', 'free spins?',
  'no deposit', 'payday', 'instant loan', 'fast (cash|loan|money)', 'bad credit', 'make money', 'earn (money|\\$)', 'work from home',
  'passive income', 'guaranteed (profit|income|return)', 'double your', 'bitcoin', 'crypto(currency|currencies| trading| invest\\w*)?', 'forex',
  'binary options?', 'viagra', 'cialis', 'levitra', '(online|canadian) pharmac', 'weight loss', 'lose weight', 'diet pills?', 'cbd (oil|gumm)', 'keto',
  'escorts?', 'porn', 'x{3}', 'onlyfans', 'hot (girls|singles)', 'dating site', 'sex (cam|chat|toy)', 'replica (watch|bag)', 'cheap (jerseys|nike|ray)',
  'seo (service|agency|expert|package)', 'backlinks?', 'guest post', 'rank(ing)? (on|in) google', 'website traffic', 'buy (followers|likes|now)',
  'click here', 'visit (our|my) (site|website|blog)', 'limited offer', 'act now', 'hack(er|ing) (for hire|service)', 'recover (your )?lost funds',
  'love spell', 'spell caster', 'whatsapp me', 'telegram channel',
]; // biome-ignore format: a list

const PATTERNS = [...SERBIAN, ...ENGLISH].map((phrase) => new RegExp(`(?<![a-z0-9])${phrase}`));

/** How many different words or phrases of an advertiser stand in a text. @param folded by `fold` */
export function countSpamWords(folded: string): number {
  return PATTERNS.filter((pattern) => pattern.test(folded)).length;
}

/**
 * Hosts of mailboxes that last ten minutes. Kept small on purpose: a long list is never whole, and refuses nobody here
 * anyway, since the address must be confirmed.
 */
const DISPOSABLE = new Set(
  (
    '10minutemail.com 10minutemail.net 20minutemail.com discard.email dispostable.com emailondeck.com fakeinbox.com getairmail.com ' +
    'getnada.com grr.la guerrillamail.com guerrillamail.info guerrillamail.net guerrillamailblock.com inboxkitten.com maildrop.cc ' +
    'mailinator.com mailnesia.com mailsac.com mintemail.com moakt.com mohmal.com mytemp.email nada.email sharklasers.com ' +
    'spam4.me spamgourmet.com temp-mail.io temp-mail.org tempail.com tempmail.com tempmail.dev tempmailo.com throwawaymail.com ' +
    'trashmail.com trashmail.de tmpmail.org yopmail.com yopmail.fr yopmail.net'
  ).split(' '),
);

/** Whether a mailbox is one of those that are thrown away. */
export function isDisposable(email: string): boolean {
  const host = email
    .slice(email.lastIndexOf('@') + 1)
    .trim()
    .toLowerCase();
  return DISPOSABLE.has(host) || [...DISPOSABLE].some((known) => host.endsWith(`.${known}`));
}
