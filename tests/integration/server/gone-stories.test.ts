import type { IncomingMessage, ServerResponse } from 'node:http';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { db, reader } from '@/lib/db';
import { publishVersion, unpublishStory } from '@/lib/stories/commands';
import { captureAnswer } from '@/server/capture';
import { withGoneStories } from '@/server/gone-stories';
import type { TestDatabase } from '../../support/database';
import { createRealDatabase } from '../../support/real-database';
import { tellAgain, tellStory } from '../../support/stories';

let database: TestDatabase;
beforeAll(async () => {
  database = await createRealDatabase();
});
afterAll(() => database.dispose());

/** Renders every address, as Next does: a page has no say in its status. */
const page = (status: number) => (_: IncomingMessage, res: ServerResponse) => {
  res.writeHead(status, { 'content-type': 'text/html' });
  res.end('page');
};
const statusOf = async (address: string, rendered = 200) =>
  (await captureAnswer(withGoneStories(page(rendered), reader()), address, {})).status;

it('the page of a withdrawn story answers 410 in every language, at its old addresses too; others are as they were', async () => {
  const id = await tellStory({ title: 'Priča pre promene' });
  const first = await db().$transaction((tx) => publishVersion(tx, id, 1));
  const number = await tellAgain(id, { title: 'Priča posle promene' });
  const { slug } = await db().$transaction((tx) => publishVersion(tx, id, number));
  expect(await statusOf(`/price/${slug}`)).toBe(200);
  await db().$transaction((tx) => unpublishStory(tx, id, 'withdrawn'));
  for (const address of [`/price/${slug}`, `/cir/price/${slug}?a=1`, `/en/stories/${slug}`, `/price/${first.slug}`]) {
    expect([address, await statusOf(address)]).toEqual([address, 410]);
  }
  expect(await statusOf(`/preduzeca/${slug}`)).toBe(200);
  expect(await statusOf('/price/solidarna-kuhinja-hrani-sugradjane')).toBe(200);
  // An answer that is no page stays what it is.
  expect(await statusOf(`/price/${slug}`, 500)).toBe(500);
});
