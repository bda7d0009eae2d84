/**
 * Cuts our own subsets of the two typefaces out of the fontsource packages: Serbian Latin, Serbian Cyrillic and the
 * punctuation that our texts use, with all layout features (`locl` gives Serbian Cyrillic its own forms). Writes
 * woff2 files with a hash in their names to public/fonts, the style sheet that names them, the list of what to
 * preload, and static cuts for the Open Graph pictures to assets/fonts. The files are part of the repository; run
 * this again only when a typeface or the alphabet changes: `node scripts/run.mjs scripts/build-fonts.ts`.
 */
import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import subsetFont from 'subset-font';

const require = createRequire(import.meta.url);
const WEB_DIR = 'public/fonts';
const PICTURE_DIR = 'assets/fonts';

/** Letters that we set, by the file of the package that holds them. */
const ALPHABETS = {
  latin: {
    file: 'latin',
    characters: `${fromTo(0x20, 0x7e)}\u00a0§©«®°·»×ÄÖÜßàáâäçèéêëíîïñòóôöùúûü–—‘’‚“”„†•…‹›€−`,
    range:
      'U+0020-007E, U+00A0-00FF, U+2013-2014, U+2018-201A, U+201C-201E, U+2020, U+2022, U+2026, U+2039-203A, U+20AC, U+2212',
  },
  serbianLatin: {
    file: 'latin-ext',
    characters: 'čćžšđČĆŽŠĐ',
    range: 'U+0106-0107, U+010C-010D, U+0110-0111, U+0160-0161, U+017D-017E',
  },
  cyrillic: {
    file: 'cyrillic',
    characters: 'абвгдђежзијклљмнњопрстћуфхцчџшАБВГДЂЕЖЗИЈКЛЉМНЊОПРСТЋУФХЦЧЏШ№',
    range:
      'U+0402, U+0408-040B, U+040F, U+0410-0418, U+041A-0428, U+0430-0438, U+043A-0448, U+0452, U+0458-045B, U+045F, U+2116',
  },
} as const;
type Alphabet = keyof typeof ALPHABETS;

interface Cut {
  name: string;
  family: string;
  /** Path of a file in its package, without alphabet and ending. */
  source: (file: string) => string;
  axes: Record<string, number | { min: number; max: number }>;
  style: 'normal' | 'italic';
  weight: string;
  /** The first screen is set in it. */
  preload: boolean;
}

const PIAZZOLLA = '@fontsource-variable/piazzolla/files/piazzolla-';
const SOURCE_SANS = '@fontsource-variable/source-sans-3/files/source-sans-3-';

const CUTS: readonly Cut[] = [
  {
    name: 'piazzolla',
    family: 'Piazzolla Variable',
    source: (file) => `${PIAZZOLLA}${file}-opsz-normal.woff2`,
    axes: { wght: { min: 820, max: 880 } },
    style: 'normal',
    weight: '820 880',
    preload: true,
  },
  {
    // Only the names of the neighbours on the map, at one size.
    name: 'piazzolla-italic',
    family: 'Piazzolla Variable',
    source: (file) => `${PIAZZOLLA}${file}-opsz-italic.woff2`,
    axes: { wght: 500, opsz: 13 },
    style: 'italic',
    weight: '500',
    preload: false,
  },
  {
    name: 'source-sans-3',
    family: 'Source Sans 3 Variable',
    source: (file) => `${SOURCE_SANS}${file}-wght-normal.woff2`,
    axes: { wght: { min: 400, max: 650 } },
    style: 'normal',
    weight: '400 650',
    preload: true,
  },
  {
    name: 'source-sans-3-italic',
    family: 'Source Sans 3 Variable',
    source: (file) => `${SOURCE_SANS}${file}-wght-italic.woff2`,
    axes: { wght: 400 },
    style: 'italic',
    weight: '400',
    preload: false,
  },
];

/** Static cuts for pictures: the drawing library reads neither woff2 nor axes. */
const PICTURE_CUTS = [
  { name: 'piazzolla', source: CUTS[0]?.source, axes: { wght: 850, opsz: 30 } },
  { name: 'source-sans-3', source: CUTS[2]?.source, axes: { wght: 400 } },
] as const;

/**
 * Fallbacks with the widths and heights of ours, so that nothing moves when a font arrives. Only fonts whose widths are
 * those of Times New Roman or Arial: `size-adjust` is the width of a Serbian text in ours by its width in theirs, as
 * measured in Chromium; the heights are those of our `hhea` tables, divided by it.
 */
const FALLBACKS = `
@font-face { font-family: "Piazzolla Fallback"; src: local("Times New Roman Bold"), local("TimesNewRomanPS-BoldMT"), local("Liberation Serif Bold"), local("Tinos Bold"); font-weight: 820 880; size-adjust: 100.4%; ascent-override: 110.6%; descent-override: 30.9%; line-gap-override: 0%; }
@font-face { font-family: "Source Sans 3 Fallback"; src: local("Arial"), local("ArialMT"), local("Liberation Sans"), local("Arimo"); size-adjust: 94%; ascent-override: 108.9%; descent-override: 42.6%; line-gap-override: 0%; }
`;

function fromTo(first: number, last: number): string {
  return String.fromCharCode(...Array.from({ length: last - first + 1 }, (_, index) => first + index));
}

async function cutWeb(cut: Cut, alphabet: Alphabet): Promise<string> {
  const { file, characters } = ALPHABETS[alphabet];
  const original = readFileSync(require.resolve(cut.source(file)));
  const bytes = await subsetFont(original, characters, { targetFormat: 'woff2', variationAxes: cut.axes });
  const hash = createHash('sha256').update(bytes).digest('hex').slice(0, 8);
  const name = `${cut.name}-${ALPHABETS[alphabet].file}.${hash}.woff2`;
  writeFileSync(path.join(WEB_DIR, name), bytes);
  console.log(`${name}  ${(bytes.length / 1024).toFixed(1)} KiB`);
  return name;
}

function fontFace(cut: Cut, alphabet: Alphabet, file: string): string {
  return `@font-face { font-family: "${cut.family}"; font-style: ${cut.style}; font-weight: ${cut.weight}; font-display: swap; src: url("/fonts/${file}") format("woff2"); unicode-range: ${ALPHABETS[alphabet].range}; }`;
}

async function buildWeb(): Promise<void> {
  mkdirSync(WEB_DIR, { recursive: true });
  for (const file of readdirSync(WEB_DIR)) if (file.endsWith('.woff2')) rmSync(path.join(WEB_DIR, file));
  const faces: string[] = [];
  const preload: Record<Alphabet, string[]> = { latin: [], serbianLatin: [], cyrillic: [] };
  for (const cut of CUTS) {
    for (const alphabet of Object.keys(ALPHABETS) as Alphabet[]) {
      const file = await cutWeb(cut, alphabet);
      faces.push(fontFace(cut, alphabet, file));
      if (cut.preload) preload[alphabet].push(file);
    }
  }
  writeFileSync(
    'app/styles/fonts.css',
    `/* Made by scripts/build-fonts.ts. Piazzolla and Source Sans 3 under the SIL Open Font License 1.1. */\n${faces.join('\n')}\n${FALLBACKS}`,
  );
  // Latin letters, figures and punctuation stand in every page; Serbian adds its own.
  const lists = {
    latin: preload.latin,
    serbianLatin: [...preload.latin, ...preload.serbianLatin],
    cyrillic: [...preload.cyrillic, ...preload.latin],
  };
  writeFileSync('assets/fonts/preload.json', `${JSON.stringify(lists, null, 2)}\n`);
}

async function buildPictures(): Promise<void> {
  for (const { name, source, axes } of PICTURE_CUTS) {
    if (!source) continue;
    for (const { file, characters } of Object.values(ALPHABETS)) {
      const original = readFileSync(require.resolve(source(file)));
      const bytes = await subsetFont(original, characters, {
        targetFormat: 'truetype',
        variationAxes: axes,
        noHinting: true,
        // The drawing library stops at lookups that it does not know.
        dropTables: ['GSUB', 'GDEF'],
      });
      writeFileSync(path.join(PICTURE_DIR, `${name}-${file}.ttf`), bytes);
    }
  }
}

mkdirSync(PICTURE_DIR, { recursive: true });
await buildWeb();
await buildPictures();
