const BROWSERS = [
  ['Edge', /\bEdg(?:e|A|iOS)?\//],
  ['Opera', /\bOPR\//],
  ['Samsung Internet', /\bSamsungBrowser\//],
  ['Firefox', /\b(?:Firefox|FxiOS)\//],
  ['Chrome', /\b(?:Chrome|CriOS)\//],
  ['Safari', /\bSafari\//],
] as const;

const SYSTEMS = [
  ['iPhone', /\biPhone\b/],
  ['iPad', /\biPad\b/],
  ['Android', /\bAndroid\b/],
  ['Windows', /\bWindows\b/],
  ['macOS', /\bMac OS X\b/],
  ['Linux', /\bLinux\b/],
] as const;

/** A browser as its owner knows it: "Firefox, Windows"; null when the header says neither. */
export function browserName(userAgent: string | null): string | null {
  const parts = [BROWSERS, SYSTEMS].flatMap((list) => list.find(([, mark]) => mark.test(userAgent ?? ''))?.[0] ?? []);
  return parts.length > 0 ? parts.join(', ') : null;
}
