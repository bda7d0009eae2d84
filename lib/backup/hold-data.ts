import { existsSync } from 'node:fs';
import { claimData, type Release, shareData } from '@/lib/db/data-lock';
import { BackupProblem } from './problem';
import { planFile, undoMoves } from './restore-moves';

/**
 * Takes a share of DATA_DIR for as long as this process works on it, so that no restore begins meanwhile; puts back what
 * a restore that was broken off has left half moved.
 * @throws BackupProblem while a restore runs
 */
export async function holdData(folder: string): Promise<Release> {
  if (existsSync(planFile(folder))) {
    const alone = claimData(folder);
    if (!alone) throw restoreRuns(folder);
    await undoMoves(folder).finally(alone);
  }
  const release = shareData(folder);
  if (!release) throw restoreRuns(folder);
  return release;
}

const restoreRuns = (folder: string) =>
  new BackupProblem('inUse', `A restore into ${folder} is under way. Wait until it has ended.`);
