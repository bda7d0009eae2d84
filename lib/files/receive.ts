import 'server-only';
import { createWriteStream } from 'node:fs';
import path from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { Busboy, type BusboyFileStream, type BusboyHeaders } from '@fastify/busboy';
import { fail, ok, type Result } from '@/lib/shared/result';
import { FILE_MAX_BYTES } from '@/lib/submissions/fields';
import { LARGEST_UPLOAD, MOST_FILES_AT_ONCE, type RefusalCode } from './fields';
import { shownFileName } from './names';

/** A file of a posted form, on disk as it came. */
export interface ReceivedFile {
  /** Name of the form's field. */
  field: string;
  /** As it may be shown. */
  name: string;
  path: string;
  /** Why it need not be looked at; null when it is whole. */
  refused: Extract<RefusalCode, 'tooLarge' | 'empty' | 'tooMany' | 'diskFull'> | null;
}

export interface ReceivedForm {
  /** Texts, in the order of the form. */
  fields: [name: string, value: string][];
  files: ReceivedFile[];
}

/** Why a request could not be read: cut off half-way; more than a request may hold; no form. */
export type ReceiveError = { code: 'interrupted' | 'tooLarge' | 'notAForm' };

/** How large one file, and a whole request, may be. */
export interface ReceiveLimits {
  fileBytes: number;
  requestBytes: number;
}

/** Bounds of the texts that come along; the page of files has some forty fields. */
const TEXT_LIMITS = { fieldNameSize: 100, fieldSize: 65_536, fields: 300, headerPairs: 40 };
/** Of all texts together, in characters. */
const MOST_TEXT = 1_048_576;

/**
 * Reads a posted form, its files straight to disk: in memory there is never more of a file than what the network just brought.
 * A file above FILE_MAX_BYTES is not written further, and the others are still read.
 * @param folder where the files are written; the caller removes it
 * @param limits those of a story, where nothing else is said
 */
export async function receiveForm(
  request: Request,
  folder: string,
  limits: ReceiveLimits = { fileBytes: FILE_MAX_BYTES, requestBytes: LARGEST_UPLOAD },
): Promise<Result<ReceivedForm, ReceiveError>> {
  const type = request.headers.get('content-type') ?? '';
  if (/^application\/x-www-form-urlencoded\b/i.test(type)) {
    const text = await request.text();
    return text.length > MOST_TEXT
      ? fail({ code: 'tooLarge' })
      : ok({ fields: [...new URLSearchParams(text)], files: [] });
  }
  if (!/^multipart\/form-data;.*boundary=/i.test(type) || request.body === null) return fail({ code: 'notAForm' });
  return receiveMultipart(type, Readable.fromWeb(request.body as never), folder, limits);
}

async function receiveMultipart(
  type: string,
  body: Readable,
  folder: string,
  { fileBytes, requestBytes }: ReceiveLimits,
): Promise<Result<ReceivedForm, ReceiveError>> {
  const form: ReceivedForm = { fields: [], files: [] };
  const writes: Promise<void>[] = [];
  const broken = new AbortController();
  let text = 0;
  let tooLarge = false;
  const parser = new Busboy({
    headers: { 'content-type': type } as BusboyHeaders,
    limits: { ...TEXT_LIMITS, fileSize: fileBytes, files: MOST_FILES_AT_ONCE * 3 },
  });
  parser.on('field', (name, value, nameTruncated, valueTruncated) => {
    text += value.length;
    tooLarge ||= nameTruncated || valueTruncated || text > MOST_TEXT;
    if (!tooLarge) form.fields.push([name, value]);
  });
  parser.on('fieldsLimit', () => {
    tooLarge = true;
  });
  parser.on('file', (field, stream, filename) => {
    const file: ReceivedFile = {
      field,
      name: shownFileName(filename ?? ''),
      path: path.join(folder, `received-${form.files.length}`),
      refused: form.files.length >= MOST_FILES_AT_ONCE ? 'tooMany' : null,
    };
    form.files.push(file);
    writes.push(receiveFile(stream, file, broken.signal));
  });
  let seen = 0;
  try {
    await pipeline(
      body,
      async function* bounded(chunks: AsyncIterable<Uint8Array>) {
        for await (const chunk of chunks) {
          seen += chunk.length;
          // The server's door has looked at the stated length; here counts what really comes.
          if (seen > requestBytes) throw new RangeError('Larger than a request may be');
          yield chunk;
        }
      },
      parser,
    );
  } catch (error) {
    broken.abort();
    await Promise.allSettled(writes);
    return fail({ code: error instanceof RangeError ? 'tooLarge' : 'interrupted' });
  }
  await Promise.all(writes);
  if (tooLarge) return fail({ code: 'tooLarge' });
  // A field of files in which nothing was chosen is sent as an empty file without a name.
  form.files = form.files.filter((file) => !(file.refused === 'empty' && file.name === ''));
  return ok(form);
}

/** Writes one part of the form to its file; resolves when nothing more will come of it. */
function receiveFile(stream: BusboyFileStream, file: ReceivedFile, broken: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    stream.on('error', () => {});
    if (file.refused) {
      stream.resume();
      return resolve();
    }
    const out = createWriteStream(file.path, { flags: 'wx', mode: 0o600 });
    broken.addEventListener('abort', () => out.destroy());
    out.once('close', () => {
      if (stream.truncated) file.refused ??= 'tooLarge';
      else if (out.bytesWritten === 0) file.refused ??= 'empty';
      resolve();
    });
    out.once('error', (error: NodeJS.ErrnoException) => {
      if (error.code !== 'ENOSPC' && error.code !== 'EDQUOT') return reject(error);
      file.refused = 'diskFull';
      // The rest of the form is still to be read.
      stream.unpipe(out);
      stream.resume();
    });
    stream.pipe(out);
  });
}
