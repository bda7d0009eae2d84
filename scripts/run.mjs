// Runs a TypeScript script of ours: `node scripts/run.mjs scripts/import.ts FILE`.
// `--conditions=react-server` is what lets modules marked `server-only` load outside Next.
import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const tsx = fileURLToPath(import.meta.resolve('tsx'));
const child = spawn(process.execPath, ['--conditions=react-server', '--import', tsx, ...process.argv.slice(2)], {
  stdio: 'inherit',
});
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill(signal));
child.on('exit', (code, signal) => process.exit(signal ? 1 : (code ?? 1)));
