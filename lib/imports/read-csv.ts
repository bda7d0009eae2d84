import { createReadStream } from 'node:fs';
import { Readable } from 'node:stream';
import { parse } from 'csv-parse';
import { parse as parseAtOnce } from 'csv-parse/sync';
import { countKnownColumns } from './column-names';
import { type DecodingFailure, decodeUtf8 } from './decode-utf8';
import { isEmptyRow, type SourceRow, type SourceTable, UnusableFileError } from './table';

const DELIMITERS = [',', ';', '\t'];
/** A row longer than this many signs is an opened quote that never closes. */
const LONGEST_ROW = 1_000_000;
const BOM = '\uFEFF';

const OPTIONS = {
  raw: true,
  bom: true,
  relax_column_count: true,
  skip_empty_lines: false,
  record_delimiter: ['\r\n', '\n', '\r'],
  max_record_size: LONGEST_ROW,
};

interface CsvRecord {
  record: string[];
  raw: string;
}

/**
 * Opens a CSV file: UTF-8 with or without byte order mark; comma, semicolon or tab, whichever makes most known columns
 * of the header; quoted fields with line breaks. The rows are read as a stream.
 * @throws UnusableFileError, from `rows()` too
 */
export async function openCsv(file: string): Promise<SourceTable> {
  const beginning = await readBeginning(file);
  const delimiter = detectDelimiter(beginning);
  for await (const header of readRecords(file, delimiter)) {
    const width = header.cells.findLastIndex((title) => title.trim() !== '') + 1;
    const lineEnd = /\r\n|\n|\r/.exec(beginning)?.[0] ?? '\n';
    const mark = beginning.startsWith(BOM) ? BOM : '';
    // What stands behind the last title holds no values, only delimiters that a spreadsheet left.
    return {
      format: 'csv',
      rowEstimate: await countLines(file),
      columns: header.cells.slice(0, width),
      rows: () => withoutHeader(readRecords(file, delimiter)),
      frame: { head: `${mark}${(header.raw ?? '').replace(BOM, '')}${lineEnd}`, between: lineEnd, tail: lineEnd },
    };
  }
  throw new UnusableFileError('empty');
}

/** About how many rows a file has: its line ends. Reading it through costs little beside parsing it. */
async function countLines(file: string): Promise<number> {
  let lines = 0;
  for await (const chunk of createReadStream(file) as AsyncIterable<Buffer>) {
    for (let at = chunk.indexOf(10); at >= 0; at = chunk.indexOf(10, at + 1)) lines++;
  }
  return lines;
}

/** The first piece of text; the header stands in it. */
async function readBeginning(file: string): Promise<string> {
  const failure: DecodingFailure = { code: null, afterLine: false };
  for await (const text of decodeUtf8(file, failure)) {
    if (text !== '') return text;
    if (failure.code !== null) throw new UnusableFileError(failure.code, 1);
  }
  throw new UnusableFileError(failure.code ?? 'empty', failure.code === null ? null : 1);
}

/** The delimiter that makes most known columns of the header; where that does not decide, most columns. */
function detectDelimiter(beginning: string): string {
  const scores = DELIMITERS.map((delimiter) => {
    const header = headerBy(beginning, delimiter);
    return { delimiter, known: countKnownColumns(header), all: header.length };
  });
  scores.sort((a, b) => b.known - a.known || b.all - a.all);
  return scores[0]?.delimiter ?? ',';
}

function headerBy(beginning: string, delimiter: string): string[] {
  try {
    const [header] = parseAtOnce(beginning, { ...OPTIONS, raw: false, delimiter, to: 1 }) as unknown as string[][];
    return header ?? [];
  } catch {
    return [];
  }
}

async function* readRecords(file: string, delimiter: string): AsyncGenerator<SourceRow> {
  const failure: DecodingFailure = { code: null, afterLine: false };
  const parser = parse({ ...OPTIONS, delimiter });
  const text = Readable.from(decodeUtf8(file, failure));
  text.on('error', (error) => parser.destroy(error));
  text.pipe(parser);
  let row = 0;
  try {
    for await (const { record, raw } of parser as AsyncIterable<CsvRecord>) {
      row++;
      if (!isEmptyRow(record)) yield { row, cells: record, raw: raw.replace(/(\r\n|\n|\r)$/, '') };
    }
  } catch (error) {
    throw failure.code === null ? toUnusable(error) : new UnusableFileError(failure.code, row + 1);
  } finally {
    text.destroy();
    parser.destroy();
  }
  // What stood before the fault in its row was read as a row of its own.
  if (failure.code !== null) throw new UnusableFileError(failure.code, failure.afterLine ? row + 1 : row);
}

function toUnusable(error: unknown): unknown {
  // Rows that were parsed may not have been read yet, so the parser counts.
  const { code = '', records = 0 } = error as { code?: string; records?: number };
  const row = records + 1;
  if (code === 'CSV_QUOTE_NOT_CLOSED') return new UnusableFileError('openQuote', row);
  if (code === 'CSV_MAX_RECORD_SIZE') return new UnusableFileError('rowTooLong', row, String(LONGEST_ROW));
  if (/QUOTE/.test(code)) return new UnusableFileError('strayQuote', row);
  return error;
}

async function* withoutHeader(rows: AsyncIterable<SourceRow>): AsyncGenerator<SourceRow> {
  let isHeader = true;
  for await (const row of rows) {
    if (!isHeader) yield row;
    isHeader = false;
  }
}
