/** JFIF and Adobe's colour transform: a reader needs them to get the colours right. */
const KEPT_APPLICATION = new Set([0xe0, 0xee]);
const COMMENT = 0xfe;

/**
 * A JPEG without EXIF, XMP, IPTC, colour profiles, comments and what stands behind its end; the coded picture is not touched.
 * For pictures within a document, which are not coded anew.
 * @returns null when it cannot be read as a JPEG
 */
export function withoutJpegMetadata(jpeg: Uint8Array): Uint8Array | null {
  const bytes = Buffer.from(jpeg.buffer, jpeg.byteOffset, jpeg.byteLength);
  if (bytes.length < 4 || bytes.readUInt16BE(0) !== 0xffd8) return null;
  const kept: Buffer[] = [bytes.subarray(0, 2)];
  let at = 2;
  while (at + 4 <= bytes.length) {
    if (bytes[at] !== 0xff) return null;
    const marker = bytes.readUInt8(at + 1);
    const end = at + 2 + bytes.readUInt16BE(at + 2);
    const application = marker >= 0xe0 && marker <= 0xef;
    if (marker === 0xda) {
      const stop = bytes.lastIndexOf(Buffer.from([0xff, 0xd9]));
      kept.push(bytes.subarray(at, stop > at ? stop + 2 : bytes.length));
      return Buffer.concat(kept);
    }
    if ((!application || KEPT_APPLICATION.has(marker)) && marker !== COMMENT) kept.push(bytes.subarray(at, end));
    at = end;
  }
  return null;
}
