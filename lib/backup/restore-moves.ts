import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmdirSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { syncFolder } from './folders';

/**
 * Several files and folders cannot be put in place at once. So what is going to be moved is written down first, and the
 * file that says so is removed last: where it is found, the moves were broken off, and are undone. Until then the old
 * state is the state.
 */
export interface Moves {
  /** From, to; both absolute, on one file system. */
  moves: [from: string, to: string][];
  /** Removed when all is over. */
  staging: string[];
}

/** Folders into which the data of before are moved: ASIDE and the time. */
export const ASIDE = 'replaced-';

export const planFile = (dataFolder: string) => path.join(dataFolder, 'restore-under-way.json');

/** Moves everything, or leaves a note by which `undoMoves` puts it back. */
export async function carryOut(dataFolder: string, plan: Moves): Promise<void> {
  const note = planFile(dataFolder);
  writeFileSync(`${note}.part`, JSON.stringify(plan), { mode: 0o600, flush: true });
  renameSync(`${note}.part`, note);
  await syncFolder(dataFolder);
  try {
    for (const [from, to] of plan.moves) {
      mkdirSync(path.dirname(to), { recursive: true, mode: 0o700 });
      renameSync(from, to);
    }
    for (const folder of foldersOf(plan)) if (existsSync(folder)) await syncFolder(folder);
  } catch (error) {
    await undoMoves(dataFolder);
    throw error;
  }
  rmSync(note);
  await syncFolder(dataFolder);
  removeStaging(plan);
}

/** Puts back what a restore that was broken off has moved. @returns whether there was one */
export async function undoMoves(dataFolder: string): Promise<boolean> {
  const note = planFile(dataFolder);
  if (!existsSync(note)) return false;
  const plan = JSON.parse(readFileSync(note, 'utf8')) as Moves;
  for (const [from, to] of plan.moves.toReversed()) {
    if (existsSync(to) && !existsSync(from)) renameSync(to, from);
  }
  for (const folder of foldersOf(plan)) {
    if (!existsSync(folder)) continue;
    if (path.basename(folder).startsWith(ASIDE) && readdirSync(folder).length === 0) rmdirSync(folder);
    else await syncFolder(folder);
  }
  rmSync(note);
  await syncFolder(dataFolder);
  removeStaging(plan);
  return true;
}

const foldersOf = ({ moves }: Moves) => new Set(moves.flat().map((name) => path.dirname(name)));

function removeStaging({ staging }: Moves): void {
  for (const name of staging) rmSync(name, { recursive: true, force: true });
}
