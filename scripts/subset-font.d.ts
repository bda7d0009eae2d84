declare module 'subset-font' {
  interface SubsetOptions {
    targetFormat?: 'truetype' | 'woff' | 'woff2';
    /** A number pins an axis, limits narrow it. */
    variationAxes?: Record<string, number | { min: number; max: number }>;
    noHinting?: boolean;
    /** Tags of tables to leave out. */
    dropTables?: string[];
  }
  /** The font with the glyphs of `text` and whatever its layout features need for them. */
  export default function subsetFont(font: Buffer, text: string, options?: SubsetOptions): Promise<Buffer>;
}
