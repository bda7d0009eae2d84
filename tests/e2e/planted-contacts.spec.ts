import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { expect, test } from '@playwright/test';
import { foundIn, type Planted } from '../support/find-contacts';
import { freePort, type Program, startProgram } from './support/start-program';

/*
 * Contacts are planted in drafts, waiting, rejected, hidden and published stories of a site of its own; then everything
 * that anybody can ask for is looked through, and what the program prints. tests/integration/privacy looks into the files.
 */

const ENOUGH_RECORDS = 15;
const MOST_PAGES = 450;

let dataDir: string;
let program: Program;
let planted: Planted;

test.describe.configure({ mode: 'serial', timeout: 240_000 });

test.beforeAll(async () => {
  dataDir = mkdtempSync(path.join(tmpdir(), 'planted-contacts-'));
  const env = { DATA_DIR: dataDir, LOG_LEVEL: 'debug', PORT: String(await freePort()) };
  program = await startProgram(env);
  const plant = ['scripts/run.mjs', 'tests/e2e/support/plant.ts'];
  const { stdout } = await promisify(execFile)(process.execPath, plant, { env: { ...process.env, ...env } });
  planted = JSON.parse(stdout.trim().split('\n').at(-1) ?? '') as Planted;
});

test.afterAll(async () => {
  await program?.stop();
  rmSync(dataDir, { recursive: true, force: true });
});

/** What an address answers with, headers too, as text in which bytes stay what they are. */
async function ask(address: string): Promise<{ status: number; text: string; html: string }> {
  const answer = await fetch(program.address + address, { redirect: 'manual' });
  const bytes = Buffer.from(await answer.arrayBuffer());
  const headers = [...answer.headers].map((pair) => pair.join(': ')).join('\n');
  const html = bytes.toString('utf8');
  return { status: answer.status, text: `${headers}\n${html}\n${bytes.toString('latin1')}`, html };
}

/** Addresses of this site in a page or a list: links, pictures, what the sitemap names. Without filters and records. */
function addressesIn(html: string): string[] {
  const found = [...html.matchAll(/(?:href|src|content|<loc>)=?"?(?:https?:\/\/[^/"<>]+)?(\/[^"<>#]*)/g)];
  return found
    .map(([, address = '']) => address.replaceAll('&amp;', '&'))
    .filter((address) => !address.startsWith('//') && !address.startsWith('/_next/') && !address.includes('?'));
}

const isRecord = (address: string) => /^\/(?:(?:cir\/)?preduzeca|en\/enterprises)\/./.test(address);

/** Everything that links lead to from the sitemap and the first pages, records of enterprises only in a sample. */
async function crawl(first: readonly string[]): Promise<{ seen: Map<string, number>; leaks: string[] }> {
  const seen = new Map<string, number>();
  const leaks: string[] = [];
  const waiting = [...first];
  let records = 0;
  for (let address = waiting.shift(); address !== undefined && seen.size < MOST_PAGES; address = waiting.shift()) {
    if (seen.has(address)) continue;
    if (isRecord(address)) {
      records += 1;
      if (records > ENOUGH_RECORDS) continue;
    }
    const { status, text, html } = await ask(address);
    seen.set(address, status);
    for (const secret of foundIn(text, planted.secrets)) leaks.push(`${address}: ${secret}`);
    waiting.push(...addressesIn(html));
  }
  return { seen, leaks };
}

test('no page, picture, feed or file that links lead to holds a planted contact', async () => {
  const { seen, leaks } = await crawl(['/sitemap.xml', '/', '/cir', '/en', '/imate-rec', '/cir/imate-rec', '/en/have-your-say', '/robots.txt']); // biome-ignore format: one line
  expect(leaks).toEqual([]);
  const pages = [...seen.keys()];
  // The planted public stories were among them, in all three scripts.
  expect(pages.filter((page) => /komsije-su-kuvale-i-nosile/.test(page)).length).toBeGreaterThanOrEqual(9);
  expect(pages.length).toBeGreaterThan(150);
  expect([...seen.values()].filter((status) => status >= 500)).toEqual([]);
});

test('no interface, export or search holds one', async () => {
  const exports = ['/api/v1/stories?limit=100', '/api/v1/stories.csv', '/api/v1/stories.geojson', '/api/v1/stories.atom', '/api/v1/openapi.json', '/api/v1/enterprises.csv', '/api/health', '/api/map?view=18.8,41.8,23.1,46.3&zoom=7']; // biome-ignore format: a list
  const leaks: string[] = [];
  for (const address of exports) {
    const { status, text } = await ask(address);
    expect([address, status]).toEqual([address, 200]);
    for (const secret of foundIn(text, planted.secrets)) leaks.push(`${address}: ${secret}`);
  }
  expect(leaks).toEqual([]);
});

test('nobody is found by a contact, nor by a reference', async () => {
  const { html } = await ask('/api/v1/stories?limit=1');
  expect(JSON.parse(html)).toMatchObject({ total: expect.any(Number) });
  for (const word of [...planted.secrets, ...planted.references]) {
    const q = encodeURIComponent(word);
    const answer = JSON.parse((await ask(`/api/v1/stories?q=${q}`)).html) as { total: number };
    // A reference of a public story may be found; a contact never is.
    if (planted.secrets.includes(word)) expect([word, answer.total]).toEqual([word, 0]);
  }
});

test('of who wants to be named the name stands on that story, and nothing else of them', async () => {
  const { html } = await ask('/api/v1/stories.csv');
  expect(html.split(planted.publicName).length - 1).toBe(1);
});

test('the log holds none, though every request and every mail stands in it', async () => {
  await ask(`/api/v1/stories?q=${encodeURIComponent(planted.secrets[0] ?? '')}`);
  const log = program.output();
  expect(log).toContain('/api/v1/stories');
  expect(foundIn(log, planted.secrets)).toEqual([]);
  expect(log).not.toMatch(/127\.0\.0\.1|::1\b|::ffff:/);
});
