import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { build, buildIsFresh } from './build.mjs';
import { keyNotice, mailNotice, prepareContactKey } from './contacts-step.mjs';
import { prepareDatabase } from './database-step.mjs';
import { earlySettings } from './early-settings.mjs';
import { checkDatabaseAccess, checkPort, checkSpace, checkWritable, portProblem } from './machine.mjs';
import { checkNativePackages, installPackages, packagesMatch } from './packages.mjs';
import { clientIsFresh, generateClient } from './prisma-client.mjs';
import { Problem, toProblem } from './problem.mjs';
import { compileServer, deskPosts, serverCode } from './server-code.mjs';
import { createSteps } from './steps.mjs';
import { createStopper } from './stopper.mjs';

/**
 * @typedef {object} StartOptions
 * @property {boolean} dev
 * @property {((say: (what: string) => void) => Promise<void>) | undefined} [afterDatabase] work between database and server
 */

/**
 * From whatever is there to a running server, in six steps; each does only what is not done yet.
 * @param {StartOptions} options
 */
export async function start({ dev, afterDatabase }) {
  process.chdir(fileURLToPath(new URL('../..', import.meta.url)));
  process.env.NODE_ENV = dev ? 'development' : 'production';
  process.env.NEXT_TELEMETRY_DISABLED ??= '1';
  try {
    await run({ dev, afterDatabase });
  } catch (error) {
    const problem = toProblem(error, 'starting');
    console.error(problem.message);
    if (process.env.LOG_LEVEL === 'debug') console.error(problem.cause ?? problem);
    process.exit(1);
  }
}

/** @param {StartOptions} options */
async function run({ dev, afterDatabase }) {
  const { step } = createSteps(6);
  const stopper = createStopper();

  await step('Machine', async (say) => {
    const { port, dataDir, databaseFile } = earlySettings(process.env);
    await checkPort(port);
    checkWritable(dataDir, 'DATA_DIR');
    checkWritable(path.dirname(databaseFile), 'the folder of DATABASE_URL');
    checkDatabaseAccess(databaseFile);
    checkSpace({ dataDir, databaseFile, root: '.', install: !packagesMatch(), build: !dev && !buildIsFresh() });
    say(`Node ${process.versions.node}, port ${port} is free, ${dataDir} can be written`);
  });

  await step('Packages', async (say) => {
    if (packagesMatch()) say('as locked, nothing to install');
    else await installPackages(say);
    await checkNativePackages(say);
  });

  const { settings } = await step('Settings and database client', async (say) => {
    if (clientIsFresh()) {
      say('up to date');
    } else {
      say('generating the client from prisma/schema.prisma');
      await generateClient();
    }
    await compileServer();
    const env = await serverCode('lib/env.ts');
    checkSettings(env);
    await prepareContactKey(say);
    return env;
  });

  await step('Database', async (say) => {
    await keepDataFromRestores();
    await prepareDatabase(say);
    await afterDatabase?.(say);
  });

  await step('Build', async (say) => {
    if (dev) say('none in development; pages are built when they are opened');
    else if (buildIsFresh()) say('nothing has changed since the last one');
    else await build(say);
  });

  await step('Server', async (say) => {
    say('starting');
    const { startServer } = await serverCode('server/main.ts');
    const posts = dev ? new Map() : deskPosts();
    const server = await startServer(settings(), { dev, posts }).catch((error) => {
      throw error.syscall === 'listen' ? portProblem(error, settings().PORT) : error;
    });
    stopper.finishWith(server.stop);
    const address = `http://localhost:${server.port}`;
    await checkHealth(address);
    for (const notice of [await keyNotice(), await mailNotice()]) if (notice) console.log(notice);
    console.log(`Solidarna mapa is ready: ${address}`);
  });
}

/** Keeps DATA_DIR from a restore for as long as this process lives, and puts right one that was broken off. */
async function keepDataFromRestores() {
  const { holdData } = await serverCode('lib/backup/hold-data.ts');
  const { dataDir } = await serverCode('lib/env.ts');
  await holdData(dataDir()).catch((error) => {
    if (error.name !== 'BackupProblem') throw error;
    throw Object.assign(new Problem('', ''), { message: error.message });
  });
}

/** @param {typeof import('../../lib/env.ts')} env */
function checkSettings({ settings, SettingsError }) {
  try {
    return settings();
  } catch (error) {
    if (!(error instanceof SettingsError)) throw error;
    throw new Problem(
      `A setting is wrong: ${error.message.replaceAll('\n', '; ')}`,
      'Settings come from the environment and from .env; .env.example lists them all',
      error,
    );
  }
}

/** @param {string} address */
async function checkHealth(address) {
  const response = await fetch(`${address}/api/health`);
  if (response.ok) return;
  const { detail = `status ${response.status}` } = await response.json().catch(() => ({}));
  throw new Problem(`The server runs but cannot serve: ${detail}`, 'See docs/operations.md');
}
