// Writes lib/accounts/common-passwords.json: what people take for a password when it has to be long. It is made here, from
// patterns that every published study of leaked passwords describes (a well-known word, two of them, a row of the keyboard,
// a word twice), over words of Serbian and English life and of this coalition. No list of leaked passwords is copied.
// Only letters stand in it: lib/accounts/password-rules.ts takes digits and signs off, and undoes "p@ssw0rd", before it looks.
import { writeFileSync } from 'node:fs';

const WORDS =
  `password welcome letmein admin master secret qwerty monkey dragon football iloveyou love hello login summer
winter lozinka sifra tajna sigurno moja nasa ljubav volim srce sunce zvezda partizan delije grobari srbija beograd novisad nis
vojvodina jugoslavija marko nikola jovana milica ana marija korse koalicija solidarna mapa zadruga urednik moderator leto zima
passwort passport administrator qwertz sunshine princess superman batman access shadow trustno changeme default pristup
dobrodosli moje nase volimte crvenazvezda kragujevac subotica kosovo balkan jelena milos stefan petar ivana solidarnost
solidarnamapa ekonomija socijalno preduzece udruzenje radnisto volonter koordinator spring autumn prolece jesen januar avgust`
    .split(/\s+/)
    .filter(Boolean);
/** So many of the words, the first ones, are also joined two by two. */
const PAIRED = 54;

const ROWS = [
  'qwertyuiop',
  'qwertzuiop',
  'asdfghjkl',
  'zxcvbnm',
  'yxcvbnm',
  'abcdefghijklmnopqrstuvwxyz',
  'abcdefghijklmno',
];
/** Pieces of a row that people type on the way to twelve signs. */
const WALKS = ROWS.flatMap((row) => [row, [...row].reverse().join(''), row.slice(0, 6), row.slice(0, 4)]);

const found = new Set([...WORDS, ...WALKS]);
for (const word of [...WORDS, ...WALKS]) {
  found.add(word + word);
  found.add(word + word + word);
}
// Names, seasons and the coalition's own words come in any company; the rest stands for itself.
for (const first of WORDS.slice(0, PAIRED)) for (const second of WORDS.slice(0, PAIRED)) found.add(first + second);

const list = [...found].sort();
writeFileSync('lib/accounts/common-passwords.json', `${JSON.stringify(list, null, 2)}\n`);
console.log(`${list.length} written`);
