import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';

const ROOT = path.resolve(import.meta.dirname, '../../..');
const read = (file: string) => readFileSync(path.join(ROOT, file), 'utf8');
const handbook = (language: string) => read(`docs/handbook/${language}.md`);
const pictures = (text: string) =>
  [...text.matchAll(/!\[[^\]]+\]\(pictures\/\w+\/([\w-]+)\.png\)/g)].map(([, name]) => name);

it('both languages have the same chapters, with the same pictures', () => {
  const chapters = (text: string) => [...text.matchAll(/^## (\d+)\. /gm)].map(([, number]) => number);
  expect(chapters(handbook('sr'))).toEqual(chapters(handbook('en')));
  expect(chapters(handbook('en'))).toHaveLength(16);
  expect(pictures(handbook('sr'))).toEqual(pictures(handbook('en')));
});

it('every picture is made by the spec', () => {
  const made = [...read('tests/e2e/handbook-pictures.spec.ts').matchAll(/\{ name: '([\w-]+)'/g)].map(
    ([, name]) => name,
  );
  expect(pictures(handbook('en')).filter((name) => !made.includes(name))).toEqual([]);
});

it('every page that it points to is there', () => {
  for (const language of ['sr', 'en']) {
    const links = [...handbook(language).matchAll(/\]\((\.\.\/[^)#]+)\)/g)].map(([, link = '']) => link);
    expect(links.length).toBeGreaterThan(3);
    for (const link of links) expect(existsSync(path.join(ROOT, 'docs/handbook', link)), link).toBe(true);
  }
});

it('every chapter in the list of contents leads to its heading', () => {
  for (const language of ['sr', 'en']) {
    const text = handbook(language);
    const anchors = [...text.matchAll(/^## (.+)$/gm)].map(([, title = '']) =>
      title
        .toLowerCase()
        .replace(/[^\p{L}\p{N} -]/gu, '')
        .replaceAll(' ', '-'),
    );
    const links = [...text.matchAll(/\]\(#([^)]+)\)/g)].map(([, anchor]) => anchor);
    expect(links).toEqual(anchors);
  }
});
