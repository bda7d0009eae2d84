import { type Span, spansOf } from './level';

/*
 * A street with a number. The Serbian ones come in any case („u ulici Kneza Miloša 12“, „iz Nemanjine 4“), with and without
 * the word "street", and a number alone says nothing („Crveni krst 12 paketa“): what follows it decides.
 */

const W = String.raw`[\p{L}'’]`;
const EDGE = String.raw`(?<![\p{L}\d])`;

/** "Street" and its like, in every case, short forms, both scripts. */
const KEYWORDS = [
  'ulic(?:a|e|i|u|om)', String.raw`ul\.?`, 'bulevar(?:a|u|om)?', String.raw`bul\.?`, 'trg(?:a|u|om)?',
  'sokak(?:a|u)?', 'sokač(?:e|etu|eta)', 'šetališt(?:e|a|u)', 'setalist(?:e|a|u)', 'prilaz(?:a|u)?', 'kej(?:a|u)?',
  'avenij(?:a|e|i|u)', 'venac', 'venc(?:a|u)',
  'улиц(?:а|е|и|у|ом)', String.raw`ул\.?`, 'булевар(?:а|у|ом)?', String.raw`бул\.?`, 'трг(?:а|у|ом)?',
  'сокак(?:а|у)?', 'сокаче(?:ту|та)?', 'шеталишт(?:е|а|у)', 'прилаз(?:а|у)?', 'кеј(?:а|у)?',
  'авениј(?:а|е|и|у)', 'венац', 'венц(?:а|у)',
]; // biome-ignore format: a list
const KEYWORD = KEYWORDS.join('|');
const CAPITAL_KEYWORD = KEYWORDS.map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join('|');

/** Small words that stand inside the name of a street. */
const TITLES =
  'knez(?:a)?|kralj(?:a|ice)?|car(?:a|ice)?|vojvode|maršala|marsala|generala|majora|kapetana|pukovnika|despota|bana|svetog|svete|sv\\.?|narodn(?:og|ih) heroja|heroja|' +
  'dr\\.?|doktora|prof\\.?|profesora|inž\\.?|patrijarha|vladike|prote|popa|oca|hajduk(?:a)?|braće|brace|sestara|bataljona|brigade|divizije|proleterske|proleterskih|' +
  'srpskih|kosovskih|vladara|ratnika|junaka|boraca|žrtava|zrtava|omladinskih|radnih|akcija|oslobođenja|oslobodjenja|revolucije|slobode|republike|partizanskih?|' +
  'кнеза?|краљ(?:а|ице)?|цар(?:а|ице)?|војводе|маршала|генерала|мајора|капетана|пуковника|деспота|бана|светог|свете|св\\.?|народн(?:ог|их) хероја|хероја|' +
  'др\\.?|доктора|проф\\.?|професора|инж\\.?|патријарха|владике|проте|попа|оца|хајдука?|браће|сестара|батаљона|бригаде|дивизије|пролетерске|пролетерских|' +
  'српских|косовских|владара|ратника|јунака|бораца|жртава|омладинских|радних|акција|ослобођења|револуције|слободе|републике|партизанских?';
const MONTHS =
  'januara|februara|marta|aprila|maja|juna|jula|avgusta|septembra|oktobra|novembra|decembra|' +
  'јануара|фебруара|марта|априла|маја|јуна|јула|августа|септембра|октобра|новембра|децембра';
const DAY_NAME = String.raw`\d{1,2}\.? ?(?:${MONTHS})`;

const CAPITAL = String.raw`\p{Lu}${W}*\.?`;
const TITLE = `(?:${TITLES})`;
/** One to six words, the first or one of which is a name; a day of the calendar is a name too. */
const NAME_AFTER_KEYWORD = `(?:(?:${TITLE}|${CAPITAL}) ){0,5}(?:${DAY_NAME}|${CAPITAL}|${TITLE} ${W}{3,})(?: (?:${TITLE}|${CAPITAL}|i|и|od|од|na|на)){0,4}`;

/** 12, 12a, 12/3, 12-14, br. 12, broj 12, bb; of a house, so three digits at most. */
const HOUSE = String.raw`(?:\d{1,3}(?: ?[a-zа-џ](?![\p{L}]))?(?: ?[/-] ?(?:\d{1,3}|[IVX]{1,4})(?: ?[a-zа-џ](?![\p{L}]))?){0,2})`;
const NO_NUMBER = String.raw`(?:b\.? ?b\.?|б\.? ?б\.?)`;
const NUMBER_WORD = String.raw`(?:(?:br|бр|no|broj(?:u|a)?|број(?:у|а)?|kućni broj|кућни број)\.? ?)`;
/** What may follow a house's number: the end, a mark, a place, or how to go on from there; not the thing that is counted. */
const AFTER = String.raw`(?![\p{L}\d%€$]|[.,:/-]\d|\.?[ ]?(?:[%€$°]))(?=[ ]?(?:$|[\n,;:!?)\]}„“”"»'|]|\.(?=$|[ \n)“”"])|- |-$)| (?:${[
  'u|na|i|ili|a|kod|blizu|stan|sprat|ulaz|preko|pored|iza|ispred|od|do|za|je|sam|smo|su|se|gde|koja|koji|koje|gdje|u_|pa|te|jer|gde|kako|uz|iznad|ispod|na|lokal|lamela|zgrada|tel|telefon',
  'у|на|и|или|а|код|близу|стан|спрат|улаз|преко|поред|иза|испред|од|до|за|је|сам|смо|су|се|где|која|који|које|па|те|јер|како|уз|изнад|испод|локал|ламела|зграда|тел|телефон',
  'in|and|or|near|at|on|is|was|we|where|flat|floor|apartment|opposite|behind|next|to',
].join('|')})(?![\p{L}])| \p{Lu}| \d{5}(?!\d))`;

const numbered = (name: string, comma = '') =>
  String.raw`${name}${comma} ?(?:${NUMBER_WORD}?${HOUSE}${AFTER}|${NO_NUMBER}(?![\p{L}\d]))`;

/** „ulica Kneza Miloša 12“, „ul. 27. marta br. 5“, „Bulevar kralja Aleksandra 73/4“, „na Trgu slobode bb“. */
const WITH_KEYWORD = new RegExp(`${EDGE}(?:${KEYWORD}) ?${numbered(NAME_AFTER_KEYWORD, ',?')}`, 'gu');
const WITH_CAPITAL_KEYWORD = new RegExp(
  `${EDGE}(?:${CAPITAL_KEYWORD}) ?${numbered(`(?:${NAME_AFTER_KEYWORD}|${W}{4,}(?: ${W}{4,}){0,2})`, ',?')}`,
  'gu',
);
/** Typed without any capital: only short „ul.“ or „ulica“, and a name of one to three words. */
const CARELESS = new RegExp(
  String.raw`${EDGE}(?:ul\.?|ulic[aeiu]|bul\.?|bulevar[au]?|ул\.?|улиц[аеиу]|бул\.?|булевар[ау]?) (?!je |su |se |i |je |су |се |и )${numbered(`${W}{3,}(?: ${W}{3,}){0,2}`)}`,
  'gu',
);
/** Titles that begin a street's name: „Kneza Miloša 12“, „vojvode stepe 233“, „Dr Ivana Ribara 5“. */
const LEADING_TITLE =
  'knez(?:a)?|kralja|cara|carice|kraljice|vojvode|maršala|marsala|generala|majora|kapetana|despota|bana|svetog|svete|narodn(?:og|ih) heroja|doktora|dr|patrijarha|vladike|prote|popa|hajduk(?:a)?|braće|brace|' +
  'кнеза?|краља|цара|царице|краљице|војводе|маршала|генерала|мајора|капетана|деспота|бана|светог|свете|народн(?:ог|их) хероја|доктора|др|патријарха|владике|проте|попа|хајдука?|браће';
const BY_TITLE = new RegExp(
  String.raw`${EDGE}(?:${LEADING_TITLE})\.? ${numbered(`${W}{3,}(?: ${W}{3,}){0,2}`, ',?')}`,
  'giu',
);
/** First and family name in the genitive: „Jurija Gagarina 14“, „Nikole Tesle 3“, „Милутина Миланковића 9“. */
const BY_PERSON = new RegExp(
  `${EDGE}${numbered(String.raw`\p{Lu}\p{Ll}+[aeае] (?:\p{Lu}\p{Ll}+ )?\p{Lu}\p{Ll}+(?:a|e|og|ih|а|е|ог|их)`)}`,
  'gu',
);
/** One name as an adjective: „Nemanjina 4“, „u Balkanskoj 18“, „Цвијићева 72“, „Zmaj Jovina 5“. */
const BY_ADJECTIVE = new RegExp(
  `${EDGE}${numbered(
    String.raw`(?:\p{Lu}\p{Ll}+ )?\p{Lu}\p{Ll}+(?:ov|ev|in|sk|čk|ćk|šk|ck|ов|ев|ин|ск|чк|ћк|шк|цк)(?:a|e|oj|u|om|а|е|ој|у|ом)`,
  )}`,
  'gu',
);
/** „Sremska ulica 9“, „Obilićev venac 18“, „Savski trg 1“. */
const BEFORE_KEYWORD = new RegExp(`${EDGE}${numbered(String.raw`\p{Lu}${W}+(?: ${W}+)? (?:${KEYWORD})`)}`, 'gu');
/** Many at once: „Narodnih heroja 8“, „Solunskih ratnika 3“, „Narodnog fronta 12“. */
const BY_MANY = new RegExp(
  `${EDGE}${numbered(String.raw`(?:\p{Lu}\p{Ll}+(?:ih|их) \p{L}\p{Ll}{3,}(?:a|а)|Narodnog [Ff]ronta|Народног [Фф]ронта)`)}`,
  'gu',
);
/** Days and places that are streets in many towns: „27. marta 18“, „Terazije 23“. */
const BY_DAY = new RegExp(
  `${EDGE}${numbered(
    String.raw`(?:(?:1|9|25)\. ?(?:maja|маја)|(?:8|27)\. ?(?:marta|марта)|(?:4|7)\. ?(?:jula|јула)|(?:11|20|23)\. ?(?:oktobra|октобра)|29\. ?(?:novembra|новембра)|Terazij(?:e|ama)|Теразиј(?:е|ама))`,
  )}`,
  'gu',
);
/** Any name with "without a number": „Industrijska zona bb“. */
const WITHOUT_NUMBER = new RegExp(String.raw`${EDGE}\p{Lu}${W}+(?: ${W}+){0,2},? ${NO_NUMBER}(?![\p{L}\d])`, 'gu');
/** „na adresi Lole Ribara 6“, „adresa: Njegoševa 12“. */
const ADDRESS = new RegExp(
  String.raw`${EDGE}(?:adres[aeiu]|адрес[аеиу]|address)(?: (?:je|mi|moja|naša|is|на|је|ми|моја)){0,2}:? (?<what>(?:${DAY_NAME}|\p{Lu}${W}+)(?: ${W}+){0,3},? (?:${NUMBER_WORD}?${HOUSE}|${NO_NUMBER})(?![\p{L}\d]))`,
  'gu',
);
/** „12 Kneza Miloša Street“, „Kneza Miloša Street 12“. */
const ENGLISH = new RegExp(
  String.raw`${EDGE}(?:(?:No\.? ?)?${HOUSE},? (?:${CAPITAL} ){1,3}(?:[Ss]treet|St\.|Str\.|[Rr]oad|[Aa]venue|[Bb]oulevard|[Ss]quare)|(?:${CAPITAL} ){1,3}(?:[Ss]treet|St\.|Str\.|[Rr]oad|[Aa]venue|[Bb]oulevard|[Ss]quare),? (?:[Nn]o\.? |[Nn]umber )?${HOUSE}${AFTER})`,
  'gu',
);

/** Names of things that are numbered and are no streets. */
const NO_STREET =
  /^(?:(?:Evrop|Srp|Agend|Grup|Odluk|Uredb|Osnovn|Srednj|Odeljenj|Soba|Sala|Učionic|Smen|Tačk|Stran|Slik|Tabel|Verzij|Epizod|Linij|Zon|Škol|Mesn)|(?:Европ|Срп|Агенд|Груп|Одлук|Уредб|Основн|Средњ|Одељењ|Соба|Сала|Учиониц|Смен|Тачк|Стран|Слик|Табел|Верзиј|Епизод|Линиј|Зон|Школ|Месн))\p{Ll}*(?: \p{L}+)? \d/u;

export function findStreets(text: string): Span[] {
  return [
    ...spansOf(text, ADDRESS),
    ...spansOf(text, WITH_KEYWORD),
    ...spansOf(text, WITH_CAPITAL_KEYWORD),
    ...spansOf(text, CARELESS),
    ...spansOf(text, ENGLISH),
    ...[BEFORE_KEYWORD, BY_TITLE, BY_PERSON, BY_ADJECTIVE, BY_MANY, BY_DAY].flatMap((pattern) =>
      spansOf(text, pattern, (found) => !NO_STREET.test(found)),
    ),
    ...spansOf(text, WITHOUT_NUMBER),
  ];
}
