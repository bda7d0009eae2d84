import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { backupName, backupTime, KEPT, outdated } from '@/lib/backup/rotation';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const NOW = new Date('2026-11-26T12:00:00Z');
const ago = (milliseconds: number) => backupName(new Date(NOW.getTime() - milliseconds));
const nightly = (days: number) => Array.from({ length: days }, (_, day) => ago(day * DAY + 9.5 * HOUR));

function kept(names: readonly string[], now = NOW): string[] {
  const gone = new Set(outdated(names, now));
  return names.filter((name) => !gone.has(name));
}

describe('the name of a backup', () => {
  it('is its time, and back', () => {
    expect(backupName(new Date('2026-11-26T02:30:07.900Z'))).toBe('solidarna-mapa-2026-11-26T02-30-07Z.tar.gz');
    expect(backupTime('solidarna-mapa-2026-11-26T02-30-07Z.tar.gz')).toEqual(new Date('2026-11-26T02:30:07Z'));
  });
  it.each([
    'by-hand.tar.gz',
    'solidarna-mapa-2026-11-26.tar.gz',
    'directory-2026-11-26T02-30-07.db',
    'solidarna-mapa-2026-11-26T02-30-07Z.tar.gz.old',
    'solidarna-mapa-2026-13-41T02-30-07Z.tar.gz',
  ])('%s is not ours', (name) => expect(backupTime(name)).toBeNull());
});

describe('the rule of rotation', () => {
  it('after two years of nightly backups: 7 days, 4 weeks, 12 months', () => {
    const names = kept(nightly(730)).map((name) => name.slice(15, 25));
    expect(names).toEqual([
      ...['2026-11-26', '2026-11-25', '2026-11-24', '2026-11-23', '2026-11-22', '2026-11-21', '2026-11-20'],
      // Sundays, except that of the week that goes on
      ...['2026-11-15', '2026-11-08'],
      ...['2026-10-31', '2026-09-30', '2026-08-31', '2026-07-31', '2026-06-30', '2026-05-31', '2026-04-30'],
      ...['2026-03-31', '2026-02-28', '2026-01-31', '2025-12-31'],
    ]);
  });

  it('keeps all of the last two days: who makes one before a risky step does not lose it to the next', () => {
    const names = Array.from({ length: 40 }, (_, hour) => ago(hour * HOUR));
    expect(kept(names)).toEqual(names);
  });

  it('removes nothing because time goes by: years without a new backup leave what there is', () => {
    const names = kept(nightly(730));
    expect(kept(names, new Date('2031-01-01T00:00:00Z'))).toEqual(names);
  });

  it('never touches another name', () => {
    const others = ['by-hand.tar.gz', 'directory-2020-01-01T00-00-00.db', 'notes.txt'];
    expect(outdated([...nightly(100), ...others], NOW).filter((name) => others.includes(name))).toEqual([]);
  });

  it('whatever there is: the newest stays, no more than the rule says stays, and a second run removes nothing', () => {
    const hours = fc.array(fc.integer({ min: 0, max: 40_000 }), { minLength: 1, maxLength: 80 });
    fc.assert(
      fc.property(hours, (ages) => {
        const names = [...new Set(ages.map((age) => ago(age * HOUR)))];
        const left = kept(names);
        const newest = [...names].sort().at(-1);
        expect(left).toContain(newest);
        const recent = left.filter((name) => NOW.getTime() - (backupTime(name)?.getTime() ?? 0) < KEPT.hours * HOUR);
        expect(left.length - recent.length).toBeLessThanOrEqual(KEPT.days + KEPT.weeks + KEPT.months);
        expect(kept(left)).toEqual(left);
      }),
    );
  });
});
