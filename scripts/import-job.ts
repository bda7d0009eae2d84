import { recordAudit } from '@/lib/audit/commands';
import { closeDb } from '@/lib/db';
import { checkImport, writeImport } from '@/lib/imports/desk/run';
import { undoImport } from '@/lib/imports/undo';

/**
 * The work on an import that was begun on a page of the desk: `check JOB STAFF`, `write JOB STAFF`, `undo RUN STAFF`. The
 * server starts it (lib/imports/desk/work.ts) after it has asked for the right; what becomes of it stands in the database.
 */
const [work, number, staffId = ''] = process.argv.slice(2);
const id = Number(number);
try {
  if (work === 'check') await checkImport(id);
  else if (work === 'write') await writeImport(id, staffId);
  else if (work === 'undo') {
    const result = await undoImport(id, `staff:${staffId}`, async (tx, { restored, removed }) => {
      const object = { kind: 'importRun', id };
      await recordAudit(tx, {
        actor: { kind: 'staff', id: staffId },
        action: 'import.undo',
        object,
        details: { restored, removed },
      });
    });
    process.stdout.write(JSON.stringify(result));
  } else throw new Error('check, write or undo');
} finally {
  await closeDb();
}
