import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { freePort, startProgram } from './start-program';

/**
 * Starts the program as a visitor would meet it (`npm start`, production build, the shipped dataset) with a data folder
 * of its own, and stops it afterwards. E2E_BASE_URL (with E2E_DATA_DIR) tests a server that runs already.
 */
export default async function globalSetup(): Promise<(() => Promise<void>) | undefined> {
  if (process.env.E2E_BASE_URL) return undefined;
  const isDemo = process.env.HANDBOOK_PICTURES === '1';
  const dataDir = mkdtempSync(path.join(tmpdir(), 'solidarna-mapa-e2e-'));
  const remove = () => rmSync(dataDir, { recursive: true, force: true });
  const port = String(await freePort());
  // The pictures of the handbook show the demonstration; everything else an empty desk.
  const demo = ['scripts/demo.mjs', '--dir', dataDir, '--port', port];
  try {
    const program = await startProgram(
      {
        PORT: port,
        // A demonstration refuses the folder of a real site.
        DATA_DIR: isDemo ? `${dataDir}-real` : dataDir,
        // Each test says from where it comes; otherwise all of them would share the budget of one address.
        TRUSTED_PROXIES: '127.0.0.1, ::1',
      },
      isDemo ? demo : undefined,
    );
    process.env.E2E_BASE_URL = program.address;
    process.env.E2E_DATA_DIR = dataDir;
    return async () => {
      await program.stop();
      remove();
    };
  } catch (error) {
    remove();
    throw error;
  }
}
