/** The theme a visitor chose; null is "as the device has it". */
export type Theme = 'light' | 'dark';

/** Name of the cookie that is set when somebody chooses a theme, and only then. */
export const THEME_COOKIE = 'theme';

/** Header by which our Node server tells a page the theme of its request. */
export const THEME_HEADER = 'x-theme';

export function parseTheme(value: unknown): Theme | null {
  return value === 'light' || value === 'dark' ? value : null;
}

/**
 * The path to go back to after a choice: only a path of our own. Anything else (another host, a script, a
 * protocol-relative address) leads to the home page.
 */
export function ownPath(value: unknown): string {
  if (typeof value !== 'string' || !value.startsWith('/') || value.length > 2000) return '/';
  try {
    const url = new URL(value, 'http://own.invalid');
    return url.origin === 'http://own.invalid' ? url.pathname + url.search : '/';
  } catch {
    return '/';
  }
}
