import { crc32 } from 'node:zlib';

/** One file of an archive. Names are ours: letters, digits, dots and dashes. */
export interface ZipEntry {
  name: string;
  read(): Promise<Uint8Array> | Uint8Array;
}

const LOCAL = 0x04034b50;
const CENTRAL = 0x02014b50;
const END = 0x06054b50;
/** Version 2.0, names in UTF-8, stored as they are: photos and PDF do not get smaller. */
const VERSION = 20;
const UTF8 = 0x0800;

/**
 * An archive in the ZIP format (APPNOTE 6.3.3, method "stored"), piece by piece: one file is in memory at a time. For files
 * and archives under 4 GiB.
 * @param date time of all files
 */
export async function* zip(entries: readonly ZipEntry[], date: Date): AsyncGenerator<Uint8Array> {
  const records: Buffer[] = [];
  let offset = 0;
  for (const { name, read } of entries) {
    const content = await read();
    const header = fields(name, content, date);
    const local = Buffer.concat([number(LOCAL, 4), header, Buffer.from(name)]);
    records.push(
      Buffer.concat([
        ...[number(CENTRAL, 4), number(VERSION, 2), header, number(0, 10), number(offset, 4)],
        Buffer.from(name),
      ]),
    );
    yield local;
    yield content;
    offset += local.length + content.length;
  }
  const directory = Buffer.concat(records);
  yield directory;
  const count = number(entries.length, 2);
  yield Buffer.concat([
    number(END, 4),
    number(0, 4),
    count,
    count,
    number(directory.length, 4),
    number(offset, 4),
    number(0, 2),
  ]);
}

/** What the local and the central record have in common. */
function fields(name: string, content: Uint8Array, date: Date): Buffer {
  const time = (date.getUTCHours() << 11) | (date.getUTCMinutes() << 5) | (date.getUTCSeconds() >> 1);
  const day = ((date.getUTCFullYear() - 1980) << 9) | ((date.getUTCMonth() + 1) << 5) | date.getUTCDate();
  return Buffer.concat([
    ...[number(VERSION, 2), number(UTF8, 2), number(0, 2), number(time, 2), number(day, 2), number(crc32(content), 4)],
    ...[number(content.length, 4), number(content.length, 4), number(Buffer.byteLength(name), 2), number(0, 2)],
  ]);
}

/** Little endian; of more than four bytes only zero is needed. */
function number(value: number, bytes: number): Buffer {
  const buffer = Buffer.alloc(bytes);
  if (bytes === 2) buffer.writeUInt16LE(value & 0xffff);
  else if (bytes === 4) buffer.writeUInt32LE(value >>> 0);
  return buffer;
}
