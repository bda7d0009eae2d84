import { readdirSync } from 'node:fs';
import { expect, it } from 'vitest';
import { BUILD_INPUTS } from '@/scripts/setup/build.mjs';

/** What a build does not read, so that a change of it needs none. */
const NOT_BUILT = [
  'biome.json',
  'coverage',
  'data',
  'docs',
  'knip.json',
  'LICENSE',
  'next-env.d.ts',
  'node_modules',
  'playwright-report',
  'playwright.config.ts',
  'prisma',
  'prisma.config.ts',
  'README.md',
  'scripts',
  'server',
  'test-results',
  'tests',
  'tsconfig.tsbuildinfo',
  'vitest.config.ts',
];

it('every file and folder of the project either counts for the build or is known not to', () => {
  const present = readdirSync('.').filter((name) => !name.startsWith('.') && !name.includes('.tmp.'));
  const built = BUILD_INPUTS.map((input) => input.split('/')[0]);
  const unknown = present.filter((name) => !built.includes(name) && !NOT_BUILT.includes(name));
  expect(unknown, 'add it to BUILD_INPUTS in scripts/setup/build.mjs, or to this list').toEqual([]);
});
