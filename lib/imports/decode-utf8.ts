import { createReadStream } from 'node:fs';

/** Tells why decoding stopped before the end of the file. */
export interface DecodingFailure {
  code: 'binary' | 'notUtf8' | null;
  /** Whether the text ended with a line, so that the fault stands in the next one. */
  afterLine: boolean;
}

/**
 * Reads a file as UTF-8 text, piece by piece. What stands before the first wrong byte is still given out, so that the
 * reader knows how far it came; then the text ends and `failure` tells why.
 */
export async function* decodeUtf8(file: string, failure: DecodingFailure): AsyncGenerator<string> {
  const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
  for await (const chunk of createReadStream(file) as AsyncIterable<Buffer>) {
    const bytes = chunk.subarray(0, firstNul(chunk));
    const text = decode(decoder, bytes, { stream: bytes.length === chunk.length });
    if (text === null) {
      const valid = validPart(bytes);
      noteEnd(valid, failure);
      yield valid;
      failure.code = 'notUtf8';
      return;
    }
    noteEnd(text, failure);
    yield text;
    if (bytes.length < chunk.length) {
      failure.code = 'binary';
      return;
    }
  }
  if (decode(decoder, new Uint8Array(), { stream: false }) === null) failure.code = 'notUtf8';
}

function noteEnd(text: string, failure: DecodingFailure): void {
  if (text !== '') failure.afterLine = /[\r\n]$/.test(text);
}

function decode(decoder: TextDecoder, bytes: Uint8Array, options: TextDecodeOptions): string | null {
  try {
    return decoder.decode(bytes, options);
  } catch {
    return null;
  }
}

function firstNul(bytes: Buffer): number {
  const at = bytes.indexOf(0);
  return at < 0 ? bytes.length : at;
}

/** About what could be read before the wrong byte: enough to count the rows. */
function validPart(bytes: Uint8Array): string {
  const lenient = new TextDecoder('utf-8').decode(bytes);
  return lenient.slice(0, lenient.indexOf('\uFFFD'));
}
