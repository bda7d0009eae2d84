import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';

const ROOT = path.resolve(import.meta.dirname, '../../..');
const read = (file: string) => readFileSync(path.join(ROOT, file), 'utf8');
const ROWS = read('docs/statements.md')
  .split('\n')
  .filter((line) => /^\| (S\d+|A\d+|section 5) \|/.test(line))
  .map((line) => line.split(' | ').map((cell) => cell.replace(/^\| | \|$/g, '')));

it('every statement has its line', () => {
  const named = new Set(ROWS.map(([name]) => name));
  const wanted = [...range('S', 1, 35), ...range('A', 8, 12)];
  expect(wanted.filter((name) => !named.has(name))).toEqual([]);
});

it.each(ROWS.map(([name = '', asked = '', code = '', test = '']) => [name, asked, code, test] as const))(
  '%s, %s: the test that it names is there, and so is the code',
  (_, __, code, test) => {
    const [, file = '', title = ''] = /^`([\w/-]+)`: (.+)$/.exec(test) ?? [];
    const found = [`tests/${file}.test.ts`, `tests/${file}.spec.ts`].find((name) => existsSync(path.join(ROOT, name)));
    expect(found, file).toBeDefined();
    const lines = read(found ?? '').split('\n');
    expect(
      lines.some((line) => line.includes(title) && /\(['"`]/.test(line)),
      title,
    ).toBe(true);
    const places = [...code.matchAll(/`([^`]+)`/g)]
      .map(([, place = '']) => place)
      .filter((place) => place.includes('/'));
    expect(places.length).toBeGreaterThan(0);
    for (const place of places) expect(existsSync(path.join(ROOT, place)), place).toBe(true);
  },
);

function range(letter: string, from: number, to: number): string[] {
  return Array.from({ length: to - from + 1 }, (_, index) => `${letter}${from + index}`);
}
