import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { loadStories } from '@/app/[locale]/stories/load-stories';
import { DEFAULT_VIEW, EMPTY_QUERY, parseSearchParams, toSearchParams } from '@/lib/search/params';
import { searchCorpus, suggest, suggestInStories } from '@/lib/search/queries';
import { STORIES } from '@/lib/search/stories/corpus';
import { STORY_FACETS, type StoryQuery } from '@/lib/search/stories/schema';
import { listStories } from '@/lib/stories/queries';
import { vocabularies } from '@/lib/taxonomies/queries';
import type { TestDatabase } from '../../support/database';
import { createRealDatabase } from '../../support/real-database';

let database: TestDatabase;
beforeAll(async () => {
  database = await createRealDatabase();
});
afterAll(() => database.dispose());

const find = (query: Partial<StoryQuery>, limit = 100) =>
  searchCorpus(STORIES, { ...EMPTY_QUERY, ...query }, { limit, offset: 0, today: '2026-11-25' });
const titles = (query: Partial<StoryQuery>) => listStories(find(query).ids).map(({ title }) => title.sr);

describe('the search of stories finds, in any script and form,', () => {
  test.each([
    [
      'a word of the title',
      ['viber grupa', 'Вибер група', 'VIBER GRUPE'],
      'Viber grupa od 200 ljudi oprema dve bolnice',
    ],
    ['a word of the summary', ['u Ivanjici', 'у Ивањици'], 'Viber grupa od 200 ljudi oprema dve bolnice'],
    ['the English words', ['see-through masks', 'lips'], 'Providne maske za osobe koje čitaju sa usana'],
    [
      'the organisation',
      ['Misija kreativa', 'мисија креатива', 'misije kreativa'],
      'Rukotvorke šiju hiljadu maski za višekratnu upotrebu',
    ],
    [
      'the place',
      ['Kladovo', 'Кладову', 'Borski okrug', 'Bor District'],
      'Rukotvorke šiju hiljadu maski za višekratnu upotrebu',
    ],
    ['the country', ['Crna Gora', 'Црној Гори', 'Montenegro'], 'Volonteri dizajniraju i dele platnene maske'],
    ['the kind of practice', ['prikupljanje pomoći', 'raising help'], 'Sandžak za Bosnu: uzvraćena pomoć'],
    ['who was helped', ['Romi', 'Роми', 'Roma'], 'Točak života: električni bicikli za porodice koje žive od reciklaže'],
  ])('%s', (_, texts, wanted) => {
    for (const text of texts) expect([text, titles({ text }).includes(wanted)]).toEqual([text, true]);
  });

  test('the beginning of a word, a phrase, and all but what a minus excludes', () => {
    expect(titles({ text: 'gerontodom' })).toEqual(['Gerontodomaćice donose hranu, lekove i razgovor']);
    expect(titles({ text: '"Kupi masku"' })).toEqual(['Kupi masku, pokloni masku']);
    const all = find({ text: 'maske' }).total;
    const without = find({ text: 'maske -zatvor' }).total;
    expect(without).toBe(all - 1);
  });

  test('the title before the rest', () => {
    expect(titles({ text: 'kuhinja' }).slice(0, 2).sort()).toEqual([
      'Kuhinja solidarnosti u Novom Sadu',
      'Solidarna kuhinja hrani sugrađane',
    ]);
  });

  test('what was meant by a word that was misspelt, and says so', () => {
    const found = find({ text: 'solidrana kuhnija' });
    expect(found.correctedText).toBe('Solidarna kuhinja');
    expect(found.total).toBeGreaterThan(0);
    expect(find({ text: 'пензонере' }).correctedText).toBe('пензионере');
  });

  test('no enterprise that has no story, and an enterprise is not found by its story', () => {
    expect(find({ text: 'Ekobag' }).correctedText ?? '').not.toBe('Ekobag');
    expect(find({ text: '"Ekobag"' }).total).toBe(0);
  });
});

describe('the number beside every value is the number of hits after choosing it', () => {
  test.each([
    ['alone', {}],
    ['with a text', { text: 'maske' }],
    ['with another facet', { facets: { beneficiary: ['older_persons', 'everybody'] } }],
    ['with years', { yearFrom: 2020, yearTo: 2020 }],
  ] satisfies [string, Partial<StoryQuery>][])('%s', (_, query) => {
    const { facets } = find(query, 0);
    for (const facet of STORY_FACETS) {
      for (const { value, count, selected } of facets[facet]) {
        if (selected) continue;
        const chosen = { ...('facets' in query ? query.facets : {}), [facet]: [value] };
        expect([facet, value, find({ ...query, facets: chosen }, 0).total]).toEqual([facet, value, count]);
      }
    }
  });

  test('and each value goes through the address and back', () => {
    const { facets } = find({}, 0);
    for (const facet of STORY_FACETS) {
      for (const { value } of facets[facet]) {
        const query: StoryQuery = { ...EMPTY_QUERY, facets: { [facet]: [value] } };
        const address = toSearchParams(query, DEFAULT_VIEW).toString();
        expect(parseSearchParams(STORIES, new URLSearchParams(address), vocabularies()).query).toEqual(query);
      }
    }
  });
});

describe('the list of stories', () => {
  test('begins with the newest, and goes by title in each alphabet when asked', () => {
    expect(
      loadStories('sr-Latn', '')
        .model.cards[0]?.title.map(({ text }) => text)
        .join(''),
    ).toBe('Solidarna kuhinja hrani sugrađane');
    const byName = loadStories('sr-Cyrl', 'sort=name').model.cards.map(({ title }) => title[0]?.text[0]);
    expect(byName.slice(0, 2)).toEqual(['Б', 'Б']);
  });

  test('counts all stories, says what is not stated, and where they come from when there is a choice', () => {
    const { model } = loadStories('sr-Latn', '');
    expect(model.count).toBe('52 priče');
    const year = model.facets.find(({ name }) => name === 'year');
    expect(year?.notStated?.label).toBe('Nije navedeno');
    expect(Number(year?.notStated?.count)).toBeGreaterThan(20);
  });

  test('that is empty says which filter to drop, and how many that gives', () => {
    const { model } = loadStories('en', 'q=kitchen&country=ES');
    expect(model.empty?.title).toBe('No stories for “kitchen” with the chosen filters');
    expect(model.empty?.ways.map(({ label, count }) => `${label}: ${count}`)).toEqual([
      expect.stringMatching(/^Without .*Spain.*: \d+ stor(y|ies)$/),
      expect.stringMatching(/^Without .*kitchen.*: 2 stories$/),
    ]);
  });

  test('takes nonsense for what it is not: any address has an answer', () => {
    for (const address of [
      'country=Srbija',
      'organisation=-1',
      'year=20x0',
      'page=99&sort=verified',
      'bbox=1,2',
      'q=%F0%9F%98%B7',
    ]) {
      expect([address, typeof loadStories('sr-Latn', address).model.count]).toEqual([address, 'string']);
    }
    expect(loadStories('sr-Latn', 'page=99').view.page).toBe(3);
  });

  test('names the chosen organisation by its name, in the script shown', () => {
    const id = find({ text: 'Liceulice' }, 0).facets.organisation[0]?.value;
    expect(loadStories('sr-Cyrl', `organisation=${id}`).model.chips[0]?.label).toContain('Лицеулице');
  });

  test('and its map show the same stories', () => {
    const { map, model } = loadStories('sr-Latn', 'practiceType=masks');
    const onMap = map.markers.reduce((sum, { count }) => sum + count, 0);
    expect(`${onMap + map.withoutPosition}`).toBe(model.count.replace(/\D/g, ''));
    for (const { href } of map.markers) expect(href).toMatch(/^\/price/);
  });
});

describe('suggestions', () => {
  test('of the directory name stories in a group of their own, at most eight in all', () => {
    const found = suggest('kuhinj', 'sr-Cyrl', 8);
    expect(found.length).toBeLessThanOrEqual(8);
    expect(found.filter(({ kind }) => kind === 'story').map(({ label }) => label)).toContain(
      'Солидарна кухиња храни суграђане',
    );
  });

  test('of the list of stories lead to stories alone, with the number that they give', () => {
    for (const text of ['mas', 'stari', 'novi', 'Beog', 'маск']) {
      for (const { leadsTo, count } of suggestInStories(text, 'sr-Latn', 8)) {
        if ('story' in leadsTo) continue;
        if (!('storyFacet' in leadsTo)) throw new Error('leads elsewhere');
        expect(find({ facets: { [leadsTo.storyFacet]: [leadsTo.value] } }, 0).total).toBe(count);
      }
    }
    expect(suggestInStories('maske', 'en', 8).map(({ kind }) => kind)).toContain('term');
  });
});
