import { setPriority } from 'node:os';
import type { PhotoMarks } from '../marks';
import { type CleanTask, cleanInto } from './clean';

/*
 * The cleaner is a process of its own, started for one file: what a crafted file can break or use up is this process, not
 * the site. It works at a lower priority, writes into the given folder only, says its verdict on standard output and ends.
 *
 * node --import tsx lib/files/clean/main.ts photo|document INPUT FOLDER
 * node --import tsx lib/files/clean/main.ts redact INPUT FOLDER MARKS (JSON of PhotoMarks)
 */

const [task, input = '', folder = '', marks] = process.argv.slice(2);
process.umask(0o077);
setPriority(5);
process.stdout.write(
  JSON.stringify(
    await cleanInto(task as CleanTask, input, folder, marks ? (JSON.parse(marks) as PhotoMarks) : undefined),
  ),
);
