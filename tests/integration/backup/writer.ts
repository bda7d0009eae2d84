import { createHash, randomBytes } from 'node:crypto';
import { mkdirSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { recordAudit } from '@/lib/audit/commands';
import { db } from '@/lib/db';
import { saveEnterprises } from '@/lib/enterprises/commands';
import { emptyInput } from '@/lib/enterprises/schema';
import { dataDir } from '@/lib/env';

/**
 * `writer.ts NAME`: writes until it is killed. Each transaction makes an enterprise, names an upload and records both;
 * after it is committed, its number is printed.
 */
const name = process.argv[2] ?? 'writer';

/** As uploads are stored: under a name of no meaning, then moved to that of the hash; before the row that names it. */
function storeFile(content: Buffer): string {
  const hash = createHash('sha256').update(content).digest('hex');
  const folder = path.join(dataDir(), 'files', hash.slice(0, 2));
  mkdirSync(folder, { recursive: true });
  const file = path.join(folder, hash);
  writeFileSync(`${file}.part`, content);
  renameSync(`${file}.part`, file);
  return hash;
}

for (let number = 1; ; number += 1) {
  const sha256 = storeFile(randomBytes(2_000));
  await db().$transaction(async (tx) => {
    // The write lock first: another process writes too.
    await tx.meta.deleteMany({ where: { key: '' } });
    const { created } = await saveEnterprises(
      tx,
      [{ id: null, input: emptyInput(`Zadruga ${name} ${number}`, 'called_by_source') }],
      { actor: name, runId: null },
    );
    const key = `${name}-${number}`;
    await tx.storedFile.create({ data: { key, kind: 'document', originalName: 'x', sha256, bytes: 2_000 } });
    await recordAudit(tx, {
      actor: { kind: 'system', id: name },
      action: 'enterprise.create',
      object: { kind: 'enterprise', id: created[0] ?? 0 },
      details: { count: number, file: sha256 },
    });
  });
  process.stdout.write(`${number}\n`);
}
