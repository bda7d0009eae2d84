import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { db } from '@/lib/db';
import { EMPTY_QUERY } from '@/lib/search/params';
import { searchCorpus } from '@/lib/search/queries';
import { STORIES } from '@/lib/search/stories/corpus';
import { publishVersion, removeStory, unpublishStory } from '@/lib/stories/commands';
import { presentStory } from '@/lib/stories/present';
import { findStory, listStories } from '@/lib/stories/queries';
import { vocabularies } from '@/lib/taxonomies/queries';
import type { TestDatabase } from '../../support/database';
import { createRealDatabase } from '../../support/real-database';
import { tellAgain, tellStory } from '../../support/stories';

let database: TestDatabase;
beforeAll(async () => {
  database = await createRealDatabase();
});
afterAll(() => database.dispose());

const publish = (id: number, version = 1, contactName: string | null = null) =>
  db().$transaction((tx) => publishVersion(tx, id, version, { contactName }));
const unpublish = (id: number, how: 'withdrawn' | 'hidden') => db().$transaction((tx) => unpublishStory(tx, id, how));
const contentVersion = async () => Number((await db().meta.findUnique({ where: { key: 'contentVersion' } }))?.value);
const found = (text: string) => searchCorpus(STORIES, { ...EMPTY_QUERY, text }, { limit: 50, offset: 0, exact: true });
const storyAt = (slug: string) => {
  const at = findStory(slug);
  if (at?.is !== 'story') throw new Error(`${slug} is no public story`);
  return at.story;
};
const shown = (slug: string) => presentStory(storyAt(slug), { locale: 'sr-Latn', vocab: vocabularies() });

describe('a story that is published', () => {
  test('is found at once by its words, its place, its kinds and who was helped, and raises the content version', async () => {
    const id = await tellStory();
    const before = await contentVersion();
    const { slug, storyId } = await publish(id);
    expect(await contentVersion()).toBeGreaterThan(before);
    for (const text of [
      'четвртог спрата',
      'lifta',
      'Čačak',
      'Moravički okrug',
      'older persons',
      'Čačanska kuhinja',
      'meals',
    ]) {
      expect([text, found(text).ids.includes(storyId)]).toEqual([text, true]);
    }
    expect(storyAt(slug)).toMatchObject({
      origin: 'submitted',
      organisation: { name: 'Čačanska kuhinja', record: null },
    });
  });

  test('stands in the middle of its settlement, at the exact place only when that was ticked, and nowhere when that was', async () => {
    const positionOf = async (changes: Parameters<typeof tellStory>[0]) =>
      storyAt((await publish(await tellStory({ title: 'Gde je priča na mapi', ...changes }))).slug).place.position;
    const pin = { lat: 43.9, lng: 20.4 };
    const [settlement] = vocabularies().settlements.filter(({ id }) => id === 792078);
    expect(await positionOf(pin)).toEqual({ lat: settlement?.lat, lng: settlement?.lng, precision: 'settlement' });
    expect(await positionOf({ ...pin, precision: 'exact' })).toEqual({ ...pin, precision: 'address' });
    expect(await positionOf({ ...pin, precision: 'none' })).toBeNull();
    expect(await positionOf({ placeId: null })).toBeNull();
  });

  test('names its author as far as the author allows', async () => {
    const authorOf = async (showName: 'no' | 'initials' | 'yes') =>
      storyAt((await publish(await tellStory({ showName, title: `Ime autora ${showName}` }), 1, 'Ana Ljubić')).slug)
        .authorName;
    expect(await authorOf('no')).toBeNull();
    expect(await authorOf('initials')).toBe('A. Lj.');
    expect(await authorOf('yes')).toBe('Ana Ljubić');
  });

  test('belongs to the record that it names; a record that is not there leaves the name alone', async () => {
    const record = await db().enterprise.findFirstOrThrow({ where: { nameSr: 'Naša kuća' } });
    const { slug } = await publish(await tellStory({ organisationId: record.id, title: 'Priča jednog zapisa' }));
    expect(storyAt(slug).organisation.record).toMatchObject({ id: record.id, slug: record.slug });
    const other = await publish(await tellStory({ organisationId: 999_999, title: 'Priča bez zapisa' }));
    expect(storyAt(other.slug).organisation).toEqual({ name: 'Čačanska kuhinja', record: null });
  });

  test('with an edit that is approved shows the new words at a new address, and the old one leads there', async () => {
    const id = await tellStory({ title: 'Prvi naslov ove priče' });
    const { slug, storyId } = await publish(id);
    // A translation by staff, of the words as they were.
    await db().storyText.create({
      data: { storyId, lang: 'en', title: 'First title', summary: 'In short.', translated: true },
    });
    const number = await tellAgain(id, {
      title: 'Drugi naslov ove priče',
      results: 'Novi rezultati, provereni dvaput.',
    });
    const again = await publish(id, number);
    expect(again).toEqual({ storyId, slug: 'drugi-naslov-ove-price' });
    expect(findStory(slug)).toEqual({ is: 'moved', slug: 'drugi-naslov-ove-price' });
    expect(shown(again.slug).sections.find(({ key }) => key === 'results')?.text.paragraphs).toEqual([
      ['Novi rezultati, provereni dvaput.'],
    ]);
    // The translation could still say what the author has taken out.
    expect(storyAt(again.slug).texts.en).toBeUndefined();
    expect(found('Prvi naslov').ids).not.toContain(storyId);
  });

  test('of the same title gets an address of its own', async () => {
    const first = await publish(await tellStory({ title: 'Isti naslov' }));
    const second = await publish(await tellStory({ title: 'Isti naslov' }));
    expect([first.slug, second.slug]).toEqual(['isti-naslov', 'isti-naslov-2']);
  });

  test('whose title is a number is not taken for an id', async () => {
    const { slug } = await publish(await tellStory({ title: '2020' }));
    expect(slug).toBe('prica-2020');
  });
});

describe('a story that is public no more', () => {
  test('is gone from search, lists and counts at once; withdrawn keeps nothing but its address', async () => {
    const id = await tellStory({ title: 'Priča koja se povlači', organisationName: 'Povučena organizacija' });
    const { slug, storyId } = await publish(id);
    const all = found('').totalOfAll;
    await unpublish(id, 'withdrawn');
    expect(found('povlači').ids).not.toContain(storyId);
    expect(found('').totalOfAll).toBe(all - 1);
    expect(listStories([storyId])).toEqual([]);
    expect(findStory(slug)).toEqual({ is: 'withdrawn' });
    const row = await db().story.findUniqueOrThrow({ where: { id: storyId }, include: { texts: true, terms: true } });
    expect(row.texts).toEqual([]);
    expect(row.terms).toEqual([]);
    expect(JSON.stringify(row)).not.toMatch(/Povučena|Čačak|792078/);
  });

  test('hidden is simply not there, and comes back as it was', async () => {
    const id = await tellStory({ title: 'Priča koja se sklanja' });
    const { slug, storyId } = await publish(id);
    await unpublish(id, 'hidden');
    expect(findStory(slug)).toBeNull();
    expect(found('sklanja').ids).not.toContain(storyId);
    expect(await publish(id)).toEqual({ storyId, slug });
    expect(found('sklanja').ids).toContain(storyId);
  });

  test('erased leaves no row', async () => {
    const id = await tellStory({ title: 'Priča koja se briše' });
    const { slug, storyId } = await publish(id);
    await db().$transaction((tx) => removeStory(tx, id));
    expect(findStory(slug)).toBeNull();
    expect(await db().storyText.count({ where: { storyId } })).toBe(0);
    expect(found('briše').ids).not.toContain(storyId);
  });

  test('what was rolled back changed nothing', async () => {
    const id = await tellStory({ title: 'Priča koja nije objavljena' });
    const before = await contentVersion();
    await expect(
      db().$transaction(async (tx) => {
        await publishVersion(tx, id, 1);
        throw new Error('the mail could not be queued');
      }),
    ).rejects.toThrow();
    expect(await contentVersion()).toBe(before);
    expect(found('nije objavljena').total).toBe(0);
  });
});

describe('a record of the directory', () => {
  const search = (text: string) => found(text).ids;

  test('that is renamed is found with its stories under the new name; one that goes leaves them without it', async () => {
    const { removeEnterprises, saveEnterprises } = await import('@/lib/enterprises/commands');
    const { emptyInput } = await import('@/lib/enterprises/schema');
    const context = { actor: 'test', runId: null };
    const save = (id: number | null, nameSr: string) =>
      db().$transaction((tx) => saveEnterprises(tx, [{ id, input: emptyInput(nameSr, 'called_by_source') }], context));
    const [record = 0] = (await save(null, 'Zadruga Jedrilica')).created;
    const { storyId, slug } = await publish(
      await tellStory({ title: 'Priča zadruge', organisationId: record, organisationName: 'Naši ljudi' }),
    );
    expect(search('Jedrilica')).toContain(storyId);
    await save(record, 'Zadruga Kormilo');
    expect(search('Kormilo')).toContain(storyId);
    await db().$transaction((tx) => removeEnterprises(tx, [record], context));
    expect(search('Kormilo')).not.toContain(storyId);
    expect(storyAt(slug).organisation).toEqual({ name: 'Naši ljudi', record: null });
    const { facets } = found('"Priča zadruge"');
    expect(facets.inDirectory).toEqual([{ value: 'no', count: 1, selected: false }]);
  });
});
