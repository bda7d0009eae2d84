import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { columnsTable, unreadColumnsText } from '@/lib/imports/docs';
import en from '@/messages/en.json';
import latin from '@/messages/sr-Latn.json';

const docs = readFileSync('docs/import.md', 'utf8');
const between = (mark: string) => new RegExp(`<!-- ${mark} -->([\\s\\S]*?)<!-- /${mark} -->`).exec(docs)?.[1]?.trim();

it('staff read the columns that the importer reads', () => {
  expect(between('columns')).toBe(columnsTable());
  expect(between('unread')).toBe(unreadColumnsText());
});

it('staff read of every option that the command has', () => {
  const script = readFileSync('scripts/import.ts', 'utf8');
  const block = /const OPTIONS = \{([\s\S]*?)\} as const/.exec(script)?.[1] ?? '';
  const options = [...block.matchAll(/^\s*'?([\w-]+)'?: \{/gm)].map(([, name]) => name);
  expect(options).toContain('dry-run');
  for (const option of options.filter((name) => name !== 'help')) expect(docs).toContain(`--${option}`);
});

it('every reason has words in both languages', () => {
  const report = readFileSync('lib/imports/report.ts', 'utf8');
  const table = readFileSync('lib/imports/table.ts', 'utf8');
  const codes = (text: string, type: string) =>
    [...(new RegExp(`type ${type} =([^;]*);`).exec(text)?.[1] ?? '').matchAll(/'(\w+)'/g)].map(([, code]) => code);
  for (const messages of [latin.Import, en.Import]) {
    expect(Object.keys(messages.reasons)).toEqual(expect.arrayContaining(codes(report, 'ReasonCode')));
    expect(Object.keys(messages.warnings)).toEqual(expect.arrayContaining(codes(report, 'WarningCode')));
    expect(Object.keys(messages.unusable)).toEqual(expect.arrayContaining(codes(table, 'UnusableCode')));
  }
});
