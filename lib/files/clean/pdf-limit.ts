import { decodePDFRawStream, PDFContext, PDFRawStream } from '@cantoo/pdf-lib';
import { Refused } from './outcome';

/** Bytes to which the compressed parts of a document may unfold while it is read, together. */
const MOST_UNFOLDED = 64 * 1024 * 1024;

let unfolded = 0;
let limited = false;

/**
 * Bounds what the compressed parts of the next document may unfold to. The library itself unfolds as much as there is: ten
 * megabytes of zeros become ten thousand.
 * @returns tells whether the bound was met; the parser takes the error for an object that it cannot read and goes on
 */
export function limitUnfolding(): { exceeded: () => boolean } {
  unfolded = 0;
  if (!limited) limitOnce();
  limited = true;
  return { exceeded: () => unfolded > MOST_UNFOLDED };
}

/** All decoders of the library make room for their output through one method of their common class, which it does not export. */
function limitOnce(): void {
  const dict = PDFContext.create().obj({ Filter: 'ASCIIHexDecode' });
  const decoder: object = decodePDFRawStream(PDFRawStream.of(dict, new Uint8Array(0)));
  const common = Object.getPrototypeOf(Object.getPrototypeOf(decoder)) as { ensureBuffer(size: number): Uint8Array };
  const makeRoom = common.ensureBuffer;
  if (typeof makeRoom !== 'function') throw new Error('The decoders of pdf-lib are not what they were');
  common.ensureBuffer = function ensureBuffer(this: { buffer: Uint8Array }, size: number) {
    const { byteLength } = this.buffer;
    // Room is doubled, however little more is asked for.
    if (size > byteLength) unfolded += Math.max(size, 2 * byteLength) - byteLength;
    if (unfolded > MOST_UNFOLDED) throw new Refused('tooLarge');
    return makeRoom.call(this, size);
  };
}
