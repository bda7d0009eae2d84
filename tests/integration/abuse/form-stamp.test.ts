import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { checkStamp, formStamp } from '@/lib/abuse/form-stamp';
import { createTestDatabase, type TestDatabase } from '../../support/database';

const NOW = Date.UTC(2026, 10, 26, 12);
const DAY = 24 * 3_600_000;
let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.dispose());

describe('the time at which a form was given out', () => {
  it('comes back with the form', () =>
    expect(checkStamp(formStamp(NOW), NOW + 60_500)).toEqual({ ok: true, ageSeconds: 60.5 }));

  it('of three days ago is fine: a form may be left open', () =>
    expect(checkStamp(formStamp(NOW), NOW + 3 * DAY).ok).toBe(true));

  it.each<[string, () => unknown, number, string]>([
    ['an answer at once', () => formStamp(NOW), NOW + 1_000, 'tooFast'],
    ['a form from the future', () => formStamp(NOW + DAY), NOW, 'tooFast'],
    ['a form of last year', () => formStamp(NOW), NOW + 365 * DAY, 'tooOld'],
    ['no stamp', () => undefined, NOW, 'missing'],
    ['an empty stamp', () => '', NOW, 'missing'],
    ['several stamps', () => [formStamp(NOW), formStamp(NOW)], NOW, 'missing'],
  ])('tells %s', (_, stamp, now, reason) => expect(checkStamp(stamp(), now)).toEqual({ ok: false, reason }));

  it('cannot be made or changed by anybody else', () => {
    const stamp = formStamp(NOW);
    const [time = '', noise = '', signature = ''] = stamp.split('.');
    const earlier = (Number.parseInt(time, 36) - 1_000).toString(36);
    const forged = [`${earlier}.${noise}.${signature}`, `${time}.AAAAAAAA.${signature}`, stamp.slice(0, -1), `${stamp}0`, `${time}.${noise}`, '1', `${'9'.repeat(100_000)}.`, '\u0000.🙂.x']; // biome-ignore format: a list
    for (const text of forged) expect(checkStamp(text, NOW + 60_000)).toEqual({ ok: false, reason: 'forged' });
  });
});
