import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import writeXlsxFile from 'write-excel-file/node';
import { openTable } from '@/lib/imports/read-file';
import { type SourceTable, UnusableFileError } from '@/lib/imports/table';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'read-whole-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function rowsOf(table: SourceTable) {
  const rows: [number, readonly string[]][] = [];
  for await (const { row, cells } of table.rows()) rows.push([row, cells]);
  return rows;
}

describe('an XLSX file', () => {
  it('gives texts, numbers and days as cells of a CSV file would', async () => {
    const file = path.join(folder, 'list.xlsx');
    const workbook = await writeXlsxFile([
      [{ value: 'name_sr' }, { value: 'lat' }, { value: 'founded_year' }, { value: 'verified_on' }],
      [
        { value: 'Naša kuća' },
        { value: 44.80401, type: Number },
        { value: 2007, type: Number },
        { value: new Date(Date.UTC(2026, 10, 23)), type: Date, format: 'dd.mm.yyyy' },
      ],
      [null, null, null, null],
      [{ value: 'Sunce' }, null, null, null],
    ]);
    writeFileSync(file, await workbook.toBuffer());
    const table = await openTable(file);
    expect(table.format).toBe('xlsx');
    expect(table.columns).toEqual(['name_sr', 'lat', 'founded_year', 'verified_on']);
    expect(await rowsOf(table)).toEqual([
      [2, ['Naša kuća', '44.80401', '2007', '2026-11-23']],
      [4, ['Sunce', '', '', '']],
    ]);
  });
});

function saveGeoJson(features: unknown[]): string {
  const file = path.join(folder, 'list.geojson');
  writeFileSync(file, JSON.stringify({ type: 'FeatureCollection', features }));
  return file;
}

const feature = (properties: object, geometry: object | null) => ({ type: 'Feature', properties, geometry });

describe('a GeoJSON file', () => {
  it('gives properties as columns and the point as lat and lon', async () => {
    const table = await openTable(
      saveGeoJson([
        feature(
          { name_sr: 'Sunce', sector: ['crafts', 'textile'] },
          { type: 'Point', coordinates: [20.46513, 44.80401] },
        ),
        feature({ name_sr: 'Luna', founded_year: 2007 }, null),
      ]),
    );
    expect(table.columns).toEqual(['name_sr', 'sector', 'lat', 'lon', 'founded_year']);
    expect(await rowsOf(table)).toEqual([
      [1, ['Sunce', 'crafts;textile', '44.80401', '20.46513', '']],
      [2, ['Luna', '', '', '', '2007']],
    ]);
  });

  it('with anything but points is refused, with the number of the feature', async () => {
    const file = saveGeoJson([
      feature({ name_sr: 'Sunce' }, null),
      feature({ name_sr: 'Luna' }, { type: 'Polygon', coordinates: [] }),
    ]);
    await expect(openTable(file)).rejects.toEqual(new UnusableFileError('notPoints', 2, 'Polygon'));
  });
});
