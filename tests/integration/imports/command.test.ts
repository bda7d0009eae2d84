import { readFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { TestDatabase } from '../../support/database';
import { createReferenceDatabase, runImport, saveCsv } from './support';

let database: TestDatabase;
beforeAll(async () => {
  database = await createReferenceDatabase();
});
afterAll(() => database.dispose());

const HEADER = 'name_sr,municipality,founded_year,basis\n';
const GOOD = `${HEADER}Zadruga „Sunce“,Pirot,2010,called_by_source\n`;
const BAD = `${HEADER}Zadruga „Sunce“,Pirot,2010,called_by_source\nLuna,Bor,oko 2010,called_by_source\n`;

describe('npm run import', () => {
  it('prints with --json the promised shape and nothing else, and ends with 0 when all is done', async () => {
    const { code, stdout, stderr } = await runImport([saveCsv(database, GOOD), '--json']);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(JSON.parse(stdout)).toMatchObject({ run: 1, new: 1, updated: 0, unchanged: 0, duplicates: 0, errors: [] });
  });

  it('ends with 1 when rows are rejected, and says what is wrong in both languages', async () => {
    const file = saveCsv(database, BAD);
    const english = await runImport([file, '--json', '--lang', 'en']);
    expect(english.code).toBe(1);
    expect(JSON.parse(english.stdout)).toMatchObject({
      run: null,
      new: 0,
      unchanged: 1,
      errors: [
        { row: 3, column: 'founded_year', value: 'oko 2010', reason: 'must be a year from 1800 to the next one' },
      ],
    });
    const serbian = await runImport([file]);
    expect(serbian.code).toBe(1);
    expect(serbian.stderr).toContain('red 3, founded_year, „oko 2010“: mora biti godina od 1800. do sledeće');
    expect(serbian.stdout).toContain('ništa nije upisano');
  });

  it('still ends with 1 when the rest is written, and names the file with the rejected rows', async () => {
    const file = saveCsv(database, BAD.replace('2010,called_by_source\nLuna', '2011,called_by_source\nLuna'));
    const { code, stdout } = await runImport([file, '--skip-invalid', '--json']);
    const report = JSON.parse(stdout) as { rejectedFile: string };
    expect(code).toBe(1);
    expect(report).toMatchObject({ updated: 1, errors: [{ row: 3 }] });
    expect(readFileSync(report.rejectedFile, 'utf8')).toBe(`${HEADER}Luna,Bor,oko 2010,called_by_source\n`);
  });

  it('undoes a run, and refuses to do it twice', async () => {
    const report = JSON.parse((await runImport([saveCsv(database, `${HEADER}Nova,Bor,,\n`), '--json'])).stdout);
    const undone = await runImport(['--undo', String(report.run), '--lang', 'en']);
    expect(undone).toMatchObject({ code: 0, stderr: '' });
    expect(undone.stdout).toContain('removed: 1');
    const twice = await runImport(['--undo', String(report.run), '--lang', 'en']);
    expect(twice).toMatchObject({ code: 1, stdout: '' });
    expect(twice.stderr).toContain('undone already');
  });

  it('ends with 2 and one clear line when the file, the words or the database cannot be used', async () => {
    const broken = saveCsv(database, `${HEADER}"Sunce,Pirot\n`);
    const file = await runImport([broken, '--lang', 'en']);
    expect(file).toMatchObject({ code: 2, stdout: '' });
    expect(file.stderr).toBe(`${broken}, row 2: a quote that opens here never closes\n`);
    const json = await runImport([broken, '--json']);
    expect(json).toMatchObject({ code: 2, stderr: '' });
    expect(JSON.parse(json.stdout)).toMatchObject({ run: null, new: 0, errors: [{ row: 2 }], unusable: 'openQuote' });
    expect(await runImport([])).toMatchObject({ code: 2, stdout: '' });
    expect(await runImport(['--undo', 'all'])).toMatchObject({ code: 2, stdout: '' });
    const none = path.join(database.folder, 'none.db');
    const database404 = await runImport([broken, '--lang', 'en'], { DATABASE_URL: `file:${none}` });
    expect(database404.code).toBe(2);
    expect(database404.stderr).toContain('npm start');
  });
});
