import 'server-only';
import { readFile } from 'node:fs/promises';
import path from 'node:path';

interface PictureFont {
  name: string;
  data: Buffer;
  weight: 400 | 800;
  style: 'normal';
}

const FACES = [
  { file: 'piazzolla', weight: 800 },
  { file: 'source-sans-3', weight: 400 },
] as const;
const ALPHABETS = ['latin', 'latin-ext', 'cyrillic'] as const;

let fonts: Promise<PictureFont[]> | undefined;

async function readFonts(): Promise<PictureFont[]> {
  const files = FACES.flatMap(({ file, weight }) =>
    ALPHABETS.map(async (alphabet) => {
      const data = await readFile(path.join(process.cwd(), 'assets/fonts', `${file}-${alphabet}.ttf`));
      // One family for each file: of two files in one family the library would use the first alone.
      return { name: `${file}-${alphabet}`, data, weight, style: 'normal' as const };
    }),
  );
  return Promise.all(files);
}

/** The static cuts of our typefaces for pictures (scripts/build-fonts.ts), read once. */
export function pictureFonts(): Promise<PictureFont[]> {
  fonts ??= readFonts();
  return fonts;
}

/** Letters that the cuts hold: printable ASCII, Serbian in both scripts, and the signs our texts use. */
const KNOWN = /[\u0020-\u007e\u00a0§©«®°·»×ÄÖÜßàáâäçèéêëíîïñòóôöùúûüćčđšžĆČĐŠŽЂЈ-ЋЏА-ИК-Ша-ик-шђј-ћџ–—‘’‚“”„†•…‹›€−№]/;

/**
 * The text in letters that we have. For a letter that no font of its own has, the drawing library would ask a
 * server on the Internet; its bare letter, or nothing, stands instead.
 */
export function drawable(text: string): string {
  return Array.from(text.normalize('NFC'), (letter) => {
    if (KNOWN.test(letter)) return letter;
    return Array.from(letter.normalize('NFD'))
      .filter((part) => KNOWN.test(part))
      .join('');
  }).join('');
}
