import { crc32, deflateSync } from 'node:zlib';
import { PDFDocument, PDFName, PDFString } from '@cantoo/pdf-lib';
import sharp, { type Sharp } from 'sharp';

/** Files of visitors, good and bad, made byte by byte in the tests; none comes from anybody's camera. */

/** Words that stand only in metadata; a stored file that holds one of them was not cleaned. */
export const PLANTED = {
  camera: 'PlantedCamera',
  owner: 'Planted Owner',
  xmp: 'planted-xmp-creator',
  iptc: 'planted-iptc-caption',
  comment: 'planted-comment',
  pdfAuthor: 'Planted Pdf Author',
  pdfXmp: 'planted-pdf-xmp',
} as const;

const XMP = `<?xpacket begin="" id="W5M0MpCehiHzreSzNTczkc9d"?><x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:creator><rdf:Seq><rdf:li>${PLANTED.xmp}</rdf:li></rdf:Seq></dc:creator></rdf:Description></rdf:RDF></x:xmpmeta><?xpacket end="w"?>`;

/** A picture with something to see on it, so that turning it shows: left half red, right half blue. */
export function plainPicture(width: number, height: number): Sharp {
  return sharp({ create: { width, height, channels: 3, background: '#c02020' } }).composite([
    {
      input: {
        create: { width: Math.ceil(width / 2), height, channels: 3, background: '#2020c0' },
      },
      left: Math.floor(width / 2),
      top: 0,
    },
  ]);
}

/** A photo with all that a phone writes: EXIF with owner, camera and place (Čačak), XMP, a wide colour profile, turned by 90°. */
export async function phonePhoto(
  format: 'jpeg' | 'png' | 'webp' = 'jpeg',
  { width = 1_200, height = 900, orientation = 6 } = {},
): Promise<Buffer> {
  const picture = await plainPicture(width, height)
    .withExif({
      IFD0: { Make: PLANTED.camera, Artist: PLANTED.owner, Copyright: PLANTED.owner },
      IFD2: { DateTimeOriginal: '2020:04:12 09:30:00' },
      IFD3: {
        GPSLatitudeRef: 'N',
        GPSLatitude: '43/1 53/1 2904/100',
        GPSLongitudeRef: 'E',
        GPSLongitude: '20/1 20/1 5880/100',
      },
    })
    .withXmp(XMP)
    .withIccProfile('p3')
    .withMetadata({ orientation })
    .toFormat(format)
    .toBuffer();
  return format === 'jpeg' ? withIptc(picture) : picture;
}

/** Puts IPTC (in a Photoshop block, APP13) and a comment into a JPEG. */
function withIptc(jpeg: Buffer): Buffer {
  const caption = Buffer.from(PLANTED.iptc);
  const dataset = Buffer.concat([Buffer.from([0x1c, 2, 120]), u16(caption.length), caption]);
  const resource = Buffer.concat([Buffer.from('8BIM'), u16(0x0404), u16(0), u32(dataset.length), dataset]);
  const app13 = segment(0xed, Buffer.concat([Buffer.from('Photoshop 3.0\0'), resource]));
  const comment = segment(0xfe, Buffer.from(PLANTED.comment));
  return Buffer.concat([jpeg.subarray(0, 2), app13, comment, jpeg.subarray(2)]);
}

function segment(marker: number, content: Buffer): Buffer {
  return Buffer.concat([Buffer.from([0xff, marker]), u16(content.length + 2), content]);
}

/** A PNG of a few hundred bytes that says to be as large as this. */
export function hugePng(width: number, height: number): Buffer {
  const header = Buffer.concat([u32(width), u32(height), Buffer.from([8, 2, 0, 0, 0])]);
  return png([
    ['IHDR', header],
    ['IDAT', deflateSync(Buffer.alloc(100_000))],
    ['IEND', Buffer.alloc(0)],
  ]);
}

/** A GIF of two pictures. */
export async function animatedGif(): Promise<Buffer> {
  const pictures = await Promise.all(
    [8, 9].map((red) =>
      plainPicture(red * 2, 16)
        .resize(16, 16)
        .png()
        .toBuffer(),
    ),
  );
  return sharp(pictures, { join: { animated: true } })
    .gif({ interFrameMaxError: 0 })
    .toBuffer();
}

/** A WebP of two pictures. */
export async function animatedWebp(): Promise<Buffer> {
  return sharp(await animatedGif(), { animated: true })
    .webp()
    .toBuffer();
}

/** An animated PNG: `acTL` stands before the first picture. */
export async function animatedPng(): Promise<Buffer> {
  const still = await plainPicture(20, 20).png().toBuffer();
  const control = chunk('acTL', Buffer.concat([u32(2), u32(0)]));
  return Buffer.concat([still.subarray(0, 33), control, still.subarray(33)]);
}

/** The head of a photo as an iPhone stores it. */
export function heicHead(): Buffer {
  return Buffer.concat([u32(24), Buffer.from('ftypheic'), u32(0), Buffer.from('mif1heic'), Buffer.alloc(2_000, 7)]);
}

function png(chunks: [string, Buffer][]): Buffer {
  return Buffer.concat([
    Buffer.from('89504e470d0a1a0a', 'hex'),
    ...chunks.map(([type, content]) => chunk(type, content)),
  ]);
}

function chunk(type: string, content: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), content]);
  return Buffer.concat([u32(content.length), body, u32(crc32(body))]);
}

function u16(value: number): Buffer {
  const bytes = Buffer.alloc(2);
  bytes.writeUInt16BE(value);
  return bytes;
}

function u32(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32BE(value >>> 0);
  return bytes;
}

/** A document with an author in its information and in its XMP, one text and one photo of a phone on its page. */
export async function plainPdf(change?: (document: PDFDocument) => void | Promise<void>, pages = 1): Promise<Buffer> {
  const document = await PDFDocument.create();
  document.setAuthor(PLANTED.pdfAuthor);
  document.setTitle('Izveštaj');
  for (let page = 0; page < pages; page += 1) document.addPage([300, 400]);
  const photo = await document.embedJpg(await phonePhoto('jpeg', { width: 60, height: 40 }));
  document.getPage(0).drawImage(photo, { x: 20, y: 20, width: 60, height: 40 });
  const xmp = document.context.stream(XMP.replace(PLANTED.xmp, PLANTED.pdfXmp), { Type: 'Metadata', Subtype: 'XML' });
  document.catalog.set(PDFName.of('Metadata'), document.context.register(xmp));
  await change?.(document);
  return Buffer.from(await document.save({ useObjectStreams: false }));
}

/** A document that runs a script as soon as it is opened. */
export function pdfWithScript(): Promise<Buffer> {
  return plainPdf((document) => {
    const action = document.context.obj({ S: 'JavaScript', JS: PDFString.of('app.alert(1)') });
    document.catalog.set(PDFName.of('OpenAction'), document.context.register(action));
  });
}
