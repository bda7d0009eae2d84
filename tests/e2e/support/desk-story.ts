import { execFileSync } from 'node:child_process';

export interface PlantedStory {
  reference: string;
  /** Address of the author's page. */
  author: string;
}

/** A story that waits for the desk, by the real commands. */
export function plantStory(tag: string, answers: object = {}): PlantedStory {
  const output = execFileSync(
    process.execPath,
    ['scripts/run.mjs', 'tests/e2e/support/plant-desk.ts', tag, JSON.stringify(answers)],
    { env: { ...process.env, DATA_DIR: process.env.E2E_DATA_DIR }, encoding: 'utf8' },
  );
  return JSON.parse(output.trim().split('\n').at(-1) ?? '{}') as PlantedStory;
}
