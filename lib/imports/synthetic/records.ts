import { type EnterpriseInput, emptyInput } from '@/lib/enterprises/schema';
import type { Settlement } from '@/lib/taxonomies/schema';
import type { Vocabularies } from '@/lib/taxonomies/vocabularies';
import { type Random, seededRandom, weightedPicker } from './random';
import words from './words.json';

/** The same records each time: benchmarks must be comparable. */
const SEED = 20_261_123;

/** Shares of the real dataset, in rough. */
const SHARE = { place: 0.9, address: 0.12, municipality: 0.25, founded: 0.4, website: 0.15, size: 0.1, english: 0.8 };
/** About two kilometres around the middle of a settlement, degrees. */
const SPREAD = 0.02;

/**
 * Made-up records for the benchmark: names and texts from word lists, places from the gazetteer, more of them where
 * more people live. Each is marked, in its name and by `synthetic`, so that nobody takes it for an enterprise.
 */
export function* syntheticRecords(count: number, vocabularies: Vocabularies): Generator<EnterpriseInput> {
  const random = seededRandom(SEED);
  const pickSettlement = weightedPicker(vocabularies.settlements, ({ population }) => Math.sqrt(population ?? 1_000));
  const pickForm = weightedPicker(
    [...Object.keys(words.kinds)].filter((code) => vocabularies.term('legalForm', code)),
    (code) => FORM_WEIGHTS[code] ?? 1,
  );
  const codes = (taxonomy: string) => vocabularies.terms(taxonomy).map(({ code }) => code);
  const context = {
    random,
    vocabularies,
    pickSettlement,
    pickForm,
    activities: codes('activity'),
    targetGroups: codes('targetGroup'),
    products: codes('product'),
    sizes: codes('size'),
    bases: codes('basis'),
  };
  for (let number = 1; number <= count; number++) yield makeRecord(number, context);
}

const FORM_WEIGHTS: Readonly<Record<string, number>> = {
  association: 79,
  cooperative: 30,
  enterprise_for_employment_of_pwd: 17,
  limited_company: 8,
  church_org: 5,
  other: 5,
  foundation: 3,
  entrepreneur: 3,
};

interface Context {
  random: Random;
  vocabularies: Vocabularies;
  pickSettlement: (random: Random) => Settlement;
  pickForm: (random: Random) => string;
  activities: string[];
  targetGroups: string[];
  products: string[];
  sizes: string[];
  bases: string[];
}

function makeRecord(number: number, context: Context): EnterpriseInput {
  const { random } = context;
  const legalForm = context.pickForm(random);
  const activities = some(random, context.activities, 2);
  const place = random.chance(SHARE.place) ? context.pickSettlement(random) : null;
  const record = emptyInput(makeName(legalForm, place, random), random.pick(context.bases));
  return {
    ...record,
    legalForm: random.chance(0.87) ? legalForm : null,
    activities: random.chance(0.93) ? activities : [],
    targetGroups: some(random, context.targetGroups, 3),
    products: some(random, context.products, 3),
    ...makeTexts(activities, place, random),
    foundedYear: random.chance(SHARE.founded) ? 1990 + random.below(36) : null,
    size: random.chance(SHARE.size) ? { code: random.pick(context.sizes), year: 2020 + random.below(6) } : null,
    ...(place === null ? {} : makePlace(place, context)),
    contacts: random.chance(SHARE.website)
      ? [{ kind: 'website', value: `https://sinteticki-${number}.example`, personal: false, consentOn: null }]
      : [],
    verification: random.chance(0.3) ? { on: makeDay(random), by: null, method: 'web' } : null,
    sources: [
      {
        url: `https://izvor-${number % 997}.example/${number}`,
        title: `${words.mark} ${number}`,
        publisher: null,
        licence: null,
        retrievedOn: makeDay(random),
        fields: ['nameSr', 'legalForm', 'activities', 'activitySr', 'targetGroups', 'town'],
      },
    ],
    synthetic: true,
  };
}

function makeName(legalForm: string, place: Settlement | null, random: Random): string {
  const kinds = words.kinds[legalForm as keyof typeof words.kinds] ?? words.kinds.other;
  const town = place !== null && random.chance(0.3) ? ` ${place.nameSr}` : '';
  return `${random.pick(kinds)} „${random.pick(words.adjectives)} ${random.pick(words.nouns)}“${town} ${words.mark}`;
}

function makeTexts(activities: readonly string[], place: Settlement | null, random: Random): Partial<EnterpriseInput> {
  const [activity = 'crafts', second] = activities;
  const doing = (code: string) => random.pick(words.work[code as keyof typeof words.work] ?? words.work.crafts);
  const both = second && second !== activity ? `${doing(activity)} i ${doing(second)}` : doing(activity);
  const where = place !== null && random.chance(0.4) ? ` (${place.nameSr})` : '';
  const text = `${both[0]?.toUpperCase()}${both.slice(1)}${where}.`;
  const english = words.workEn[activity as keyof typeof words.workEn] ?? words.workEn.crafts;
  return {
    activitySr: text,
    activityEn: random.chance(SHARE.english) ? `${english}${where}.` : null,
    descriptionSr: random.chance(0.5) ? some(random, words.sentences, 5).join(' ') || null : null,
  };
}

function makePlace(place: Settlement, { random, vocabularies }: Context): Partial<EnterpriseInput> {
  const known = { town: place.nameSr, municipality: place.municipalityId, district: place.districtCode };
  const seat = vocabularies.municipalities.get(place.municipalityId);
  if (random.chance(SHARE.municipality) && seat) {
    return { ...known, position: { lat: seat.lat, lng: seat.lng, precision: 'municipality' } };
  }
  if (!random.chance(SHARE.address)) {
    return { ...known, position: { lat: place.lat, lng: place.lng, precision: 'settlement' } };
  }
  const jitter = () => (random.next() - 0.5) * 2 * SPREAD;
  return {
    ...known,
    streetAddress: `${random.pick(words.streets)} ${1 + random.below(150)}`,
    position: { lat: round(place.lat + jitter()), lng: round(place.lng + jitter()), precision: 'address' },
  };
}

const round = (degrees: number) => Math.round(degrees * 1e5) / 1e5;

function makeDay(random: Random): string {
  const pad = (number: number) => String(number).padStart(2, '0');
  return `${2023 + random.below(3)}-${pad(1 + random.below(12))}-${pad(1 + random.below(28))}`;
}

/** One to `most` different items. */
function some<Item>(random: Random, items: readonly Item[], most: number): Item[] {
  return [...new Set(Array.from({ length: 1 + random.below(most) }, () => random.pick(items)))];
}
