/** The visitor's choice of look, kept in the cookie `theme`; null follows the system. */
export type Theme = 'light' | 'dark';

/** Reads the cookie `theme` out of a Cookie header. Any other value counts as no choice. */
export function themeOf(cookieHeader: string | undefined): Theme | null {
  if (!cookieHeader) return null;
  const match = /(?:^|;\s*)theme=(light|dark)(?:;|$)/.exec(cookieHeader);
  return (match?.[1] as Theme | undefined) ?? null;
}
