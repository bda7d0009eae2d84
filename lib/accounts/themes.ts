/** How the themes of somebody stand in their account when these are all. */
export const ALL_THEMES = '*';

/** The themes of an account by what is stored: codes of kinds of practice; null is all of them. */
export function readThemes(stored: string): readonly string[] | null {
  return stored === ALL_THEMES ? null : stored.split('|').filter((code) => code !== '');
}

/** How themes are stored: each between bars, in order. */
export function writeThemes(themes: readonly string[] | null): string {
  if (themes === null) return ALL_THEMES;
  return themes.length === 0 ? '' : `|${[...new Set(themes)].sort().join('|')}|`;
}
