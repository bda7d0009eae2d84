import { inflateSync } from 'node:zlib';
import {
  PDFArray,
  type PDFContext,
  PDFDict,
  PDFHexString,
  PDFInvalidObject,
  PDFName,
  type PDFObject,
  PDFRawStream,
  PDFRef,
  PDFStream,
  PDFString,
} from '@cantoo/pdf-lib';
import { withoutJpegMetadata } from './jpeg-segments';

/** Entries and values by which a document runs, fetches or carries something (ISO 32000-2, 7.11, 12.6, 12.7, 13). */
const ACTIVE_ENTRIES = new Set(['JS', 'JavaScript', 'EmbeddedFiles', 'EF', 'XFA', 'RichMediaContent']);
const ACTIVE_VALUES = new Set([
  'JavaScript',
  'Launch',
  'SubmitForm',
  'ImportData',
  'GoToE',
  'GoToR',
  'Rendition',
  'RichMedia',
  'RichMediaExecute',
  'EmbeddedFile',
  'FileAttachment',
  'Sound',
  'Movie',
  '3D',
]);
/** Schemes of links that a document may have. What has none is a path on the reader's own disk. */
const LINK = /^\s*(https?:|mailto:|tel:|www\.)/i;

/** What a document says of its maker and of its programs, and what would happen when a page is opened or printed. */
const REMOVED_ENTRIES = ['Metadata', 'PieceInfo', 'LastModified', 'Thumb', 'OpenAction', 'AA'];

/** Largest picture within a document that is unfolded to clean it. */
const MOST_PICTURE = 64 * 1024 * 1024;

/** Whether a document would do something, or carries another file. */
export function isActive(context: PDFContext): boolean {
  return objectsOf(context).some(({ object }) => {
    if (object instanceof PDFName) return ACTIVE_VALUES.has(object.decodeText());
    if (!(object instanceof PDFDict)) return false;
    return object.entries().some(([name, value]) => {
      const entry = name.decodeText();
      return ACTIVE_ENTRIES.has(entry) || (entry === 'URI' && isOddLink(context.lookup(value)));
    });
  });
}

function isOddLink(value: PDFObject | undefined): boolean {
  if (value instanceof PDFString || value instanceof PDFHexString) return !LINK.test(value.decodeText());
  // The catalog may hold a dictionary of this name, with a base address.
  return false;
}

/** Names what a document still says of its maker; empty for a clean one. */
export function makerIn(context: PDFContext): string[] {
  const found = [context.trailerInfo.Info ? 'Info' : '', context.trailerInfo.ID ? 'ID' : ''].filter(Boolean);
  for (const { object } of objectsOf(context)) {
    if (!(object instanceof PDFDict)) continue;
    for (const [name] of object.entries())
      if (REMOVED_ENTRIES.includes(name.decodeText())) found.push(name.decodeText());
  }
  return found;
}

/** References that no page needs, and whether something that one needs cannot be read. */
export function leftOver(context: PDFContext): { refs: PDFRef[]; broken: boolean } {
  const objects = objectsOf(context);
  const needed = new Set(objects.flatMap(({ ref }) => (ref ? [ref] : [])));
  return {
    refs: context.enumerateIndirectObjects().flatMap(([ref]) => (needed.has(ref) ? [] : [ref])),
    broken: objects.some(({ object }) => object instanceof PDFInvalidObject),
  };
}

/** Takes out of a document what it says of its maker, and everything that no page needs. */
export function stripDocument(context: PDFContext): void {
  delete context.trailerInfo.Info;
  delete context.trailerInfo.ID;
  for (const { object } of objectsOf(context)) {
    if (object instanceof PDFDict) for (const entry of REMOVED_ENTRIES) object.delete(PDFName.of(entry));
    if (object instanceof PDFRawStream) stripPicture(object);
  }
  for (const ref of leftOver(context).refs) context.delete(ref);
}

/** A photo within a document is a JPEG file of its own, with whatever its camera wrote into it. */
function stripPicture(stream: PDFRawStream): void {
  const filter = stream.dict.lookup(PDFName.of('Filter'));
  const filters = filter instanceof PDFArray ? filter.asArray().map(String) : [String(filter)];
  if (filters.at(-1) !== '/DCTDecode') return;
  let jpeg = stream.contents;
  if (filters.length === 2 && filters[0] === '/FlateDecode') {
    jpeg = inflateSync(jpeg, { maxOutputLength: MOST_PICTURE });
    stream.dict.set(PDFName.of('Filter'), PDFName.of('DCTDecode'));
    stream.dict.delete(PDFName.of('DecodeParms'));
  } else if (filters.length > 1) {
    throw new Error('A picture is folded in a way that nobody uses');
  }
  const clean = withoutJpegMetadata(jpeg);
  if (clean === null) throw new Error('A picture of the document is no JPEG');
  stream.contents = clean;
}

interface Found {
  /** null for what stands within another object */
  ref: PDFRef | null;
  object: PDFObject;
}

/** Every object that can be reached from the document's root, however deep; without recursion, for it may be made deep. */
function objectsOf(context: PDFContext): Found[] {
  const found: Found[] = [];
  const seen = new Set<PDFObject>();
  const waiting: PDFObject[] = context.trailerInfo.Root ? [context.trailerInfo.Root] : [];
  while (waiting.length > 0) {
    const next = waiting.pop() as PDFObject;
    // Names and references are one object each in the whole library; a name may be met again, but need not be looked at again.
    if (seen.has(next)) continue;
    seen.add(next);
    const object = next instanceof PDFRef ? context.lookup(next) : next;
    if (object === undefined) continue;
    if (object !== next) seen.add(object);
    found.push({ ref: next instanceof PDFRef ? next : null, object });
    if (object instanceof PDFStream) waiting.push(object.dict);
    else if (object instanceof PDFDict) for (const value of object.values()) waiting.push(value);
    else if (object instanceof PDFArray) for (const item of object.asArray()) waiting.push(item);
  }
  return found;
}
