import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { MARKS } from '@/components/ui/marks';

it('the masks of the cloth are the marks of the tiles', () => {
  const css = readFileSync('components/home/home.css', 'utf8');
  for (const [name, shape] of Object.entries(MARKS)) {
    // The cloth is of enterprises.
    if (name === 'open' || name === 'story') continue;
    const mask = new RegExp(`\\.m-${name} \\{ --shape: url\\("data:image/svg\\+xml,([^"]+)"\\)`).exec(css)?.[1];
    expect(decodeURIComponent(mask ?? '').replaceAll("'", '"')).toContain(`>${shape}</svg>`);
  }
});
