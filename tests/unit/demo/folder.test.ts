import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { ACCOUNTS, inspectFolder, readAccounts, removeFolder, writeMarker } from '@/scripts/demo/folder.mjs';

let home: string;
let folder: string;
beforeEach(() => {
  home = mkdtempSync(path.join(tmpdir(), 'demo-test-'));
  folder = path.join(home, 'data-demo');
});
afterEach(() => rmSync(home, { recursive: true, force: true }));

it('a folder that is not there, or is empty, is new', () => {
  expect(inspectFolder(folder)).toBe('new');
  expect(inspectFolder(home)).toBe('new');
});

it('a folder with anything else in it is refused, and left as it is', () => {
  for (const name of ['directory.db', 'letter.txt', 'demonstration.json']) {
    writeFileSync(path.join(home, name), '{}');
    expect(() => inspectFolder(home), name).toThrow('no demonstration');
    expect(() => removeFolder(home), name).toThrow('no demonstration');
    expect(readdirSync(home)).toEqual([name]);
    rmSync(path.join(home, name));
  }
});

it('a demonstration is known again, also one that was broken off, and only such a one is removed', () => {
  writeMarker(folder, 'beginning');
  expect(inspectFolder(folder)).toBe('broken');
  writeMarker(folder, 'ready');
  expect(inspectFolder(folder)).toBe('ready');
  removeFolder(folder);
  expect(existsSync(folder)).toBe(false);
});

it('accounts that are not there yet are told how to be made', () => {
  expect(() => readAccounts(folder)).toThrow('npm run demo');
  writeMarker(folder, 'ready');
  writeFileSync(path.join(folder, ACCOUNTS), '[]');
  expect(readAccounts(folder)).toEqual([]);
});
