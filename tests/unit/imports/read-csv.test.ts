import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import * as fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it, test } from 'vitest';
import { openCsv } from '@/lib/imports/read-csv';
import { openTable } from '@/lib/imports/read-file';
import { isEmptyRow, type SourceRow, UnusableFileError } from '@/lib/imports/table';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'read-csv-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function save(content: string | Uint8Array, name = 'list.csv'): string {
  const file = path.join(folder, name);
  writeFileSync(file, content);
  return file;
}

async function readAll(file: string): Promise<{ columns: readonly string[]; rows: SourceRow[] }> {
  const table = await openTable(file);
  const rows: SourceRow[] = [];
  for await (const row of table.rows()) rows.push(row);
  return { columns: table.columns, rows };
}

async function problemOf(file: string): Promise<{ code: string; row: number | null } | null> {
  try {
    await readAll(file);
    return null;
  } catch (error) {
    if (!(error instanceof UnusableFileError)) throw error;
    return { code: error.code, row: error.row };
  }
}

const HEADER = ['name_sr', 'town', 'accessed_note'];

/** A cell in quotes where it has to be, and sometimes where it need not. */
function quote(cell: string, delimiter: string, always: boolean): string {
  const needsQuotes = always || /["\r\n]/.test(cell) || cell.includes(delimiter);
  return needsQuotes ? `"${cell.replaceAll('"', '""')}"` : cell;
}

const cell = fc.oneof(
  fc.string({ unit: fc.constantFrom(...'abčćžšđЂља „“,;\t"\n\r\'=+-1') }),
  fc.string({ unit: 'binary' }).map((text) => text.replace(/\0|[\ud800-\udfff]|\ufeff/g, '')),
);

describe('any table comes back as it was written', () => {
  test.each([
    ['comma', ','],
    ['semicolon', ';'],
    ['tab', '\t'],
  ])('with %s', async (_name, delimiter) => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(cell, cell, cell), { maxLength: 6 }),
        fc.constantFrom('\n', '\r\n'),
        fc.boolean(),
        fc.boolean(),
        fc.boolean(),
        async (table, lineEnd, withMark, always, endsWithLine) => {
          const lines = [HEADER, ...table].map((row) =>
            row.map((each) => quote(each, delimiter, always)).join(delimiter),
          );
          const text = `${withMark ? '\uFEFF' : ''}${lines.join(lineEnd)}${endsWithLine ? lineEnd : ''}`;
          const { columns, rows } = await readAll(save(text));
          expect(columns).toEqual(HEADER);
          const expected = table
            .map((cells, index) => ({ row: index + 2, cells }))
            .filter(({ cells }) => !isEmptyRow(cells));
          expect(rows.map(({ row, cells }) => ({ row, cells }))).toEqual(expected);
        },
      ),
      { numRuns: 60 },
    );
  });

  it('and any bytes give rows or a clear refusal', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 200 }), async (bytes) => {
        const content = Buffer.concat([Buffer.from('name_sr,town\n'), bytes]);
        await problemOf(save(content));
      }),
      { numRuns: 100 },
    );
  });
});

describe('rows', () => {
  it('have the numbers that a spreadsheet shows', async () => {
    const { rows } = await readAll(save('name_sr,town\n"Naša\nkuća",Beograd\n\n,\nSunce,Niš\n'));
    expect(rows.map(({ row, cells }) => [row, cells[0]])).toEqual([
      [2, 'Naša\nkuća'],
      [5, 'Sunce'],
    ]);
  });

  it('keep the text in which they came', async () => {
    const { rows } = await readAll(save('name_sr;town\r\n"Naša; „kuća“"; Beograd \r\n'));
    expect(rows[0]?.raw).toBe('"Naša; „kuća“"; Beograd ');
  });

  it('of a file larger than one piece of the stream are all there', async () => {
    const names = Array.from({ length: 5_000 }, (_, index) => `Zadruga „Ђурђевак ${index}“`);
    const { rows } = await readAll(save(`name_sr,town\r\n${names.map((name) => `${name},"Čačak\r\n"`).join('\r\n')}`));
    expect(rows.map(({ cells }) => cells[0])).toEqual(names);
  });

  it('can be read again', async () => {
    const table = await openCsv(save('name_sr,town\nSunce,Niš\n'));
    for (let time = 0; time < 2; time++) {
      const names: string[] = [];
      for await (const { cells } of table.rows()) names.push(cells[0] ?? '');
      expect(names).toEqual(['Sunce']);
    }
  });
});

describe('the header', () => {
  test.each([
    ['NAME SR,Town', ['NAME SR', 'Town']],
    ['name-sr;town;;;', ['name-sr', 'town']],
    ['nameSr\ttown', ['nameSr', 'town']],
    ['town,name_sr', ['town', 'name_sr']],
  ])('%j is understood', async (header, columns) => {
    expect((await readAll(save(`${header}\nx,y\n`))).columns).toEqual(columns);
  });

  it('decides the delimiter by known columns, not by signs', async () => {
    const { rows } = await readAll(save('name_sr;activity_sr\nSunce;voće, povrće, med, sir\n'));
    expect(rows[0]?.cells).toEqual(['Sunce', 'voće, povrće, med, sir']);
  });
});

describe('a file that cannot be used says why, and where', () => {
  test.each<[string, string | Uint8Array, string, number | null]>([
    ['empty', '', 'empty', null],
    ['without a header', 'Sunce,Niš\n', 'noHeader', 1],
    ['without names', 'town,district\nNiš,20\n', 'nameColumnMissing', 1],
    ['with a column twice', 'name_sr,town,Town\nSunce,Niš,Niš\n', 'duplicateHeader', 1],
    ['with a column under two of its names', 'name_sr,lon,longitude\nSunce,21,21\n', 'duplicateHeader', 1],
    ['with a column without a title', 'name_sr,,town\nSunce,,Niš\n', 'untitledColumn', 1],
    ['with a quote that never closes', 'name_sr,town\nSunce,Niš\n"Luna,Niš\nZora,Niš\n', 'openQuote', 3],
    ['with a quote in the wrong place', 'name_sr,town\n"Sunce" a,Niš\n', 'strayQuote', 2],
    ['in Windows-1250', Buffer.from([...Buffer.from('name_sr,town\nSunce,Ni'), 0x9a, 10]), 'notUtf8', 2],
    ['cut in the middle of a letter', Buffer.from('name_sr,town\nSunce,Niš').subarray(0, -1), 'notUtf8', 2],
    ['with a NUL', 'name_sr,town\nSunce,Niš\nLuna\0,Niš\n', 'binary', 3],
    ['in UTF-16', Buffer.from('\uFEFFname_sr,town\n', 'utf16le'), 'utf16', null],
    ['of old Excel', Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1]), 'oldExcel', null],
    ['that only begins like XLSX', 'PK\x03\x04 and nothing else', 'badXlsx', null],
    ['that is no JSON', '{"type": ', 'badJson', null],
    ['of other JSON', '{"type": "Feature"}', 'notFeatureCollection', null],
  ])('%s', async (_what, content, code, row) => {
    expect(await problemOf(save(content))).toEqual({ code, row });
  });

  it('that is not there', async () => {
    expect(await problemOf(path.join(folder, 'none.csv'))).toEqual({ code: 'notFound', row: null });
  });

  it('that is a folder', async () => {
    expect(await problemOf(folder)).toEqual({ code: 'notFound', row: null });
  });
});
