import { writeFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { createLog, keepGoingWithoutReader } from '@/server/log';

// Writes lines to the log and to the errors for a second, whoever reads them, and leaves a file when it is through.
keepGoingWithoutReader();
const log = createLog('info');
for (let line = 0; line < 20; line += 1) {
  log.info(`line ${line}`);
  console.error(`line ${line}`);
  await sleep(50);
}
writeFileSync(process.argv[2] ?? '', 'through');
