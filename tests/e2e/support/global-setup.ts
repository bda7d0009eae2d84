import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { freePort, startProgram } from './start-program';

/**
 * Starts the program as a visitor would meet it (`npm start`, production build, the shipped dataset) with a data folder
 * of its own, and stops it afterwards. E2E_BASE_URL tests a server that runs already (E2E_DATA_DIR: its data folder).
 */
export default async function globalSetup(): Promise<(() => Promise<void>) | undefined> {
  if (process.env.E2E_BASE_URL) return undefined;
  const dataDir = mkdtempSync(path.join(tmpdir(), 'solidarna-mapa-e2e-'));
  const remove = () => rmSync(dataDir, { recursive: true, force: true });
  try {
    const program = await startProgram({ PORT: String(await freePort()), DATA_DIR: dataDir });
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
