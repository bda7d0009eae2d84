// `npm test` on a fresh clone: installs what it needs, then runs every part; `npm test -- unit e2e` runs some.
import { nodeProblem } from './setup/node-version.mjs';

const problem = nodeProblem(process.versions.node);
if (problem) {
  console.error(problem);
  process.exit(1);
}

const { runTests } = await import('./setup/test-run.mjs');
process.exitCode = await runTests(process.argv.slice(2));
