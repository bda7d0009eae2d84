/**
 * What is left in a stored picture besides the picture: read from the bytes themselves and by lists of what may stand there,
 * so that what nobody thought of is found too.
 */

/** JPEG: start of frame, tables, scans; JFIF (APP0) and Adobe's colour transform (APP14) carry nothing of the photographer. */
const JPEG_ALLOWED = new Set([0xe0, 0xee, 0xdb, 0xc4, 0xdd, 0xda, ...range(0xc0, 0xc3), ...range(0xc5, 0xcf)]);
const PNG_ALLOWED = new Set([
  'IHDR',
  'PLTE',
  'tRNS',
  'IDAT',
  'IEND',
  'gAMA',
  'cHRM',
  'sRGB',
  'bKGD',
  'pHYs',
  'sBIT',
  'cICP',
]);
const WEBP_ALLOWED = new Set(['VP8 ', 'VP8L', 'VP8X', 'ALPH']);
/** Items of an AVIF: coded pictures and grids of them. */
const AVIF_ITEMS = new Set(['av01', 'grid']);

/**
 * Names what stands in a picture and should not: segments, chunks or boxes, and bytes behind its end.
 * @returns an empty list for a clean picture
 */
export function metadataIn(picture: Uint8Array, format: 'jpg' | 'png' | 'webp' | 'avif'): string[] {
  const bytes = Buffer.from(picture.buffer, picture.byteOffset, picture.byteLength);
  try {
    if (format === 'jpg') return inJpeg(bytes);
    if (format === 'png') return inPng(bytes);
    return format === 'webp' ? inWebp(bytes) : inAvif(bytes);
  } catch (error) {
    if (error instanceof RangeError) return ['cut off'];
    throw error;
  }
}

function inJpeg(bytes: Buffer): string[] {
  const found: string[] = [];
  if (bytes.readUInt16BE(0) !== 0xffd8) return ['no JPEG'];
  let at = 2;
  while (true) {
    if (bytes.readUInt8(at) !== 0xff) return [...found, `no marker at ${at}`];
    const marker = bytes.readUInt8(at + 1);
    if (marker === 0xd9) return at + 2 === bytes.length ? found : [...found, 'bytes behind the end'];
    if (!JPEG_ALLOWED.has(marker)) found.push(`marker ${marker.toString(16)}`);
    at += 2 + bytes.readUInt16BE(at + 2);
    if (marker === 0xda) at = endOfScan(bytes, at);
  }
}

/** Position of the marker that follows the coded data of a scan. */
function endOfScan(bytes: Buffer, from: number): number {
  let at = from;
  while (true) {
    at = bytes.indexOf(0xff, at);
    if (at === -1) throw new RangeError('The scan has no end');
    const next = bytes.readUInt8(at + 1);
    // A stuffed zero and the restart markers belong to the scan.
    if (next !== 0 && !(next >= 0xd0 && next <= 0xd7)) return at;
    at += 2;
  }
}

function inPng(bytes: Buffer): string[] {
  const found: string[] = [];
  let at = 8;
  while (true) {
    const type = bytes.toString('latin1', at + 4, at + 8);
    if (!PNG_ALLOWED.has(type)) found.push(`chunk ${type}`);
    at += 12 + bytes.readUInt32BE(at);
    if (type === 'IEND') return at === bytes.length ? found : [...found, 'bytes behind the end'];
  }
}

function inWebp(bytes: Buffer): string[] {
  const found: string[] = [];
  if (bytes.readUInt32LE(4) + 8 !== bytes.length) found.push('bytes behind the end');
  for (let at = 12; at < bytes.length; ) {
    const type = bytes.toString('latin1', at, at + 4);
    if (!WEBP_ALLOWED.has(type)) found.push(`chunk ${type}`);
    const size = bytes.readUInt32LE(at + 4);
    at += 8 + size + (size % 2);
  }
  return found;
}

function inAvif(bytes: Buffer): string[] {
  const found: string[] = [];
  const boxesOf = (start: number, end: number) => {
    const boxes: { type: string; start: number; end: number }[] = [];
    for (let at = start; at < end; ) {
      const size = bytes.readUInt32BE(at);
      const stop = size === 0 ? end : at + size;
      if (size === 1 || stop > end || stop < at + 8) throw new RangeError('A box is larger than what it stands in');
      boxes.push({ type: bytes.toString('latin1', at + 4, at + 8), start: at + 8, end: stop });
      at = stop;
    }
    return boxes;
  };
  for (const box of boxesOf(0, bytes.length)) {
    if (!['ftyp', 'meta', 'mdat', 'free'].includes(box.type)) found.push(`box ${box.type}`);
    if (box.type !== 'meta') continue;
    for (const inner of boxesOf(box.start + 4, box.end)) {
      if (inner.type === 'iinf') {
        // Version 0 counts its entries in two bytes, later ones in four.
        const entries = inner.start + 4 + (bytes.readUInt8(inner.start) === 0 ? 2 : 4);
        for (const entry of boxesOf(entries, inner.end)) {
          const version = bytes.readUInt8(entry.start);
          const type = entry.start + 4 + (version === 3 ? 4 : 2) + 2;
          const name = bytes.toString('latin1', type, type + 4);
          if (!AVIF_ITEMS.has(name)) found.push(`item ${name}`);
        }
      }
      if (inner.type !== 'iprp') continue;
      for (const container of boxesOf(inner.start, inner.end).filter(({ type }) => type === 'ipco')) {
        for (const property of boxesOf(container.start, container.end)) {
          const profile = bytes.toString('latin1', property.start, property.start + 4);
          if (property.type === 'colr' && profile !== 'nclx') found.push(`colour profile ${profile}`);
          if (property.type === 'uuid' || property.type === 'udes') found.push(`property ${property.type}`);
        }
      }
    }
  }
  return found;
}

function range(from: number, to: number): number[] {
  return Array.from({ length: to - from + 1 }, (_, index) => from + index);
}
