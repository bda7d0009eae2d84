import { toCyrillic } from '@/lib/serbian';
import type { StoryAnswers } from '@/lib/submissions/schema';

/**
 * Invented stories. Every title says so, and so does the first sentence of what was done: whoever meets one of them
 * anywhere knows that nobody of this name did this.
 */
interface Practice {
  title: string;
  organisation: string;
  summary: string;
  problem: string;
  done: string;
  results: string;
  types: readonly string[];
  helped: readonly string[];
}

const PRACTICES: readonly Practice[] = [
  {
    title: 'Obroci za četvrti sprat',
    organisation: 'Zamišljena kuhinja „Kašika“',
    summary: 'Komšije su svakog dana kuvale za starije iz zgrada bez lifta i nosile im obroke do vrata.',
    problem:
      'Stariji ljudi u zgradama bez lifta nisu mogli da siđu do prodavnice, a narodna kuhinja je bila zatvorena.',
    done: 'Kuvali smo u školskoj kuhinji, a mladi su na biciklima nosili tople obroke od vrata do vrata. Svako jutro smo se dogovarali ko kome nosi, a svako veče zapisivali ko nije dobio. Posle tri nedelje uključile su se i dve prodavnice.',
    results: 'Za sedam nedelja podelili smo oko devet hiljada obroka, i niko sa spiska nije ostao bez ručka.',
    types: ['meals', 'delivery'],
    helped: ['older_persons'],
  },
  {
    title: 'Maske iz stare konfekcije',
    organisation: 'Zamišljena zadruga „Šavovi“',
    summary: 'Radionica za popravku odeće je za dva dana prešla na šivenje maski i nije otpustila nikoga.',
    problem:
      'Narudžbine su stale preko noći, a u domu za stare nisu imali nijednu masku. Trebalo je sačuvati plate i pomoći.',
    done: 'Razvukle smo stolove, nabavile pamuk i šile u dve smene po uputstvu doma zdravlja. Svaku seriju smo oprale i izbrojale pre predaje. Maske za dom bile su besplatne, a prodavnicama smo ih davale po ceni materijala.',
    results: 'Sašile smo jedanaest hiljada maski, a svih osam radnica je ostalo na poslu celu godinu.',
    types: ['masks', 'jobs_kept'],
    helped: ['older_persons', 'workers'],
  },
  {
    title: 'Telefon koji sluša',
    organisation: 'Zamišljeno udruženje „Uho“',
    summary: 'Dvadeset volontera je svakog popodneva zvalo ljude koji žive sami, samo da popričaju.',
    problem:
      'Ljudi koji žive sami nedeljama nisu razgovarali ni sa kim. Neki nisu smeli ni do lekara, a nisu ni pitali.',
    done: 'Napravili smo raspored razgovora i kratku obuku sa psihološkinjom. Svaki volonter je imao petoro ljudi koje zove. Kad bi neko rekao da mu treba lek ili lekar, javljali smo patronažnoj službi istog dana, uz njegov pristanak.',
    results:
      'Za četiri meseca obavljeno je više od šest hiljada razgovora, a trideset ljudi je stiglo do lekara na vreme.',
    types: ['psychosocial', 'volunteering'],
    helped: ['older_persons', 'everybody'],
  },
  {
    title: 'Korpa sa njive',
    organisation: 'Zamišljena zadruga „Brazda“',
    summary: 'Mali proizvođači su povrće sa zatvorene pijace prodavali u korpama koje su nosili na kućna vrata.',
    problem:
      'Pijaca je bila zatvorena, povrće je propadalo na njivi, a ljudi u gradu nisu imali gde da kupe sveže voće i povrće.',
    done: 'Udružilo se četrnaest domaćinstava. Naručivalo se telefonom i preko interneta do srede, a korpe smo raznosili petkom. Cenu smo držali istu celog leta, a svaku desetu korpu poklanjali porodicama koje nam je imenovala mesna zajednica.',
    results: 'Prodato je dve hiljade korpi, a domaćinstva su prošla sezonu bez gubitka.',
    types: ['changed_plan', 'delivery'],
    helped: ['producers', 'children_families'],
  },
  {
    title: 'Učionica u telefonu',
    organisation: 'Zamišljeni klub „Azbuka“',
    summary: 'Studenti su deci bez računara predavali preko telefona i pozajmljenih tableta, dva puta nedeljno.',
    problem:
      'Nastava je prešla na internet, a u naselju deca nisu imala ni računar ni vezu. Mnoga su sasvim prestala da uče.',
    done: 'Skupili smo polovne tablete, obrisali ih i napunili zadacima koji rade bez interneta. Svako dete je dobilo svog studenta, koji ga je zvao dva puta nedeljno. Roditeljima smo objasnili gde se šta nalazi, a uređaje smo menjali svakog meseca.',
    results: 'Četrdeset dvoje dece je završilo razred, a troje je upisalo srednju školu koju su želeli.',
    types: ['remote_services', 'volunteering'],
    helped: ['children_families', 'roma'],
  },
  {
    title: 'Sigurna soba',
    organisation: 'Zamišljena mreža „Prag“',
    summary: 'Žene koje su morale da odu od kuće dobijale su smeštaj istog dana, a prevoz ih je čekao.',
    problem:
      'Prijava nasilja je bilo više nego pre, a sigurne kuće su bile pune. Zabrana kretanja je odlazak činila još težim.',
    done: 'Dogovorile smo se sa tri mala pansiona koja su stajala prazna. Dežurale smo na telefonu po smenama, a prevoz je obezbedila jedna taksi zadruga. Sa centrom za socijalni rad smo svakog jutra proveravale koje su sobe slobodne.',
    results: 'Smeštaj je našlo trideset sedam žena i dvadeset dvoje dece, u proseku za manje od četiri sata.',
    types: ['care', 'psychosocial'],
    helped: ['women', 'children_families'],
  },
  {
    title: 'Pekara koja nije stala',
    organisation: 'Zamišljeno preduzeće „Kvasac“',
    summary: 'Pekara u kojoj rade osobe sa invaliditetom promenila je smene da niko ne bi izgubio posao.',
    problem:
      'Polovina zaposlenih je bila u riziku i nije smela na posao, a bez njih pekara ne može da radi ni jednu celu smenu.',
    done: 'Podelili smo posao na ono što može od kuće i ono što ne može. Narudžbine i knjige su prešle na daljinu, a u pekari su radile manje smene sa razmakom. Hleb smo nosili i u tri doma za smeštaj, jer njihov dobavljač nije stizao.',
    results: 'Nije otpušten niko od devetnaest zaposlenih, a proizvodnja je do jeseni porasla za petinu.',
    types: ['jobs_kept', 'changed_plan'],
    helped: ['pwd', 'workers'],
  },
  {
    title: 'Lekovi na dva točka',
    organisation: 'Zamišljena ekipa „Pedala“',
    summary: 'Biciklisti su nosili lekove iz apoteke onima koji nisu smeli napolje, bez naknade i istog dana.',
    problem:
      'Hronični bolesnici nisu smeli u red pred apotekom, a deca im žive u drugim gradovima i državama, pa nije imao ko.',
    done: 'Dvanaest vozača je pokrivalo ceo grad u dve smene. Apoteka je pripremala kese sa šifrom, pa vozači nisu znali ko šta pije. Novac smo nosili u zatvorenim kovertama i svako veče slagali račune sa apotekarkom, do poslednjeg dinara.',
    results: 'Odneto je tri hiljade i dvesta paketa lekova, i nijedan nije zalutao.',
    types: ['delivery', 'volunteering'],
    helped: ['older_persons', 'health_workers'],
  },
];

const PLACES = ['Čačak', 'Niš', 'Subotica', 'Vranje', 'Kragujevac', 'Zrenjanin', 'Užice', 'Bor', 'Šabac', 'Novi Pazar'];
const NOTE = 'Izmišljen primer: postoji samo da bi na probnom radnom stolu bilo šta da se čita, odlučuje i prevodi.';
const NOTE_EN =
  'An invented example: it is here only so that the trial desk has something to read, decide and translate.';

const ENGLISH: Practice = {
  title: 'Warm coats, warm words',
  organisation: 'The imagined workshop “Thimble”',
  summary: 'A repair workshop mended winter coats for families who had arrived with nothing but what they wore.',
  problem:
    'Families came to the centre in autumn clothes, the shops were closed, and donated coats were mostly torn or far too small.',
  done: 'We collected coats at four places, washed them and mended them in the evenings. People from the centre joined us, and two of them turned out to be tailors; they taught us more than we taught them. Every coat got a note with a kind word in three languages.',
  results: 'Three hundred and ten coats found an owner, and two of the tailors found work with us.',
  types: ['fundraising', 'volunteering'],
  helped: ['refugees', 'children_families'],
};

/** The answers of the n-th invented story: another practice, place and author each time. @param n from 0 */
export function inventStory(n: number): StoryAnswers {
  const isEnglish = n % 9 === 5;
  const practice = isEnglish ? ENGLISH : (PRACTICES[n % PRACTICES.length] as Practice);
  const round = Math.floor(n / PRACTICES.length) + 1;
  const locale = isEnglish ? 'en' : n % 7 === 3 ? 'sr-Cyrl' : 'sr-Latn';
  const written = (text: string) => (locale === 'sr-Cyrl' ? toCyrillic(text) : text);
  const mark = isEnglish ? `invented example ${n + 1}` : `izmišljen primer ${n + 1}`;
  return {
    submissionLocale: locale,
    organisationName: round === 1 ? practice.organisation : `${practice.organisation} ${round}`,
    role: (['led', 'took_part', 'was_helped'] as const)[n % 3],
    place: PLACES[n % PLACES.length],
    precision: 'settlement',
    period: 'emergency',
    startMonth: '2020-03',
    endMonth: '2020-07',
    problem: written(practice.problem),
    whatWasDone: written(`${isEnglish ? NOTE_EN : NOTE} ${practice.done}`),
    practiceTypes: practice.types,
    title: written(`${practice.title} (${mark})`),
    summary: written(practice.summary),
    beneficiaries: practice.helped,
    peopleReached: 40 + n * 17,
    results: written(practice.results),
    ...{ support: [], partners: [], photos: [], documents: [], links: [], contentLabels: [] },
    contactName: `Autor Izmišljeni ${n + 1}`,
    showName: n % 4 === 0 ? 'yes' : 'no',
    contactEmail: `autor${n + 1}@demo.example`,
    contactPhone: `+38160000${String(1000 + n)}`,
    licence: 'cc_by',
    consentPublish: 'yes',
  };
}
