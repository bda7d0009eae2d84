import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { filesUnder } from './fingerprint.mjs';

/**
 * What the one process of `npm start` loads of our TypeScript, by its path.
 * @typedef {object} ServerCode
 * @property {typeof import('../../lib/backup/hold-data.ts')} 'lib/backup/hold-data.ts'
 * @property {typeof import('../../lib/db/index.ts')} 'lib/db/index.ts'
 * @property {typeof import('../../lib/env.ts')} 'lib/env.ts'
 * @property {typeof import('../../lib/secrets/index.ts')} 'lib/secrets/index.ts'
 * @property {typeof import('../../lib/submissions/contacts.ts')} 'lib/submissions/contacts.ts'
 * @property {typeof import('../../server/main.ts')} 'server/main.ts'
 */

/** @type {(keyof ServerCode)[]} */
const ENTRIES = [
  'lib/backup/hold-data.ts',
  'lib/db/index.ts',
  'lib/env.ts',
  'lib/secrets/index.ts',
  'lib/submissions/contacts.ts',
  'server/main.ts',
];
const FOLDER = 'generated/server';
/** Where the desk's forms are sent; addresses with a part that varies are files, and left to Next. */
const DESK = 'app/api/desk';
const deskRoutes = () => filesUnder(DESK).filter((file) => path.basename(file) === 'route.ts' && !file.includes('['));

/**
 * Compiles the code around Next to plain JavaScript in generated/server; takes 0.3 s. A loader that compiles
 * while the server runs would do so in a thread of its own, which holds some 55 MiB for good (docs/decisions/0020).
 */
export async function compileServer() {
  const { build, stop } = await import('esbuild');
  const { outputFiles } = await build({
    entryPoints: [...ENTRIES, ...deskRoutes()],
    outdir: FOLDER,
    outbase: '.',
    write: false,
    bundle: true,
    // What is loaded twice is loaded once: settings and database are the same for every entry.
    splitting: true,
    packages: 'external',
    platform: 'node',
    format: 'esm',
    target: 'node20',
    jsx: 'automatic',
    outExtension: { '.js': '.mjs' },
    plugins: [SERVER_ONLY],
    logLevel: 'silent',
  });
  await stop();
  for (const { path: file, contents } of outputFiles) writeIfOther(file, contents);
  const wanted = new Set(outputFiles.map((file) => file.path));
  for (const name of readdirSync(FOLDER, { recursive: true, withFileTypes: true })) {
    const file = path.resolve(name.parentPath ?? name.path, name.name);
    if (name.isFile() && !wanted.has(file) && !file.endsWith('.tmp')) rmSync(file);
  }
}

/**
 * A module of the compiled code.
 * @template {keyof ServerCode} Name
 * @param {Name} name
 * @returns {Promise<ServerCode[Name]>}
 */
export function serverCode(name) {
  return load(name);
}

/**
 * The routes of the desk's forms as the server itself runs them, by their addresses (server/desk-posts.ts).
 * @returns {import('../../server/desk-posts.ts').PostRoutes}
 */
export function deskPosts() {
  return new Map(deskRoutes().map((file) => [`/${path.posix.dirname(file).replace(/^app\//, '')}`, () => load(file)]));
}

/** @param {string} file */
function load(file) {
  return import(pathToFileURL(path.resolve(FOLDER, file.replace(/\.ts$/, '.mjs'))).href);
}

/**
 * Outside Next the package `server-only` throws, unless Node runs with a condition that Next must not have in the same process.
 * @type {import('esbuild').Plugin}
 */
const SERVER_ONLY = {
  name: 'server-only',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^server-only$/ }, () => ({ path: 'server-only', namespace: 'nothing' }));
    onLoad({ filter: /.*/, namespace: 'nothing' }, () => ({ contents: '' }));
  },
};

/**
 * Another server may be reading the file, so it changes at once or not at all.
 * @param {string} file
 * @param {Uint8Array} contents
 */
function writeIfOther(file, contents) {
  if (existsSync(file) && readFileSync(file).equals(contents)) return;
  mkdirSync(path.dirname(file), { recursive: true });
  const whole = `${file}.${process.pid}.tmp`;
  writeFileSync(whole, contents);
  renameSync(whole, file);
}
