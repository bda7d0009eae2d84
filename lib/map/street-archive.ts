import { closeSync, openSync, readSync } from 'node:fs';

/** A PMTiles archive begins with its name and version; what its tiles are stands at byte 99 (specification, version 3). */
const BEGINNING = 'PMTiles\u0003';
const TILE_TYPE_AT = 99;
const VECTOR = 1;
const HEADER_BYTES = 127;

/** Whether a file is a PMTiles archive, version 3, of vector tiles. @throws the error of the file system */
export function isStreetArchive(file: string): boolean {
  const header = Buffer.alloc(HEADER_BYTES);
  const descriptor = openSync(file, 'r');
  try {
    const read = readSync(descriptor, header, 0, HEADER_BYTES, 0);
    return read === HEADER_BYTES && header.toString('latin1', 0, 8) === BEGINNING && header[TILE_TYPE_AT] === VECTOR;
  } finally {
    closeSync(descriptor);
  }
}
