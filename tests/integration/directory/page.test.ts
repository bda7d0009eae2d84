import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { LOCALES, type Locale } from '@/lib/i18n/locales';
import type { DirectoryModel } from '@/lib/search/present';
import type { TestDatabase } from '@/tests/support/database';
import { createRealDatabase } from '@/tests/support/real-database';

let database: TestDatabase;
let load: (address: string, locale?: Locale) => DirectoryModel;

beforeAll(async () => {
  database = await createRealDatabase();
  const { loadDirectory } = await import('@/app/[locale]/enterprises/load-directory');
  load = (address, locale = 'sr-Latn') =>
    loadDirectory(locale, address.includes('?') ? address.slice(address.indexOf('?') + 1) : address).model;
});
afterAll(() => database.dispose());

const numberIn = (text: string) => Number(/\d+/.exec(text)?.[0]);
const hits = (address: string, locale?: Locale) => numberIn(load(address, locale).count);
const optionsOf = (model: DirectoryModel) =>
  model.facets.flatMap((facet) =>
    [...facet.first, ...(facet.rest?.options ?? []), ...(facet.notStated ? [facet.notStated] : [])].map((option) => ({
      ...option,
      facet: facet.name,
    })),
  );

describe('what the page promises of its filters', () => {
  it.each(['', 'q=zadruga', 'targetGroup=rural_women&targetGroup=women', 'q=med&region=not_stated'])(
    'the number beside every value is the number of hits after choosing it alone in its facet (%s)',
    (address) => {
      for (const { facet, value, count } of optionsOf(load(address))) {
        const params = new URLSearchParams(address);
        params.delete(facet);
        params.append(facet, value);
        expect(hits(params.toString()), `${address} ${facet}=${value}`).toBe(Number(count));
      }
    },
  );

  it('names the two kinds of records apart, and together they are all hits', () => {
    for (const address of ['', 'q=zadruga', 'targetGroup=pwd']) {
      const model = load(address);
      expect(model.kinds.length).toBeGreaterThan(1);
      expect(model.kinds.reduce((sum, { count }) => sum + Number(count), 0)).toBe(numberIn(model.count));
      for (const kind of model.kinds) expect(hits(kind.href)).toBe(Number(kind.count));
    }
  });

  it('leaves out a facet in which there is nothing to choose: nobody holds the legal status yet', () => {
    const names = load('').facets.map(({ name }) => name);
    expect(names).not.toContain('legalStatus');
    expect(names).toContain('legalForm');
  });

  it.each<[Locale, string]>([
    ['sr-Latn', 'Adresa traži nešto čega više nema, pa je ovaj filter izostavljen: Okrug.'],
    ['sr-Cyrl', 'Адреса тражи нешто чега више нема, па је овај филтер изостављен: Округ.'],
    ['en', 'The address asks for something that does not exist any more, so this filter was left out: District.'],
  ])('says in %s that a filter of the address is gone, and shows what the rest asks for', (locale, said) => {
    const model = load('district=ukinut&legalForm=cooperative', locale);
    expect(model.leftOut).toBe(said);
    expect(hits('district=ukinut&legalForm=cooperative')).toBe(hits('legalForm=cooperative'));
    expect(model.hidden.flat().join(), 'and writes it no more').not.toContain('ukinut');
    expect(load('legalForm=cooperative', locale).leftOut).toBeNull();
  });

  it('keeps the years in the page even where no record has any', () => {
    const model = load('yearFrom=1850&yearTo=1851');
    expect(numberIn(model.count)).toBe(0);
    expect(model.facets.find(({ name }) => name === 'founded')?.open).toBe(true);
    expect(model.years).toMatchObject({ from: '1850', to: '1851' });
  });
});

describe('chips', () => {
  it('stand in the order of choosing, and each takes away its own filter alone', () => {
    const model = load('legalForm=cooperative&targetGroup=rural_women&legalForm=association&yearFrom=1990');
    expect(model.chips.map(({ label }) => label)).toEqual(['Zadruga', 'Udruženje', 'Žene na selu', 'Osnovano od 1990']);
    const without = load(model.chips[1]?.href ?? '');
    expect(without.chips.map(({ label }) => label)).toEqual(['Zadruga', 'Žene na selu', 'Osnovano od 1990']);
    expect(load(model.clearHref).chips).toEqual([]);
  });

  it('name the facet where the value alone says nothing', () => {
    expect(load('legalForm=not_stated&website=yes').chips.map(({ label }) => label)).toEqual([
      'Pravni oblik: Nije navedeno',
      'Veb-sajt: ima veb-sajt',
    ]);
  });

  it('keep the text, the order and the map', () => {
    const [chip] = load('q=zadruga&legalForm=cooperative&sort=newest&view=map&map=44,20,8').chips;
    expect(chip?.href).toBe('/preduzeca?q=zadruga&sort=newest&view=map&map=44%2C20%2C8');
  });
});

describe('an empty result', () => {
  it('says which filter to drop and how many that gives', () => {
    const { empty } = load('q=zadruga&targetGroup=homeless&yearFrom=2000');
    expect(empty?.title).toBe('Nema preduzeća za „zadruga“ uz izabrane filtere');
    expect(empty?.ways.length).toBeGreaterThan(0);
    for (const way of empty?.ways ?? []) expect(hits(way.href)).toBe(numberIn(way.count));
  });

  it.each([
    ['q=!!!', /nema nijednog slova/],
    ['q=-zadruga', /samo šta ne tražite/],
    [`q=${'a'.repeat(600)}`, /predugačak/],
  ])('of a text that cannot be searched for (%s) says what to mend', (address, problem) => {
    const model = load(address);
    expect(model.problem).toMatch(problem);
    expect(model.cards).toEqual([]);
    expect(model.empty).toBeNull();
  });
});

describe('a misspelt text', () => {
  it('is searched for in its right spelling, with a way to the typed one', () => {
    const model = load('q=zadrufa');
    expect(model.text).toBe('zadrufa');
    expect(model.correction?.text).toBe('zadruga');
    expect(model.title).toBe(`${model.count}. Prikazujemo rezultate za „zadruga“ – imenik i mapa`);
    expect(numberIn(model.count)).toBe(hits('q=zadruga'));
    const exactly = load(model.correction?.originalHref ?? '');
    expect(exactly.correction).toBeNull();
    expect(numberIn(exactly.count)).toBe(0);
  });
});

describe('pages', () => {
  it('hold every record once, and the last one stands for all beyond it', () => {
    const first = load('');
    const ids = new Set<number>();
    for (let model = first; ; model = load(model.pages?.nextHref ?? '')) {
      for (const { id } of model.cards) ids.add(id);
      if (!model.pages?.nextHref) break;
    }
    expect(ids.size).toBe(numberIn(first.count));
    const beyond = load('page=1000000000000');
    expect(beyond.cards.length).toBeGreaterThan(0);
    expect(beyond.pages?.nextHref).toBeNull();
  });
});

describe('distance', () => {
  it('is offered as an order only with a place, and stands on the cards', () => {
    expect(load('').sorts.map(({ value }) => value)).not.toContain('distance');
    const model = load('from=nis&sort=distance');
    expect(model.sorts.map(({ value }) => value)).toContain('distance');
    expect(model.cards[0]?.distance).toMatch(/^udaljeno \d+(,\d)?\skm$/);
    expect(load('from=nis').cards[0]?.distance).toBeNull();
  });

  it('from a place that is not in Serbia is refused in words', () => {
    expect(load('from=Atlantida').near).toMatchObject({
      from: 'Atlantida',
      unknownPlace: expect.stringContaining('Atlantida'),
    });
  });
});

describe('the downloads', () => {
  it('take the filter along, and nothing of how the page looks', () => {
    const { downloads } = load('q=zadruga&legalForm=cooperative&view=map&map=44,20,8&page=2&from=nis&sort=distance');
    for (const { href } of downloads?.files ?? []) {
      expect([...new URLSearchParams(href.slice(href.indexOf('?'))).keys()]).toEqual([
        'q',
        'legalForm',
        'near',
        'sort',
        'lang',
      ]);
    }
  });
});

describe('the three locales', () => {
  it('find the same records, whatever the script of the text', () => {
    for (const q of ['zadruga Vojvodine', 'задруга Војводине', 'osobe sa invaliditetom']) {
      const found = LOCALES.map((locale) => load(`q=${q}`, locale).cards.map(({ id }) => id));
      expect(found[0]?.length).toBeGreaterThan(0);
      for (const ids of found) expect(ids).toEqual(found[0]);
    }
  });

  it('say everything in their own words', () => {
    const cyrillic = load('legalForm=cooperative&yearFrom=1990', 'sr-Cyrl');
    const said = [
      cyrillic.count,
      cyrillic.ofAll,
      cyrillic.show,
      ...cyrillic.chips.map(({ label }) => label),
      ...cyrillic.sorts.map(({ label }) => label),
      ...optionsOf(cyrillic).map(({ label }) => label),
      ...cyrillic.facets.map(({ label }) => label),
    ];
    expect(said.filter((text) => /[a-zčćžšđ]/i.test(text))).toEqual([]);
    const english = load('legalForm=cooperative', 'en');
    expect(english.count).toMatch(/^\d+ enterprises$/);
    expect(english.chips[0]?.label).toBe('Cooperative');
    expect(english.title).toBe(`${english.count}: Cooperative – directory and map`);
  });
});
