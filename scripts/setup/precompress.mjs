import { cpSync, existsSync, mkdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { promisify } from 'node:util';
import zlib from 'node:zlib';
import { filesUnder } from './fingerprint.mjs';

const FOLDER = '.next/served';
/** Types that compress; fonts and pictures are compressed already. */
const COMPRESSES = /\.(css|csv|geojson|html|ico|js|json|map|mjs|svg|txt|wasm|webmanifest|xml)$/;
/** Below this the headers weigh more than what is saved. */
const SMALLEST = 512;

const brotli = promisify(zlib.brotliCompress);
const gzip = promisify(zlib.gzip);

/**
 * Lays out what is served as files by its addresses, each with its highest brotli and gzip form beside it. It happens
 * once per build, so the slowest levels cost a visitor nothing.
 */
export async function precompress() {
  const draft = `${FOLDER}.new`;
  rmSync(draft, { recursive: true, force: true });
  mkdirSync(`${draft}/_next`, { recursive: true });
  if (existsSync('public')) cpSync('public', draft, { recursive: true });
  cpSync('.next/static', `${draft}/_next/static`, { recursive: true });
  for (const file of filesUnder(draft)) {
    if (COMPRESSES.test(file) && statSync(file).size >= SMALLEST) await compressFile(file);
  }
  rmSync(FOLDER, { recursive: true, force: true });
  renameSync(draft, FOLDER);
}

/** @param {string} file */
async function compressFile(file) {
  const body = await readFile(file);
  const [small, common] = await Promise.all([
    brotli(body, {
      params: {
        [zlib.constants.BROTLI_PARAM_QUALITY]: zlib.constants.BROTLI_MAX_QUALITY,
        [zlib.constants.BROTLI_PARAM_SIZE_HINT]: body.length,
      },
    }),
    gzip(body, { level: zlib.constants.Z_BEST_COMPRESSION }),
  ]);
  if (small.length < body.length) await writeFile(`${file}.br`, small);
  if (common.length < body.length) await writeFile(`${file}.gz`, common);
}
