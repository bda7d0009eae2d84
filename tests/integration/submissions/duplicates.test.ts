import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { toCyrillic } from '@/lib/serbian';
import { publishVersion } from '@/lib/stories/commands';
import { toStoryContent } from '@/lib/stories/content';
import { type DuplicateInput, findPossibleDuplicates } from '@/lib/submissions/duplicates';
import { FIELD_NAMES } from '@/lib/submissions/fields';
import { checkAnswers, type StoryAnswers, type StoryInput } from '@/lib/submissions/schema';
import type { TestDatabase } from '../../support/database';
import { createRealDatabase } from '../../support/real-database';
import { storyAnswers } from '../../support/story-answers';

let database: TestDatabase;
let placeId: string;
let otherPlaceId: string;

function inputOf(answers: StoryAnswers): StoryInput {
  const checked = checkAnswers(storyAnswers(answers), FIELD_NAMES);
  if (!checked.ok) throw new Error(JSON.stringify(checked.faults));
  return checked.value;
}

let made = 0;
async function submit(answers: StoryAnswers, state: string): Promise<number> {
  made += 1;
  const input = inputOf(answers);
  const { id } = await database.prisma.submission.create({
    data: { reference: `DLN-DRL-ND${made}`, state, locale: 'sr-Latn', title: input.title },
  });
  await database.prisma.submissionVersion.create({
    data: { submissionId: id, number: 1, content: JSON.stringify(toStoryContent(input)), author: 'submitter' },
  });
  if (state === 'published') await database.prisma.$transaction((tx) => publishVersion(tx, id, 1));
  return id;
}

const find = (answers: Partial<StoryInput>, more: Partial<DuplicateInput> = {}) =>
  findPossibleDuplicates({ audience: 'public', ...answers, ...more });
const reasonsOf = async (...wish: Parameters<typeof find>) =>
  (await find(...wish)).map(({ title, reasons }) => [title, reasons]);

beforeAll(async () => {
  database = await createRealDatabase();
  const [one, other] = await database.prisma.settlement.findMany({
    where: { nameSr: { in: ['Knjaževac', 'Sokobanja'] } },
    take: 2,
  });
  placeId = `settlement:${one?.id}`;
  otherPlaceId = `settlement:${other?.id}`;
  await submit({ placeId, place: 'Knjaževac' }, 'published');
  await submit({ title: 'Šivaće mašine rade noću za bolnicu', summary: 'Krojačice iz radionice preuredile su proizvodnju i za nedelju dana sašile dve hiljade maski.', organisationName: 'Radionica Iglica', practiceTypes: ['masks'], placeId: otherPlaceId }, 'pending'); // biome-ignore format: one story
});
afterAll(() => database.dispose());

const STORY = 'Komšije su kuvale za one koji nisu smeli napolje';
const DIFFERENT = {
  title: 'Biblioteka na točkovima',
  summary: 'Knjige su svake srede stizale pred kuće dece koja nisu imala internet, u osam sela.',
};

describe('possible duplicates', () => {
  it('are found by text, with small edits and in the other script', async () => {
    const { title, summary } = inputOf({});
    const hints = await find({ title: toCyrillic(title.replace('kuvale', 'kuvali')), summary: toCyrillic(summary) });
    expect(hints[0]).toMatchObject({ of: { kind: 'story' }, title: STORY, reasons: ['alikeText'], organisationName: 'Komšijska kuhinja Probna' });
    expect(hints[0]?.similarity).toBeGreaterThan(0.8);
  }); // biome-ignore format: read as a table

  it('are found among the stories that the coalition collected', async () => {
    const story = await database.prisma.storyText.findFirstOrThrow({
      where: { lang: 'sr', story: { origin: 'collected' } },
    });
    const hints = await find({ title: toCyrillic(story.title), summary: story.summary });
    expect(hints[0]?.title).toBe(story.title);
  });

  it('are those of the same organisation, however it is written', async () => {
    expect(await reasonsOf({ ...DIFFERENT, organisationName: 'КОМШИЈСКА КУХИЊА „Пробна“' })).toEqual([[STORY, ['sameOrganisation']]]);
    expect(await reasonsOf({ ...DIFFERENT, organisationName: 'Komšijska kuhinja' })).toEqual([]);
  }); // biome-ignore format: read as a table

  it('are those less than a kilometre away and of the same kind', async () => {
    expect(await reasonsOf({ ...DIFFERENT, placeId, practiceTypes: ['meals'] })).toEqual([
      [STORY, ['nearAndSameKind']],
    ]);
    expect(await reasonsOf({ ...DIFFERENT, placeId, practiceTypes: ['masks'] })).toEqual([]);
    expect(await reasonsOf({ ...DIFFERENT, placeId: otherPlaceId, practiceTypes: ['meals'] })).toEqual([]);
  });

  it('do not tell the public of what waits; staff see it with its reference', async () => {
    const wish = { organisationName: 'radionica iglica' };
    expect(await find(wish)).toEqual([]);
    expect(await find(wish, { audience: 'staff' })).toEqual([
      expect.objectContaining({ of: { kind: 'submission', reference: 'DLN-DRL-ND2', state: 'pending' }, reasons: ['sameOrganisation'] }),
    ]);
  }); // biome-ignore format: read as a table

  it('are not the story itself', async () => {
    const waiting = await database.prisma.submission.findUniqueOrThrow({ where: { reference: 'DLN-DRL-ND2' } });
    const wish = { audience: 'staff', exceptSubmission: waiting.id } as const;
    expect(await find({ organisationName: 'radionica iglica' }, wish)).toEqual([]);
  });

  it('come the likeliest first, and are gone when the story is', async () => {
    const { title, summary, organisationName } = inputOf({});
    const all = await find({ title, summary, organisationName, placeId, practiceTypes: ['meals'] });
    expect(all[0]?.reasons).toEqual(['alikeText', 'sameOrganisation', 'nearAndSameKind']);
    await database.prisma.story.updateMany({ where: { reference: 'DLN-DRL-ND1' }, data: { publication: 'withdrawn' } });
    await database.prisma.meta.upsert({ where: { key: 'contentVersion' }, create: { key: 'contentVersion', value: '999' }, update: { value: '999' } });
    expect(await find({ title, summary, organisationName })).toEqual([]);
  }); // biome-ignore format: read as a table

  it('of nothing written yet are none', async () => {
    expect(await find({})).toEqual([]);
    expect(await find({ title: '', summary: '', organisationName: '', practiceTypes: [] })).toEqual([]);
  });
});
