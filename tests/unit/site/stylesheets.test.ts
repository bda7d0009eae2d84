import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';

const PUBLIC = 'app/styles/public.css';
/** Means the same everywhere: only there where scripts run. */
const SHARED = new Set(['with-script']);

/** Classes that a rule of a sheet is about by themselves: `.panel`, not `.side .panel` and not `.panel h2`. */
function ownClasses(file: string): Set<string> {
  const css = readFileSync(file, 'utf8').replace(/\/\*[\s\S]*?\*\//g, '');
  const selectors = [...css.matchAll(/(?:^|[{};])\s*([^{};@]+)\{/g)].flatMap(([, list = '']) => list.split(','));
  return new Set(selectors.flatMap((selector) => /^\.([a-z][\w-]*)$/.exec(selector.trim())?.[1] ?? []));
}

const publicSheets = [...readFileSync(PUBLIC, 'utf8').matchAll(/@import "(.+?)"/g)].map(([, file = '']) =>
  path.join(path.dirname(PUBLIC), file),
);
const publicClasses = new Set(publicSheets.flatMap((file) => [...ownClasses(file)]));
const otherSheets = readdirSync('components', { recursive: true, encoding: 'utf8' })
  .map((file) => path.join('components', file))
  .filter((file) => file.endsWith('.css') && !publicSheets.includes(file));

describe('a stylesheet that comes beside the one of all pages', () => {
  it.each(otherSheets)('%s gives no class of those pages a second meaning', (file) => {
    const twice = [...ownClasses(file)].filter((name) => publicClasses.has(name) && !SHARED.has(name));
    expect(twice).toEqual([]);
  });

  it('is looked for where there are some', () => {
    expect(publicClasses.size).toBeGreaterThan(50);
    expect(otherSheets.length).toBeGreaterThan(10);
  });
});
