import { recordAudit } from '@/lib/audit/commands';
import { closeDb, db } from '@/lib/db';

/** `write-entries.ts WRITER COUNT`: one of several processes that write at once. */
const [writer = '1', count = '1'] = process.argv.slice(2);
for (let number = 1; number <= Number(count); number += 1) {
  await db().$transaction((tx) =>
    recordAudit(tx, {
      actor: { kind: 'system', id: `writer-${writer}` },
      action: 'test.write',
      object: { kind: 'number', id: number },
    }),
  );
}
await closeDb();
