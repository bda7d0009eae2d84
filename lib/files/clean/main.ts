import { setPriority } from 'node:os';
import sharp from 'sharp';
import { type CleanOutcome, Refused } from './outcome';
import { cleanPdf } from './pdf';
import { cleanPhoto } from './photo';

/*
 * The cleaner is a process of its own, started for one file: what a crafted file can break or use up is this process, not
 * the site. It works at low priority, writes into the given folder only, says its verdict on standard output and ends.
 *
 * node --import tsx lib/files/clean/main.ts photo|document INPUT FOLDER
 */

const [kind = '', input = '', folder = ''] = process.argv.slice(2);
process.umask(0o077);
setPriority(10);
// Two threads would halve the time of a photo and take both cores from those who search.
sharp.concurrency(1);
sharp.cache(false);

process.stdout.write(JSON.stringify(await outcome()));

async function outcome(): Promise<CleanOutcome> {
  try {
    return await (kind === 'photo' ? cleanPhoto(input, folder) : cleanPdf(input, folder));
  } catch (error) {
    if (error instanceof Refused) return { ok: false, code: error.code };
    const { code, message } = error as NodeJS.ErrnoException;
    if (code === 'ENOSPC' || code === 'EDQUOT' || /no space left/i.test(message))
      return { ok: false, code: 'diskFull' };
    if (/timeout/i.test(message)) return { ok: false, code: 'tooSlow' };
    // For whoever looks at the log; it holds nothing of the file's content.
    process.stderr.write(`${message.slice(0, 300)}\n`);
    return { ok: false, code: 'broken' };
  }
}
