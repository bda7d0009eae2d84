import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { PDFDocument } from '@cantoo/pdf-lib';
import { MAX_PAGES } from '../fields';
import { type CleanOutcome, Refused } from './outcome';
import { limitUnfolding } from './pdf-limit';
import { isActive, leftOver, makerIn, stripDocument } from './pdf-objects';

/** A whole file ends with this mark, within its last bytes. */
const END_MARK = '%%EOF';
const END_WITHIN = 2_048;

/**
 * Writes a document anew, without what it says of its maker: document information, XMP, identifiers, metadata of its pictures,
 * and everything that no page needs (older versions of a page included).
 * @param input path of the sender's file
 * @param folder where `document.pdf` is written
 * @throws Refused; anything else means that the document is broken
 */
export async function cleanPdf(input: string, folder: string): Promise<CleanOutcome> {
  const bytes = await readFile(input);
  if (bytes.toString('latin1', 0, 5) !== '%PDF-') throw new Refused('notAPdf');
  if (!bytes.subarray(-END_WITHIN).includes(END_MARK)) throw new Refused('broken');
  const document = await load(bytes);
  const pages = document.getPageCount();
  if (pages === 0) throw new Refused('broken');
  if (pages > MAX_PAGES) throw new Refused('tooManyPages');
  if (isActive(document.context)) throw new Refused('pdfActive');
  if (leftOver(document.context).broken) throw new Refused('broken');
  stripDocument(document.context);
  const clean = await document.save({ addDefaultPage: false, updateFieldAppearances: false });
  await checkClean(clean, pages);
  await writeFile(path.join(folder, 'document.pdf'), clean);
  const file = { file: 'document.pdf', name: 'document', format: 'pdf', width: null, height: null } as const;
  return { ok: true, kind: 'document', files: [file], pages, place: null };
}

async function load(bytes: Uint8Array): Promise<PDFDocument> {
  const unfolding = limitUnfolding();
  try {
    const document = await PDFDocument.load(bytes, { updateMetadata: false });
    if (unfolding.exceeded()) throw new Refused('tooLarge');
    return document;
  } catch (error) {
    if (unfolding.exceeded()) throw new Refused('tooLarge');
    // An encrypted document may fail before its encryption is noticed.
    const encrypted = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes('/Encrypt');
    throw encrypted ? new Refused('pdfEncrypted') : error;
  }
}

/** Reads what was written as a stranger would. */
async function checkClean(clean: Uint8Array, pages: number): Promise<void> {
  const again = await load(clean);
  const sound = again.getPageCount() === pages && !isActive(again.context) && makerIn(again.context).length === 0;
  if (!sound) throw new Refused('notClean');
}
