import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { deflateSync } from 'node:zlib';
import { PDFDocument, PDFName, PDFString } from '@cantoo/pdf-lib';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { cleanPdf } from '@/lib/files/clean/pdf';
import { PLANTED, pdfWithScript, phonePhoto, plainPdf } from '@/tests/support/made-files';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'clean-pdf-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

async function clean(content: Buffer) {
  const input = path.join(folder, 'input');
  writeFileSync(input, content);
  const outcome = await cleanPdf(input, folder);
  if (!outcome.ok) throw new Error(outcome.code);
  return { ...outcome, bytes: readFileSync(path.join(folder, 'document.pdf')) };
}

/** A document with something changed in its catalogue, or in the annotations of its first page. */
const withCatalog = (name: string, value: (document: PDFDocument) => object) =>
  plainPdf((document) => {
    document.catalog.set(PDFName.of(name), document.context.register(document.context.obj(value(document) as never)));
  });
const withAction = (action: Record<string, unknown>) =>
  plainPdf(({ context, ...document }) => {
    void document;
    const page = context.enumerateIndirectObjects().find(([, object]) => String(object).includes('/Type /Page\n'))?.[1];
    const annotation = context.obj({ Type: 'Annot', Subtype: 'Link', Rect: [0, 0, 9, 9], A: action as never });
    (page as unknown as { set: (name: PDFName, value: unknown) => void }).set(
      PDFName.of('Annots'),
      context.obj([context.register(annotation)]),
    );
  });

describe('a document', () => {
  it('is stored without what it says of its maker, nor what its photos say of theirs', async () => {
    const original = await plainPdf();
    expect(original.includes(PLANTED.pdfXmp)).toBe(true);
    expect(original.includes(PLANTED.owner)).toBe(true);
    expect((await PDFDocument.load(original)).getAuthor()).toBe(PLANTED.pdfAuthor);

    const { bytes, pages } = await clean(original);
    expect(pages).toBe(1);
    for (const word of Object.values(PLANTED)) expect(bytes.includes(word), word).toBe(false);
    const again = await PDFDocument.load(bytes, { updateMetadata: false });
    expect([again.getAuthor(), again.getTitle(), again.getProducer(), again.getCreationDate()]).toEqual(
      Array(4).fill(undefined),
    );
    expect(again.getPage(0).getSize()).toEqual({ width: 300, height: 400 });
    // The photo on the page is still there.
    expect(bytes.includes('DCTDecode') || bytes.includes(Buffer.from([0xff, 0xd8, 0xff]))).toBe(true);
  });

  it('loses what an older version of it said', async () => {
    const original = await plainPdf((document) => {
      document.context.register(document.context.stream('planted older text'));
    });
    expect(original.includes('planted older text')).toBe(true);
    expect((await clean(original)).bytes.includes('planted older text')).toBe(false);
  });

  it('may open at a page and link to the web', async () => {
    const opens = await withCatalog('OpenAction', () => ({ S: 'GoTo', D: PDFString.of('first') }));
    expect((await clean(opens)).bytes.includes('OpenAction')).toBe(false);
    await expect(
      clean(await withAction({ S: 'URI', URI: PDFString.of('https://primer.example/') })),
    ).resolves.toBeTruthy();
  });
});

describe('a document that does something', () => {
  it.each([
    ['runs a script when it is opened', pdfWithScript],
    ['has scripts by name', () => withCatalog('Names', () => ({ JavaScript: { Names: [] } }))],
    ['starts a program', () => withAction({ S: 'Launch', F: PDFString.of('cmd.exe') })],
    ['sends its form', () => withAction({ S: 'SubmitForm', F: PDFString.of('https://primer.example/') })],
    ['opens a path on the disk', () => withAction({ S: 'URI', URI: PDFString.of('file:///etc/passwd') })],
    ['runs a script as a link', () => withAction({ S: 'URI', URI: PDFString.of('javascript:alert(1)') })],
    ['has a form in XML', () => withCatalog('AcroForm', () => ({ Fields: [], XFA: PDFString.of('<xdp/>') }))],
    [
      'carries a file',
      () =>
        plainPdf(
          (document) => void document.attach(Buffer.from('MZ'), 'tool.exe', { mimeType: 'application/x-msdownload' }),
        ),
    ],
  ])('%s: refused', async (_, make) => {
    await expect(clean(await make())).rejects.toThrow('pdfActive');
  });

  it('cannot hide the word by writing it another way', async () => {
    const hidden = Buffer.from(
      (await pdfWithScript()).toString('latin1').replaceAll('/JavaScript', '/J#61vaScript').replaceAll('/JS', '/J#53'),
      'latin1',
    );
    await expect(clean(hidden)).rejects.toThrow('pdfActive');
  });
});

describe('what is no whole document', () => {
  it('a photo that calls itself a document is no PDF, whatever stands behind it', async () => {
    const polyglot = Buffer.concat([await phonePhoto(), await plainPdf()]);
    await expect(clean(polyglot)).rejects.toThrow('notAPdf');
  });

  it('is refused when it is encrypted', async () => {
    const document = await PDFDocument.create();
    document.addPage();
    document.encrypt({ userPassword: '', ownerPassword: 'owner' } as never);
    await expect(clean(Buffer.from(await document.save()))).rejects.toThrow('pdfEncrypted');
  });

  it('is broken when it was cut off or holds nothing', async () => {
    const whole = await plainPdf();
    await expect(clean(whole.subarray(0, whole.length / 2))).rejects.toThrow('broken');
    await expect(clean(Buffer.from('%PDF-1.7\n%%EOF'))).rejects.toThrow();
  });

  it('is refused with too many pages', async () => {
    await expect(clean(await plainPdf(undefined, 201))).rejects.toThrow('tooManyPages');
  });

  it('is refused when it unfolds to more than it may', async () => {
    const folded = deflateSync(Buffer.alloc(200 * 1024 * 1024, 0x20));
    const head = `%PDF-1.7\n1 0 obj\n<</Type/ObjStm/N 1/First 5/Filter/FlateDecode/Length ${folded.length}>>\nstream\n`;
    const bomb = Buffer.concat([
      Buffer.from(head),
      folded,
      Buffer.from('\nendstream\nendobj\ntrailer\n<</Root 2 0 R>>\n%%EOF'),
    ]);
    expect(bomb.length).toBeLessThan(300_000);
    await expect(clean(bomb)).rejects.toThrow('tooLarge');
  });
});
