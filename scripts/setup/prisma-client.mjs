import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { fingerprint, isFresh } from './fingerprint.mjs';
import { Problem } from './problem.mjs';
import { runProgram } from './run-program.mjs';

const CLIENT = 'generated/prisma/client.ts';
const STAMP = 'generated/prisma.stamp';

/** Whether the generated client is that of the present schema and of the installed Prisma. */
export function clientIsFresh() {
  return existsSync(CLIENT) && isFresh(STAMP, wantedStamp());
}

/** Generates the Prisma client from prisma/schema.prisma. */
export async function generateClient() {
  const { code, output } = await runProgram(process.execPath, ['node_modules/prisma/build/index.js', 'generate'], {
    env: {
      // The CLI would download an engine that `generate` does not use; any program that exists keeps it from that.
      PRISMA_SCHEMA_ENGINE_BINARY: process.execPath,
      PRISMA_HIDE_UPDATE_MESSAGE: '1',
      CHECKPOINT_DISABLE: '1',
    },
  });
  if (code !== 0) {
    const line = output.split('\n').find((text) => /error/i.test(text)) ?? 'prisma gave no reason';
    throw new Problem(
      `The Prisma client could not be generated: ${line.trim()}`,
      'LOG_LEVEL=debug shows the whole output',
      output,
    );
  }
  writeFileSync(STAMP, wantedStamp());
}

function wantedStamp() {
  const { version } = JSON.parse(readFileSync('node_modules/prisma/package.json', 'utf8'));
  return fingerprint(['prisma/schema.prisma', 'prisma.config.ts'], [version]);
}
