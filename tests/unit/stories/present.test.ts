import { describe, expect, test } from 'vitest';
import { LOCALES } from '@/lib/i18n/locales';
import { publicAuthorName } from '@/lib/stories/author-name';
import { storyFeed } from '@/lib/stories/feed';
import { storyJsonLd } from '@/lib/stories/json-ld';
import { presentStory, whenLabels } from '@/lib/stories/present';
import { presentStoryPage } from '@/lib/stories/present-page';
import type { StoryRecord, StoryWords } from '@/lib/stories/types';
import { GAZETTEER as vocab } from '../search/gazetteer';

const NOTHING = {
  ...{ problem: null, whatWasDone: null, results: null, resources: null, supportNote: null },
  ...{ difficulties: null, whatWouldHelp: null, transfer: null },
};
const SERBIAN: StoryWords = {
  ...NOTHING,
  title: 'Topli obroci do četvrtog sprata',
  summary: 'Komšije su kuvale za starije.',
  whatWasDone: 'Kuvali smo.\nSvakog dana.\n\nI nosili.',
  transfer: 'Raspored smena.',
  translated: false,
};

const story = (changes: Partial<StoryRecord> = {}): StoryRecord => ({
  id: 7,
  slug: 'topli-obroci',
  reference: 'AAA-BBB-CCC',
  origin: 'submitted',
  texts: { sr: SERBIAN },
  organisation: { name: 'Čačanska kuhinja', record: null },
  place: { town: 'Čačak', municipality: null, district: null, countryCode: 'RS', position: null },
  ...{ period: 'emergency', startMonth: '2020-04', endMonth: null, ongoing: false },
  ...{ practiceTypes: ['meals'], beneficiaries: ['older_persons'], supporters: [], contentLabels: [] },
  ...{ role: 'took_part', authorName: null, licence: 'cc_by', peopleReached: 1200, stillAlive: 'yes' },
  ...{ practiceOther: null, partners: [], links: [], photos: [], documents: [] },
  ...{ source: null, confirmedOn: '2026-05-02' },
  publishedAt: new Date('2026-11-20T10:00:00Z'),
  updatedAt: new Date('2026-11-20T10:00:00Z'),
  ...changes,
});
const shown = (locale: (typeof LOCALES)[number]) => ({ locale, vocab });
const textsOf = (model: ReturnType<typeof presentStory>) => JSON.stringify(model);

describe('a story as it is shown', () => {
  test('keeps its paragraphs and lines, and shows no question that was not answered', () => {
    const { sections } = presentStory(story(), shown('sr-Latn'));
    expect(sections.map(({ heading }) => heading)).toEqual(['Šta je urađeno', 'Šta drugi mogu da preuzmu']);
    expect(sections[0]?.text.paragraphs).toEqual([['Kuvali smo.', 'Svakog dana.'], ['I nosili.']]);
  });

  test('stands in the script of the page; English pages mark the Serbian text, and say so once', () => {
    expect(presentStory(story(), shown('sr-Cyrl')).title).toBe('Топли оброци до четвртог спрата');
    const english = presentStory(story(), shown('en'));
    expect(english).toMatchObject({ lang: 'sr-Latn', languageNote: 'This story was written in Serbian only.' });
    expect(english.sections.every(({ text }) => text.lang === 'sr-Latn' && text.only === null)).toBe(true);
  });

  test('that is translated in part marks the parts that are not', () => {
    const english = {
      ...SERBIAN,
      ...NOTHING,
      title: 'Hot meals',
      summary: 'Neighbours cooked.',
      whatWasDone: 'We cooked.',
      translated: true,
    };
    const model = presentStory(story({ texts: { sr: SERBIAN, en: english } }), shown('en'));
    expect(model).toMatchObject({ title: 'Hot meals', lang: null, languageNote: 'Translation: the coalition.' });
    expect(model.sections.map(({ text }) => [text.lang, text.only])).toEqual([
      [null, null],
      ['sr-Latn', 'in Serbian only'],
    ]);
    expect(presentStory(story({ texts: { en: english } }), shown('sr-Latn'))).toMatchObject({
      lang: 'en',
      languageNote: 'Ova priča je napisana samo na engleskom.',
    });
  });

  test.each(LOCALES)('never says of a collected story that somebody sent it (%s)', (locale) => {
    const source = { url: 'https://www.primer.example/tekst', title: null, readOn: '2026-11-23' };
    const model = presentStory(story({ origin: 'collected', source, role: null }), shown(locale));
    expect(model.origin.text).not.toBe(presentStory(story(), shown(locale)).origin.text);
    expect(model.origin.note).not.toBeNull();
    expect(model.source).toMatchObject({ href: source.url, label: 'primer.example' });
  });

  test('tells facts that are known, and no others', () => {
    const keys = (changes: Partial<StoryRecord>) =>
      presentStory(story(changes), shown('sr-Latn')).facts.map(({ key }) => key);
    expect(keys({})).toEqual([
      ...['organisation', 'place', 'when', 'practiceType', 'beneficiary', 'peopleReached'],
      ...['stillAlive', 'role', 'licence'],
    ]);
    const unknown = {
      period: null,
      startMonth: null,
      beneficiaries: [],
      peopleReached: null,
      stillAlive: null,
      role: null,
    };
    expect(keys(unknown)).toEqual(['organisation', 'place', 'practiceType', 'licence']);
    const facts = presentStory(story({ practiceTypes: ['other'], practiceOther: 'Muzika' }), shown('sr-Cyrl')).facts;
    expect(facts.find(({ key }) => key === 'practiceType')?.values[0]?.label).toMatch(/: Музика$/);
    expect(facts.find(({ key }) => key === 'stillAlive')?.detail).toBe('потврђено 2.\u00a05.\u00a02026.');
  });

  test('says when it was, in months and in the part of the crisis', () => {
    const when = (changes: object) =>
      whenLabels({ ...story(), ...changes }, 'en').map((text) => text.replace(/\s/g, ' '));
    expect(when({})).toEqual(['began in April 2020', 'during the state of emergency']);
    expect(when({ endMonth: '2020-06' })[0]).toBe('April 2020 – June 2020');
    expect(when({ ongoing: true, period: null })).toEqual(['began in April 2020', 'it goes on']);
    expect(when({ startMonth: null, period: null })).toEqual([]);
  });

  test('with text that looks like mark-up shows that text', () => {
    const words = { ...SERBIAN, title: '<script>alert(1)</script> i &amp;' };
    expect(presentStory(story({ texts: { sr: words } }), shown('sr-Latn')).title).toBe(words.title);
  });

  test('gives its photos in three formats with their words', () => {
    const sizes = [
      { name: 'w480', width: 480, height: 320 },
      { name: 'w960', width: 960, height: 640 },
    ];
    const photo = { key: 'abcdefghij0123456789', sizes, alt: 'Dve žene pakuju obroke', author: 'Đorđe' };
    const [shownPhoto] = presentStory(story({ photos: [photo] }), shown('sr-Cyrl')).photos;
    expect(shownPhoto).toMatchObject({ alt: 'Две жене пакују оброке', by: 'Фото: Ђорђе', width: 960, height: 640 });
    expect(shownPhoto?.sources.map(({ type }) => type)).toEqual(['image/avif', 'image/webp']);
    expect(shownPhoto?.src).toMatch(/^\/files\/abcdefghij0123456789\/w960\.jpg$/);
  });

  test('nowhere shows what belongs to nobody but staff: reference and id', () => {
    expect(textsOf(presentStory(story(), shown('sr-Latn')))).not.toContain('AAA-BBB-CCC');
  });
});

describe('the page of a story', () => {
  test('tells how to cite it: author where one is named, organisation, day, address, licence', () => {
    const cite = (changes: Partial<StoryRecord>) =>
      presentStoryPage(story(changes), [], 'https://primer.example', shown('en')).citation.replace(/\s/g, ' ');
    expect(cite({})).toBe(
      '“Topli obroci do četvrtog sprata”. Čačanska kuhinja. Solidarity Map, Coalition for Solidarity Economy Development (KoRSE), as of 20 Nov 2026. https://primer.example/en/stories/topli-obroci (CC BY 4.0)',
    );
    expect(cite({ authorName: 'A. Lj.' })).toContain('”. A. Lj. Solidarity Map');
    expect(cite({ licence: 'this_site' })).toContain('this site only');
  });
});

describe('JSON-LD', () => {
  const of = (changes: Partial<StoryRecord>, locale: (typeof LOCALES)[number] = 'sr-Latn') =>
    storyJsonLd(
      story(changes),
      'https://primer.example/price/topli-obroci',
      'https://primer.example',
      shown(locale),
    ) as unknown as Record<string, unknown>;

  test('says what a search engine needs of an article, and nothing empty', () => {
    const data = of({});
    expect(data).toMatchObject({
      '@context': 'https://schema.org',
      '@type': 'Article',
      headline: 'Topli obroci do četvrtog sprata',
      inLanguage: 'sr-Latn',
      datePublished: '2026-11-20T10:00:00.000Z',
      author: { '@type': 'Organization', name: 'Čačanska kuhinja' },
      publisher: { '@type': 'Organization' },
      license: 'https://creativecommons.org/licenses/by/4.0/',
      contentLocation: { '@type': 'Place', address: { addressCountry: 'RS' } },
    });
    for (const [key, value] of Object.entries(data)) expect([key, value]).not.toEqual([key, undefined]);
    expect(data).not.toHaveProperty('image');
    expect(data).not.toHaveProperty('isBasedOn');
  });

  test('names a person only where the person wants it; of a collected story the author is who summed it up', () => {
    expect(of({ authorName: 'Ana Ljubić' }).author).toEqual({ '@type': 'Person', name: 'Ana Ljubić' });
    const source = { url: 'https://primer.example/izvor', title: null, readOn: null };
    const collected = of({ origin: 'collected', source });
    expect(collected).toMatchObject({ isBasedOn: source.url, author: { name: expect.stringContaining('Koalicija') } });
  });

  test('marks the language of the text where it is not that of the page, and claims no country for XK', () => {
    expect(of({}, 'en').inLanguage).toBe('sr-Latn');
    const place = { ...story().place, town: 'Gračanica', countryCode: 'XK' };
    expect(JSON.stringify(of({ place }).contentLocation)).not.toContain('addressCountry');
    expect(of({ licence: 'this_site' })).not.toHaveProperty('license');
  });
});

test('initials keep the letters that are written with two signs', () => {
  const initials = (name: string) => publicAuthorName(name, 'initials');
  expect(initials('Ana Marija Petrović-Ilić')).toBe('A. M. P. I.');
  expect(initials('  Ljubica   Džajić ')).toBe('Lj. Dž.');
  expect(initials('Љубица Џајић')).toBe('Љ. Џ.');
  expect(initials('')).toBeNull();
});

test('a feed without stories is a feed', () => {
  expect(storyFeed([], 'en', 'https://primer.example')).toContain('<updated>1970-01-01');
});
