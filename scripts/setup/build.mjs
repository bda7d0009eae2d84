import { existsSync, rmSync, writeFileSync } from 'node:fs';
import { fingerprint, isFresh } from './fingerprint.mjs';
import { precompress } from './precompress.mjs';
import { Problem } from './problem.mjs';
import { runProgram } from './run-program.mjs';

const STAMP = '.next/solidarna-mapa.stamp';
/** Everything that `next build` reads. The server around it and these scripts are not built. */
export const BUILD_INPUTS = [
  'app',
  'assets',
  'components',
  'generated/prisma',
  'global.ts',
  'lib',
  'messages',
  'next.config.js',
  'package-lock.json',
  'package.json',
  'proxy.ts',
  'public',
  'tsconfig.json',
];

const wantedStamp = () => fingerprint(BUILD_INPUTS, [process.versions.node, process.platform, process.arch]);

/** Whether the build at hand was made from the present sources, packages and Node. */
export function buildIsFresh() {
  return existsSync('.next/BUILD_ID') && isFresh(STAMP, wantedStamp());
}

/**
 * Builds for production and compresses what will be served as files.
 * @param {(what: string) => void} say
 */
export async function build(say) {
  const stamp = wantedStamp();
  rmSync(STAMP, { force: true });
  say('building for production; this takes about a minute');
  const { code, output } = await runProgram(process.execPath, ['node_modules/next/dist/bin/next', 'build'], {
    env: { NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1' },
    onLine: (line) => {
      const stage =
        /^\s*(?:✓\s*)?(Compiled successfully|Running TypeScript|Collecting page data|Generating static pages|Finalizing page optimization)/.exec(
          line,
        );
      if (stage?.[1]) say(stage[1].toLowerCase());
    },
  });
  if (code !== 0) throw buildProblem(output);
  say('compressing the files');
  await precompress();
  writeFileSync(STAMP, stamp);
}

/** @param {string} output */
function buildProblem(output) {
  if (/ENOSPC|no space left/i.test(output))
    return new Problem('The disk is full: the build failed', 'Free about 300 MiB and start again');
  process.stderr.write(`${output.trimEnd()}\n`);
  return new Problem(
    'The build failed; its output stands above',
    'Mend the named file, or check out a version that builds',
  );
}
