import { createWriteStream, existsSync } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import path from 'node:path';
import { finished } from 'node:stream/promises';
import type { SourceRow, SourceTable } from './table';

/** Collects rows as they came, in a file that appears only when all is done. */
export interface RejectedFile {
  add(row: SourceRow): void;
  /** Gives the file its name beside the input. @returns its path; null when no row came */
  keep(): Promise<string | null>;
  discard(): Promise<void>;
}

/** Prepares the file for the rejected rows of a table: `list.csv` gets `list.rejected.csv`, or `list.rejected-2.csv` … */
export function collectRejected(inputFile: string, table: SourceTable): RejectedFile {
  const extension = table.format === 'geojson' ? '.geojson' : '.csv';
  const base = inputFile.slice(0, inputFile.length - path.extname(inputFile).length);
  const draft = `${base}.rejected-${process.pid}.part`;
  let stream: ReturnType<typeof createWriteStream> | null = null;
  let isFirst = true;
  const close = async () => {
    if (!stream) return;
    stream.end();
    await finished(stream);
  };
  return {
    add({ raw }) {
      stream ??= createWriteStream(draft);
      stream.write(`${isFirst ? table.frame.head : table.frame.between}${raw ?? ''}`);
      isFirst = false;
    },
    async keep() {
      if (!stream) return null;
      stream.write(table.frame.tail);
      await close();
      const file = freeName(base, extension);
      await rename(draft, file);
      return file;
    },
    async discard() {
      await close();
      await rm(draft, { force: true });
    },
  };
}

/** A name that no file has: rows that were saved earlier are never overwritten. */
function freeName(base: string, extension: string): string {
  for (let number = 1; ; number++) {
    const file = `${base}${number === 1 ? '' : `.${number}`}.rejected${extension}`;
    if (!existsSync(file)) return file;
  }
}
