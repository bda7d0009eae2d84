// `npm start`, and `npm run dev` with --dev. Plain Node, because on a fresh clone nothing is installed yet.
// The first lines must run, or at least parse, on an old Node, which is told so.
import { nodeProblem } from './setup/node-version.mjs';

const problem = nodeProblem(process.versions.node);
if (problem) {
  console.error(problem);
  process.exit(1);
}

const { start } = await import('./setup/start.mjs');
await start({ dev: process.argv.includes('--dev') });
