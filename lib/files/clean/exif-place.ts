/** Tags of the GPS directory of EXIF (CIPA DC-008), and of the pointer to it. */
const GPS_POINTER = 0x8825;
const LATITUDE_REF = 1;
const LATITUDE = 2;
const LONGITUDE_REF = 3;
const LONGITUDE = 4;
/** More entries than any camera writes; a made-up count must not cost time. */
const MOST_ENTRIES = 500;

type Reader = { u16: (at: number) => number; u32: (at: number) => number };

/**
 * Where a photo says that it was taken.
 * @param exif the EXIF block, with or without its `Exif\0\0` head
 * @returns degrees WGS84; null when it does not say, or says nonsense
 */
export function placeInExif(exif: Uint8Array): { lat: number; lng: number } | null {
  const whole = Buffer.from(exif.buffer, exif.byteOffset, exif.byteLength);
  const tiff = whole.toString('latin1', 0, 4) === 'Exif' ? whole.subarray(6) : whole;
  try {
    return readPlace(tiff);
  } catch (error) {
    // Positions that point outside of the block.
    if (error instanceof RangeError) return null;
    throw error;
  }
}

function readPlace(tiff: Buffer): { lat: number; lng: number } | null {
  const little = tiff.toString('latin1', 0, 2) === 'II';
  const read: Reader = {
    u16: (at) => (little ? tiff.readUInt16LE(at) : tiff.readUInt16BE(at)),
    u32: (at) => (little ? tiff.readUInt32LE(at) : tiff.readUInt32BE(at)),
  };
  const pointer = entriesAt(read, read.u32(4)).get(GPS_POINTER);
  if (pointer === undefined) return null;
  const gps = entriesAt(read, read.u32(pointer + 8));
  const degrees = (tag: number) => {
    const entry = gps.get(tag);
    if (entry === undefined) return Number.NaN;
    const at = read.u32(entry + 8);
    const part = (index: number) => read.u32(at + index * 8) / read.u32(at + index * 8 + 4);
    return part(0) + part(1) / 60 + part(2) / 3_600;
  };
  const letter = (tag: number) => {
    const entry = gps.get(tag);
    return entry === undefined ? '' : String.fromCharCode(tiff.readUInt8(entry + 8));
  };
  const lat = degrees(LATITUDE) * (letter(LATITUDE_REF) === 'S' ? -1 : 1);
  const lng = degrees(LONGITUDE) * (letter(LONGITUDE_REF) === 'W' ? -1 : 1);
  const sound = Number.isFinite(lat) && Number.isFinite(lng) && Math.abs(lat) <= 90 && Math.abs(lng) <= 180;
  // Cameras without a fix write zeros.
  return sound && (lat !== 0 || lng !== 0) ? { lat: round(lat), lng: round(lng) } : null;
}

/** Positions of the entries of a directory, by tag. */
function entriesAt(read: Reader, start: number): Map<number, number> {
  const entries = new Map<number, number>();
  const count = Math.min(read.u16(start), MOST_ENTRIES);
  for (let index = 0; index < count; index += 1) {
    const at = start + 2 + index * 12;
    entries.set(read.u16(at), at);
  }
  return entries;
}

/** Six digits are a decimetre. */
function round(degrees: number): number {
  return Math.round(degrees * 1e6) / 1e6;
}
