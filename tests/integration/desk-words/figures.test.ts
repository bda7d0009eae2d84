import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { GET } from '@/app/api/figures/route';
import { figures, figuresForDesk } from '@/lib/figures/queries';
import type { TestDatabase } from '../../support/database';
import { ANSWERS, createStoryDatabase, NOW, publish, sendAndConfirm, step } from '../submissions/support';
import { staff } from './support';

let database: TestDatabase;
beforeAll(async () => {
  database = await createStoryDatabase();
});
afterAll(() => database.dispose());

describe('the figures', () => {
  test('are those of the log, counted anew when it grows and not before', async () => {
    const empty = figures(NOW);
    expect(empty.spans).toEqual([]);
    for (const name of ['a', 'b', 'c']) {
      const { id } = await sendAndConfirm(database.prisma, { ...ANSWERS, contactEmail: `${name}@primer.example` });
      await publish(database.prisma, id);
    }
    const { id } = await sendAndConfirm(database.prisma, { ...ANSWERS, contactEmail: 'd@primer.example' });
    await step(database.prisma, id, ['claim', 'reject'], { reason: 'advertising' });
    const counted = figures(NOW);
    expect(counted.total).toMatchObject({
      received: 4,
      published: 3,
      rejected: 1,
      decision: { stories: 4, median: 0 },
    });
    // One alone is no group: its reason is not told.
    expect(counted.reasons).toEqual([{ reason: null, count: 1 }]);
    expect(figures(NOW)).toBe(counted);
  });

  test('are read at the desk by right', () => {
    expect(figuresForDesk(staff('editor'), NOW)).toMatchObject({ ok: true });
    expect(figuresForDesk(staff('volunteer'), NOW)).toMatchObject({ ok: false, error: { code: 'forbidden' } });
  });

  test('are given out as CSV, and hold no name, title or reference', async () => {
    const csv = await (await GET(new Request('http://x/api/figures?table=months&locale=en'))).text();
    expect(csv).toContain('from_month,to_month,received');
    const all = `${csv}${await (await GET(new Request('http://x/api/figures?table=counts'))).text()}${JSON.stringify(figures(NOW))}`;
    const { reference, title } = await database.prisma.submission.findFirstOrThrow();
    for (const text of [reference, title ?? '', 'Anić', 'primer.example']) expect(all).not.toContain(text);
    expect((await GET(new Request('http://x/api/figures?table=../x'))).status).toBe(404);
  });
});
