/** The light tokens that pictures are drawn in; the drawing library knows no CSS variables. */
export const COLOURS = {
  ink: '#2a1027',
  plum: '#5a1745',
  quince: '#f4bc3a',
  paprika: '#d63f1e',
  basil: '#1d6b4b',
  salt: '#ffffff',
  cream: '#fcedc5',
} as const;

/** Ground and mark of a tile by its number in the cloth, as in tokens.css. */
export const GROUNDS: Record<1 | 2 | 3 | 4 | 5, { ground: string; mark: string }> = {
  1: { ground: COLOURS.salt, mark: COLOURS.plum },
  2: { ground: COLOURS.plum, mark: COLOURS.quince },
  3: { ground: COLOURS.paprika, mark: COLOURS.salt },
  4: { ground: COLOURS.basil, mark: COLOURS.cream },
  5: { ground: COLOURS.quince, mark: COLOURS.plum },
};

/** The families of the static cuts, by alphabet (lib/site/picture/fonts.ts). */
export const DISPLAY = 'piazzolla-latin, piazzolla-latin-ext, piazzolla-cyrillic';
export const TEXT = 'source-sans-3-latin, source-sans-3-latin-ext, source-sans-3-cyrillic';
