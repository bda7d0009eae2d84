import { readFile } from 'node:fs/promises';
import * as z from 'zod';
import { isEmptyRow, type SourceRow, type SourceTable, UnusableFileError } from './table';

const point = z.object({ type: z.literal('Point'), coordinates: z.array(z.number()).min(2) });
const feature = z.object({
  type: z.literal('Feature'),
  geometry: z.looseObject({ type: z.string() }).nullish(),
  properties: z.record(z.string(), z.unknown()).nullish(),
});
const collection = z.object({ type: z.literal('FeatureCollection'), features: z.array(z.unknown()) });

const LAT = 'lat';
const LON = 'lon';

/**
 * Opens a GeoJSON file: a collection of points, whose properties are the columns; the point is `lat` and `lon`. A
 * feature without geometry is a record without position. The file is read whole.
 * @throws UnusableFileError
 */
export async function openGeoJson(file: string): Promise<SourceTable> {
  const parsed = collection.safeParse(await readJson(file));
  if (!parsed.success) throw new UnusableFileError('notFeatureCollection');
  const records = parsed.data.features.map((item, index) => ({ values: toValues(item, index + 1), item }));
  if (records.length === 0) throw new UnusableFileError('empty');
  const columns = [...new Set(records.flatMap(({ values }) => [...values.keys()]))];
  return {
    format: 'geojson',
    rowEstimate: records.length,
    columns,
    rows: async function* rows(): AsyncGenerator<SourceRow> {
      for (const [index, { values, item }] of records.entries()) {
        const cells = columns.map((column) => values.get(column) ?? '');
        if (!isEmptyRow(cells)) yield { row: index + 1, cells, raw: JSON.stringify(item) };
      }
    },
    frame: { head: '{"type":"FeatureCollection","features":[\n', between: ',\n', tail: '\n]}\n' },
  };
}

async function readJson(file: string): Promise<unknown> {
  const bytes = await readFile(file);
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new UnusableFileError('notUtf8');
  }
  try {
    return JSON.parse(text) as unknown;
  } catch (error) {
    throw new UnusableFileError('badJson', null, error instanceof Error ? error.message : String(error));
  }
}

function toValues(item: unknown, row: number): Map<string, string> {
  const parsed = feature.safeParse(item);
  if (!parsed.success) throw new UnusableFileError('notFeatureCollection', row);
  const { geometry, properties } = parsed.data;
  const values = new Map(Object.entries(properties ?? {}).map(([name, value]) => [name, toText(value)]));
  if (!geometry) return values;
  const { data } = point.safeParse(geometry);
  if (!data) throw new UnusableFileError('notPoints', row, geometry.type);
  const [lng, lat] = data.coordinates;
  return values.set(LAT, String(lat)).set(LON, String(lng));
}

/** A property as the text of a cell: a list becomes values separated by semicolons. */
function toText(value: unknown): string {
  if (value === null || value === undefined) return '';
  if (Array.isArray(value)) return value.map(toText).join(';');
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}
