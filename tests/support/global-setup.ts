import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { TestProject } from 'vitest/node';

declare module 'vitest' {
  export interface ProvidedContext {
    /** Folder of this run, for what several test files share. */
    sharedFolder: string;
  }
}

/** Makes the folder that the integration tests of one run share, and removes it at the end. */
export default function setup(project: TestProject): () => void {
  const sharedFolder = mkdtempSync(path.join(tmpdir(), 'directory-tests-'));
  project.provide('sharedFolder', sharedFolder);
  return () => rmSync(sharedFolder, { recursive: true, force: true });
}
