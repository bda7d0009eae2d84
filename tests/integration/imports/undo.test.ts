import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { importFile } from '@/lib/imports/commands';
import { undoImport } from '@/lib/imports/undo';
import { EMPTY_QUERY } from '@/lib/search/params';
import { searchEnterprises } from '@/lib/search/queries';
import type { TestDatabase } from '../../support/database';
import { createReferenceDatabase, saveCsv } from './support';

let database: TestDatabase;
beforeEach(async () => {
  database = await createReferenceDatabase();
});
afterEach(() => database.dispose());

const HEADER = 'name_sr,municipality,founded_year,sector,basis,website,source_url,source_title,read_on\n';
const SUNCE = 'Zadruga „Sunce“,Pirot,2010,crafts,called_by_source,www.sunce.rs,https://izvor.rs/a,Izvor,2026-11-01\n';

async function run(text: string): Promise<number> {
  const report = await importFile(saveCsv(database, text));
  if (report.run === null) throw new Error(JSON.stringify(report.errors));
  return report.run;
}

/** All that the public sees of the records: everything but ids of rows and the time of the last change. */
async function records() {
  const rows = await database.prisma.enterprise.findMany({
    orderBy: { id: 'asc' },
    include: {
      names: { select: { text: true } },
      terms: { orderBy: { termId: 'asc' } },
      contacts: { select: { kind: true, value: true }, orderBy: { value: 'asc' } },
      facts: {
        select: { field: true, value: true, source: { select: { url: true, title: true, retrievedOn: true } } },
      },
    },
  });
  const byField = (a: { field: string }, b: { field: string }) => (a.field < b.field ? -1 : 1);
  return rows.map(({ updatedAt: _changed, facts, ...row }) => ({ ...row, facts: facts.sort(byField) }));
}

describe('undoing a run', () => {
  it('removes what it made and gives back what it changed', async () => {
    await run(HEADER + SUNCE);
    const before = await records();
    const second = await run(
      `${HEADER}Zadruga „Sunce“,Pirot,,textile;crafts,wider_social_economy,,https://izvor.rs/a,Izvor,2026-11-20\nLuna,Bor,,,,,https://b.rs,B,\n`,
    );
    expect(await records()).toHaveLength(2);
    expect(await undoImport(second)).toEqual({ ok: true, value: { run: second, restored: 1, removed: 1 } });
    expect(await records()).toEqual(before);
    expect(await database.prisma.source.findMany({ select: { title: true, retrievedOn: true } })).toEqual([
      { title: 'Izvor', retrievedOn: '2026-11-01' },
    ]);
    expect(searchEnterprises({ ...EMPTY_QUERY, text: 'luna' }, { limit: 1, offset: 0 }).total).toBe(0);
    expect(searchEnterprises({ ...EMPTY_QUERY, text: 'sunce' }, { limit: 1, offset: 0 }).total).toBe(1);
  });

  it('goes back run by run', async () => {
    const first = await run(HEADER + SUNCE);
    const second = await run('name_sr,municipality,founded_year\nZadruga „Sunce“,Pirot,2012\n');
    expect(await undoImport(first)).toMatchObject({ ok: false, error: { code: 'changedSince' } });
    expect((await undoImport(second)).ok).toBe(true);
    expect(await undoImport(first)).toEqual({ ok: true, value: { run: first, restored: 0, removed: 1 } });
    expect(await records()).toEqual([]);
  });

  it('keeps the history of both steps', async () => {
    const first = await run(HEADER + SUNCE);
    await undoImport(first);
    const history = await database.prisma.recordChange.findMany({ orderBy: { id: 'asc' } });
    expect(history.map(({ kind, before, after }) => [kind, before !== null, after !== null])).toEqual([
      ['created', false, true],
      ['undone', true, false],
    ]);
    expect(JSON.parse(history[0]?.after ?? '')).toMatchObject({ nameSr: 'Zadruga „Sunce“', foundedYear: 2010 });
  });

  it('is refused when a record was changed since, however that was done; the record is named', async () => {
    const first = await run(`${HEADER}${SUNCE}Luna,Bor,,,,,,,\n`);
    await database.prisma.enterprise.updateMany({ where: { nameSr: 'Luna' }, data: { foundedYear: 1999 } });
    const before = await records();
    const result = await undoImport(first);
    expect(result).toMatchObject({ ok: false, error: { code: 'changedSince', records: [{ name: 'Luna' }] } });
    expect(await records()).toEqual(before);
    const { undoneAt } = await database.prisma.importRun.findUniqueOrThrow({ where: { id: first } });
    expect(undoneAt).toBeNull();
  });

  it('is refused when a record is gone', async () => {
    const first = await run(HEADER + SUNCE);
    await database.prisma.enterprise.deleteMany();
    expect(await undoImport(first)).toMatchObject({ ok: false, error: { code: 'changedSince' } });
  });

  it('is refused twice, and for a run that nobody knows', async () => {
    const first = await run(HEADER + SUNCE);
    await undoImport(first);
    expect(await undoImport(first)).toEqual({ ok: false, error: { code: 'alreadyUndone', run: first } });
    expect(await undoImport(999)).toEqual({ ok: false, error: { code: 'unknownRun', run: 999 } });
  });

  it('is not hindered by another record that names the same source later', async () => {
    const first = await run(HEADER + SUNCE);
    await run(`${HEADER}Luna,Bor,,,,,https://izvor.rs/a,Izvor,2026-11-20\n`);
    expect((await undoImport(first)).ok).toBe(true);
    expect(await records()).toMatchObject([{ nameSr: 'Luna' }]);
  });
});
