import { describe, expect, it } from 'vitest';
import type { EnterpriseListItem } from '@/lib/enterprises/types';
import type { Locale } from '@/lib/i18n/locales';
import { words } from '@/lib/i18n/words';
import { presentCard } from '@/lib/search/present-cards';
import { buildVocabularies } from '@/lib/taxonomies/vocabularies';

const term = (taxonomy: string, code: string, labelSr: string, labelEn: string, more = {}) => ({
  id: `${taxonomy}:${code}`,
  taxonomy,
  code,
  parentId: null,
  labelSr,
  labelEn,
  noteSr: null,
  noteEn: null,
  position: 0,
  mark: null,
  synonyms: [],
  links: [],
  ...more,
});
const vocab = buildVocabularies({
  taxonomies: [],
  terms: [
    term('legalForm', 'cooperative', 'Zadruga', 'Cooperative'),
    term('activityField', 'food', 'Hrana i ugostiteljstvo', 'Food and hospitality', { mark: 'food' }),
    term('activity', 'food_processing', 'Prerada hrane', 'Food processing', { parentId: 'activityField:food' }),
    term('basis', 'called_by_source', 'Socijalno preduzeće po izvoru', 'Social enterprise by its source'),
    term('basis', 'wider_social_economy', 'Šira socijalna ekonomija', 'Wider social economy'),
  ],
  regions: [],
  districts: [],
  municipalities: [],
  settlements: [],
});

const ITEM: EnterpriseListItem = {
  id: 7,
  slug: 'darovi-luznice-7',
  name: { sr: 'Darovi Lužnice', srCyrl: null, en: null },
  legalForm: 'cooperative',
  basis: 'called_by_source',
  activities: ['food_processing'],
  targetGroups: [],
  mark: 'food',
  activityText: { sr: 'Ženska zadruga: ajvar i džemovi.', en: null },
  place: {
    town: 'Gorčinci',
    municipality: null,
    district: { code: '22', nameSr: 'Pirotski okrug', nameEn: 'Pirot District' },
    streetAddress: null,
    postalCode: null,
    position: { lat: 43, lng: 22.4, precision: 'settlement' },
  },
  website: null,
  foundedYear: null,
  lastVerifiedOn: null,
  source: {
    id: 1,
    url: 'https://www.smartkolektiv.org/x',
    title: 'Primer',
    publisher: null,
    retrievedOn: '2026-11-23',
  },
};

const NOTHING = { words: [], stems: [], prefix: null };
function card(locale: Locale, item: Partial<EnterpriseListItem> = {}, more = {}) {
  const context = { locale, vocab, t: words(locale, 'Directory'), matcher: NOTHING, near: null, ...more };
  return presentCard({ ...ITEM, ...item }, context);
}
const textOf = (pieces: readonly { text: string }[]) => pieces.map(({ text }) => text).join('');

describe('a card', () => {
  it.each([
    [
      'sr-Latn',
      'Darovi Lužnice',
      'Gorčinci, Pirotski okrug · zadruga',
      'pročitano 23. 11. 2026.',
      '/preduzeca/darovi-luznice-7',
    ],
    [
      'sr-Cyrl',
      'Дарови Лужнице',
      'Горчинци, Пиротски округ · задруга',
      'прочитано 23. 11. 2026.',
      '/cir/preduzeca/darovi-luznice-7',
    ],
    [
      'en',
      'Darovi Lužnice',
      'Gorčinci, Pirot District · cooperative',
      'read 23 Nov 2026',
      '/en/enterprises/darovi-luznice-7',
    ],
  ] as const)('says in %s who and where it is, and since when that is known', (locale, name, where, read, href) => {
    const shown = card(locale);
    expect(textOf(shown.name)).toBe(name);
    expect(shown.where).toBe(where);
    expect(shown.href).toBe(href);
    expect(shown.source).toMatchObject({ url: 'https://www.smartkolektiv.org/x', name: 'smartkolektiv.org' });
    // A date does not break over two lines.
    expect(shown.source?.read?.replaceAll('\u00a0', ' ')).toBe(read);
  });

  it('says in words what its mark means', () => {
    expect(card('sr-Latn').markLabel).toBe('Hrana i ugostiteljstvo');
    expect(card('sr-Latn', { activities: [], mark: 'open' }).markLabel).toBeNull();
  });

  it('marks a text that was not written in English, and says so', () => {
    expect(card('en').what).toMatchObject({ lang: 'sr-Latn', onlyIn: 'Serbian only' });
    expect(card('sr-Cyrl').what).toMatchObject({ lang: null, onlyIn: null });
    expect(card('en', { activityText: { sr: null, en: 'Ajvar.' } }).what).toMatchObject({ lang: null, onlyIn: null });
    expect(card('sr-Cyrl', { activityText: { sr: null, en: 'Ajvar.' } }).what).toMatchObject({
      lang: 'en',
      onlyIn: 'само на енглеском',
    });
  });

  it('marks the words that matched in the script shown, whatever was typed', () => {
    const matcher = { words: ['zadruga'], stems: [], prefix: null };
    const marked = card('sr-Cyrl', {}, { matcher }).what?.pieces.filter((piece) => piece.marked);
    expect(marked).toEqual([{ text: 'задруга', marked: true }]);
  });

  it('says it when the source does not call it a social enterprise', () => {
    expect(card('sr-Latn').basis).toBeNull();
    expect(card('sr-Latn', { basis: 'wider_social_economy' }).basis).toBe('Šira socijalna ekonomija');
  });

  it('never fills in a place that is not known', () => {
    const place = { ...ITEM.place, town: null, district: null, position: null };
    const shown = card('sr-Latn', { place, legalForm: null }, { near: { lat: 43, lng: 22 } });
    expect(shown.where).toBe('mesto nije navedeno');
    expect(shown.distance).toBeNull();
  });

  it('says how far it is from the place that distances are measured from', () => {
    expect(card('sr-Latn', {}, { near: { lat: 43, lng: 22.35 } }).distance).toBe('udaljeno 4,1 km');
    expect(card('en', {}, { near: { lat: 43.9, lng: 22.4 } }).distance).toBe('100 km away');
  });

  it('names a source that has no address', () => {
    const source = { id: 2, url: null, title: 'Anketa KoRSE', publisher: null, retrievedOn: null };
    expect(card('sr-Latn', { source }).source).toEqual({ url: null, name: 'Anketa KoRSE', read: null });
  });
});
