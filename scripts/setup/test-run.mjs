import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { findBrowser, installBrowser } from './browser.mjs';
import { build, buildIsFresh } from './build.mjs';
import { npmCommand } from './npm.mjs';
import { checkNativePackages, installPackages, packagesMatch } from './packages.mjs';
import { clientIsFresh, generateClient } from './prisma-client.mjs';
import { toProblem } from './problem.mjs';

/** @typedef {{ passed: number, failed: number, names?: string[] }} Tally Tests of one part, with the names of those that failed. */
/** @typedef {{ folder: string, env: Record<string, string> }} Surroundings */

/** The parts, in their order: what fails soonest comes first. */
const PARTS = { types, lint, unit, integration, build: buildPart, e2e };

/** Settings of the machine's owner must not reach the tests; an empty one counts as not set. */
const NEUTRAL = Object.fromEntries(
  [
    'DATABASE_URL',
    'SITE_URL',
    'MAP_TILES_URL',
    'MAP_TILES_ATTRIBUTION',
    'MAP_PMTILES_FILE',
    'MAP_KOSOVO_LINE',
    'MAP_KOSOVO_LABEL',
    'LOG_LEVEL',
    'PAGE_CACHE',
    'PAGE_CACHE_MB',
    'SMTP_URL',
    'MAIL_FROM',
    'CONTACT_KEY',
    'TRUSTED_PROXIES',
    'JOBS',
    'DEMO',
    'PORT',
  ].map((name) => [name, '']),
);

/**
 * @param {string[]} wanted names of parts; none means all
 * @returns {Promise<number>} exit code
 */
export async function runTests(wanted) {
  process.chdir(fileURLToPath(new URL('../..', import.meta.url)));
  const unknown = wanted.filter((name) => !(name in PARTS));
  if (unknown.length > 0) {
    console.error(`There is no part "${unknown.join('", "')}"; there are ${Object.keys(PARTS).join(', ')}.`);
    return 2;
  }
  const names = /** @type {(keyof typeof PARTS)[]} */ (Object.keys(PARTS)).filter(
    (name) => wanted.length === 0 || wanted.includes(name),
  );
  const folder = mkdtempSync(path.join(tmpdir(), 'solidarna-mapa-test-'));
  try {
    const env = { ...NEUTRAL, NEXT_TELEMETRY_DISABLED: '1', DATA_DIR: path.join(folder, 'data') };
    return await runParts(names, { folder, env });
  } catch (error) {
    console.error(toProblem(error, 'preparing the tests').message);
    console.log('0 passed, 1 failed');
    return 1;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/**
 * @param {(keyof typeof PARTS)[]} names
 * @param {Surroundings} surroundings
 */
async function runParts(names, surroundings) {
  await timed('prepare', async () => {
    await prepare(names.includes('e2e'), surroundings);
    return { passed: 0, failed: 0 };
  });
  const sum = { passed: 0, failed: 0 };
  /** @type {string[]} */
  const failures = [];
  let built = true;
  for (const name of names) {
    if (name === 'e2e' && !built) {
      console.log('=== e2e: not run, because there is no build');
      continue;
    }
    const tally = await timed(name, () => PARTS[name](surroundings));
    sum.passed += tally.passed;
    sum.failed += tally.failed;
    if (tally.failed > 0)
      failures.push(...(tally.names?.length ? tally.names : ['see above']).map((test) => `${name}: ${test}`));
    if (name === 'build') built = tally.failed === 0;
  }
  // Of a long log often the end alone is kept.
  for (const failure of failures) console.log(`failed: ${failure}`);
  console.log(`${sum.passed} passed, ${sum.failed} failed`);
  return sum.failed === 0 ? 0 : 1;
}

/**
 * @param {string} name
 * @param {() => Promise<Tally>} work
 */
async function timed(name, work) {
  console.log(`=== ${name}`);
  const begun = Date.now();
  const tally = await work();
  console.log(
    `=== ${name}: ${tally.failed === 0 ? 'passed' : 'FAILED'} in ${((Date.now() - begun) / 1000).toFixed(1)} s`,
  );
  return tally;
}

/**
 * @param {boolean} withBrowser
 * @param {Surroundings} surroundings
 */
async function prepare(withBrowser, { env }) {
  if (!packagesMatch()) await installPackages(console.log);
  await checkNativePackages(console.log);
  if (!clientIsFresh()) {
    console.log('generating the database client');
    await generateClient();
  }
  if (!withBrowser) return;
  env.CHROMIUM_PATH = (await findBrowser()) ?? (await installBrowser(console.log));
  console.log(`browser: ${env.CHROMIUM_PATH}`);
}

/** @param {Surroundings} surroundings */
async function types({ env }) {
  // The types of routes and their parameters are made by Next.
  const made = await run(process.execPath, ['node_modules/next/dist/bin/next', 'typegen'], env);
  return verdict(made === 0 ? await run(process.execPath, ['node_modules/typescript/bin/tsc', '--noEmit'], env) : made);
}

/** @param {Surroundings} surroundings */
async function lint({ env }) {
  return verdict(await run(...npmCommand(['run', '--silent', 'lint']), env));
}

/** @param {Surroundings} surroundings */
function unit(surroundings) {
  return vitest('unit', surroundings);
}

/** @param {Surroundings} surroundings */
function integration(surroundings) {
  return vitest('integration', surroundings);
}

async function buildPart() {
  if (buildIsFresh()) console.log('nothing has changed since the last build');
  try {
    if (!buildIsFresh()) await build(console.log);
    return { passed: 0, failed: 0 };
  } catch (error) {
    console.error(toProblem(error, 'building').message);
    return { passed: 0, failed: 1 };
  }
}

/**
 * @param {string} project
 * @param {Surroundings} surroundings
 * @returns {Promise<Tally>}
 */
async function vitest(project, { folder, env }) {
  const report = path.join(folder, `${project}.json`);
  const code = await run(
    process.execPath,
    [
      'node_modules/vitest/vitest.mjs',
      'run',
      '--project',
      project,
      '--reporter=default',
      '--reporter=json',
      `--outputFile.json=${report}`,
    ],
    env,
  );
  const { numPassedTests = 0, numFailedTests = 0, testResults = [] } = readReport(report);
  return atLeastOneFailed(code, {
    passed: numPassedTests,
    failed: numFailedTests,
    names: failedInVitest(testResults),
  });
}

/**
 * @param {Surroundings} surroundings
 * @returns {Promise<Tally>}
 */
async function e2e({ folder, env }) {
  const report = path.join(folder, 'e2e.json');
  const code = await run(process.execPath, ['node_modules/@playwright/test/cli.js', 'test', '--reporter=list,json'], {
    ...env,
    PLAYWRIGHT_JSON_OUTPUT_FILE: report,
  });
  const { stats, suites = [] } = readReport(report);
  const { expected = 0, flaky = 0, unexpected = 0 } = stats ?? {};
  for (const test of testsThat('flaky', suites)) console.log(`passed only when tried again: ${test}`);
  return atLeastOneFailed(code, {
    passed: expected + flaky,
    failed: unexpected,
    names: testsThat('unexpected', suites),
  });
}

/**
 * Names of failed tests, and of files that did not load, each with the first line of why.
 * @param {{ name: string, status: string, message?: string, assertionResults: { fullName: string, status: string, failureMessages?: string[] }[] }[]} files
 */
function failedInVitest(files) {
  return files.flatMap(({ name, status, message, assertionResults }) => {
    const file = path.relative(process.cwd(), name);
    const failed = assertionResults.filter((test) => test.status === 'failed');
    if (failed.length === 0) return status === 'failed' ? [`${file}: ${firstLine(message)}`] : [];
    return failed.map(({ fullName, failureMessages }) => `${file} > ${fullName}: ${firstLine(failureMessages?.[0])}`);
  });
}

/**
 * Names of the tests in Playwright's report that went so.
 * @typedef {{ title: string, file: string, line: number, tests: { status: string }[] }} Spec
 * @typedef {{ specs?: Spec[], suites?: Suite[] }} Suite
 * @param {'flaky' | 'unexpected'} status
 * @param {Suite[]} suites
 * @returns {string[]}
 */
function testsThat(status, suites) {
  return suites.flatMap(({ specs = [], suites: inner = [] }) => [
    ...specs
      .filter(({ tests }) => tests.some((test) => test.status === status))
      .map(({ file, line, title }) => `${file}:${line} > ${title}`),
    ...testsThat(status, inner),
  ]);
}

/** @param {string | undefined} text */
function firstLine(text = '') {
  return text.split('\n', 1)[0];
}

/** @param {string} file */
function readReport(file) {
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : {};
}

/**
 * A runner that fails without a failing test (a file that does not load, an unhandled error) has failed all the same.
 * @param {number} code
 * @param {Tally} tally
 */
function atLeastOneFailed(code, { passed, failed, names }) {
  return { passed, failed: code === 0 ? failed : Math.max(failed, 1), names };
}

/** @param {number} code */
function verdict(code) {
  return { passed: 0, failed: code === 0 ? 0 : 1 };
}

/**
 * Runs a program with its output on ours; a signal to us goes on to it.
 * @param {string} program
 * @param {string[]} args
 * @param {Record<string, string>} env
 * @returns {Promise<number>}
 */
function run(program, args, env) {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { stdio: 'inherit', env: { ...process.env, ...env } });
    const pass = () => child.kill('SIGTERM');
    process.once('SIGTERM', pass);
    // In a terminal Ctrl-C reaches the child by itself; we only stay to clean up.
    const stay = () => {};
    process.on('SIGINT', stay);
    child.once('error', reject);
    child.once('close', (code) => {
      process.off('SIGTERM', pass);
      process.off('SIGINT', stay);
      resolve(code ?? 1);
    });
  });
}
