import { spawn } from 'node:child_process';
import { once } from 'node:events';
import Database from 'better-sqlite3';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { HEAD_KEY } from '@/lib/audit/chain';
import { recordAudit } from '@/lib/audit/commands';
import { forgetAuditProofs, isProofOf, proveInAudit } from '@/lib/audit/proofs';
import { listAudit, verifyAudit } from '@/lib/audit/queries';
import type { AuditEvent, AuditFilter } from '@/lib/audit/schema';
import { createTestDatabase, type TestDatabase } from '@/tests/support/database';

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.dispose());

/** As somebody would who has the file, and not the program. */
function tamper(...statements: string[]): void {
  const connection = new Database(database.file);
  for (const { name } of connection.prepare(`SELECT name FROM sqlite_master WHERE type = 'trigger'`).all() as {
    name: string;
  }[]) {
    connection.exec(`DROP TRIGGER "${name}"`);
  }
  for (const sql of statements) connection.exec(sql);
  connection.close();
}

const triggers = new Map<string, string>();
beforeEach(() => {
  const connection = new Database(database.file);
  if (triggers.size === 0) {
    const rows = connection.prepare(`SELECT name, sql FROM sqlite_master WHERE type = 'trigger'`).all();
    for (const { name, sql } of rows as { name: string; sql: string }[]) triggers.set(name, sql);
  }
  for (const name of triggers.keys()) connection.exec(`DROP TRIGGER IF EXISTS "${name}"`);
  connection.exec(`DELETE FROM "AuditEntry"; DELETE FROM "Meta" WHERE "key" = '${HEAD_KEY}'; DELETE FROM "AuditKey"`);
  for (const sql of triggers.values()) connection.exec(sql);
  connection.close();
});

const event = (id: number): AuditEvent => ({
  actor: { kind: 'staff', id: `s${id % 3}` },
  action: id % 2 ? 'submission.approve' : 'contact.reveal',
  object: { kind: 'submission', id },
  reason: 'offTopic',
  details: { version: id },
});

const record = (id: number) => database.prisma.$transaction((tx) => recordAudit(tx, event(id)));
async function recordMany(count: number): Promise<void> {
  for (let id = 1; id <= count; id += 1) await record(id);
}

describe('a record', () => {
  it('stands if, and only if, the act does', async () => {
    await record(1);
    await expect(
      database.prisma.$transaction(async (tx) => {
        await recordAudit(tx, event(2));
        throw new Error('the act failed');
      }),
    ).rejects.toThrow('the act failed');
    expect(await database.prisma.auditEntry.count()).toBe(1);
    expect(await verifyAudit()).toMatchObject({ ok: true, value: { entries: 1 } });
  });

  it.each<[string, Partial<AuditEvent>]>([
    ['an address as a detail', { details: { to: 'ana@example.org' } }],
    ['a name as a reason', { reason: 'Ana Anić' }],
    ['a sentence as an action', { action: 'said hello' }],
    ['an address as an actor', { actor: { kind: 'staff', id: 'ana@example.org' } }],
    ['a name as an object', { object: { kind: 'person', id: 'Ana Anić' } }],
  ])('with %s is refused, and nothing is written', async (_, wrong) => {
    const work = database.prisma.$transaction((tx) => recordAudit(tx, { ...event(1), ...wrong }));
    await expect(work).rejects.toThrow(/codes, ids and numbers only/);
    expect(await database.prisma.auditEntry.count()).toBe(0);
  });

  it.each([
    ['UPDATE', `UPDATE "AuditEntry" SET "reason" = 'other' WHERE "id" = 2`],
    ['DELETE', `DELETE FROM "AuditEntry" WHERE "id" = 2`],
    [
      'INSERT OR REPLACE',
      `INSERT OR REPLACE INTO "AuditEntry" SELECT 2, "at", 'system', NULL, "action", "objectKind", "objectId", "reason", "details", "previousHash", 'x' FROM "AuditEntry" WHERE "id" = 1`,
    ],
  ])('cannot be touched by %s', async (_, sql) => {
    await recordMany(3);
    await expect(database.prisma.$executeRawUnsafe(sql)).rejects.toThrow(/audit log is only added to/);
    expect(await verifyAudit()).toMatchObject({ ok: true, value: { entries: 3 } });
  });

  it('goes on in one chain when many write at once', async () => {
    await Promise.all(Array.from({ length: 30 }, (_, id) => record(id + 1)));
    expect(await verifyAudit()).toMatchObject({ ok: true, value: { entries: 30 } });
  });

  it('and when several processes do', async () => {
    const children = [1, 2, 3].map((number) =>
      spawn(process.execPath, ['scripts/run.mjs', 'tests/integration/audit/write-entries.ts', `${number}`, '25'], {
        stdio: ['ignore', 'ignore', 'inherit'],
      }),
    );
    const codes = await Promise.all(children.map(async (child) => (await once(child, 'exit'))[0]));
    expect(codes).toEqual([0, 0, 0]);
    expect(await verifyAudit()).toMatchObject({ ok: true, value: { entries: 75 } });
  });
});

describe('what was done to the file behind the program’s back is found', () => {
  const swap = `UPDATE "AuditEntry" SET "id" = -1 WHERE "id" = 4;
    UPDATE "AuditEntry" SET "id" = 4 WHERE "id" = 5; UPDATE "AuditEntry" SET "id" = 5 WHERE "id" = -1`;
  const insert = `UPDATE "AuditEntry" SET "id" = "id" + 100 WHERE "id" > 4;
    INSERT INTO "AuditEntry" SELECT 5, "at", "actorKind", "actorId", "action", "objectKind", "objectId", "reason", "details", "hash", 'made-up' FROM "AuditEntry" WHERE "id" = 4;
    UPDATE "AuditEntry" SET "id" = "id" - 99 WHERE "id" > 100`;
  it.each<[string, string, object]>([
    ['a changed reason', `UPDATE "AuditEntry" SET "reason" = 'spam' WHERE "id" = 4`, { brokenAt: 4, why: { code: 'changed' } }],
    ['a changed time', `UPDATE "AuditEntry" SET "at" = '2020-01-01T00:00:00.000+00:00' WHERE "id" = 1`, { brokenAt: 1, why: { code: 'changed' } }],
    ['a changed hash', `UPDATE "AuditEntry" SET "hash" = 'x' WHERE "id" = 9`, { brokenAt: 9, why: { code: 'changed' } }],
    ['a removed row', `DELETE FROM "AuditEntry" WHERE "id" = 4`, { brokenAt: 4, why: { code: 'removed' } }],
    ['the first row removed', `DELETE FROM "AuditEntry" WHERE "id" = 1`, { brokenAt: 1, why: { code: 'removed' } }],
    ['swapped rows', swap, { brokenAt: 4, why: { code: 'changed' } }],
    ['an inserted row', insert, { brokenAt: 5, why: { code: 'changed' } }],
    ['a row before the first', `INSERT INTO "AuditEntry" SELECT 0, "at", "actorKind", "actorId", "action", "objectKind", "objectId", "reason", "details", "previousHash", 'x' FROM "AuditEntry" WHERE "id" = 1`, { brokenAt: 0 }],
    ['a cut end', `DELETE FROM "AuditEntry" WHERE "id" > 7`, { brokenAt: 8, why: { code: 'endMissing', knownTo: 'Meta' } }],
    ['an emptied log', `DELETE FROM "AuditEntry"`, { brokenAt: 1, why: { code: 'endMissing', knownTo: 'Meta' } }],
    ['a head that was removed', `DELETE FROM "Meta" WHERE "key" = '${HEAD_KEY}'`, { why: { code: 'endMissing', knownTo: 'Meta' } }],
    ['a head of another row', `UPDATE "Meta" SET "value" = '10:${'a'.repeat(64)}' WHERE "key" = '${HEAD_KEY}'`, { brokenAt: 10, why: { code: 'differs', knownTo: 'Meta' } }],
    ['a head set back', `UPDATE "Meta" SET "value" = (SELECT '8:' || "hash" FROM "AuditEntry" WHERE "id" = 8) WHERE "key" = '${HEAD_KEY}'`, { brokenAt: 9, why: { code: 'endUnknown' } }],
  ])('%s', async (_, sql, error) => {
    await recordMany(10);
    tamper(sql);
    expect(await verifyAudit()).toMatchObject({ ok: false, error });
  }); // biome-ignore format: a table

  it('a cut end stays seen though the program has written on', async () => {
    await recordMany(5);
    tamper(`DELETE FROM "AuditEntry" WHERE "id" > 3`);
    await record(6);
    expect(await verifyAudit()).toMatchObject({ ok: false, error: { brokenAt: 4, why: { code: 'removed' } } });
  });

  it('an end that was cut and forgotten is known to a backup, and so is a chain that was made anew', async () => {
    await recordMany(5);
    const whole = await verifyAudit();
    if (!whole.ok) throw new Error('not whole');
    const mark = { ...whole.value, source: 'backup-1' };
    expect(await verifyAudit([mark])).toEqual(whole);
    tamper(
      `DELETE FROM "AuditEntry" WHERE "id" > 3`,
      `UPDATE "Meta" SET "value" = (SELECT '3:' || "hash" FROM "AuditEntry" WHERE "id" = 3) WHERE "key" = '${HEAD_KEY}'`,
    );
    expect(await verifyAudit()).toMatchObject({ ok: true });
    expect(await verifyAudit([mark])).toEqual({
      ok: false,
      error: { brokenAt: 4, why: { code: 'endMissing', knownTo: 'backup-1' } },
    });
    await record(10);
    await record(11);
    expect(await verifyAudit([mark])).toEqual({
      ok: false,
      error: { brokenAt: 5, why: { code: 'differs', knownTo: 'backup-1' } },
    });
  });
});

describe('reading', () => {
  it('pages from the newest, and filters', async () => {
    await recordMany(12);
    const list = async (...asked: [AuditFilter, { before?: number; size?: number }?]) => {
      const page = await listAudit({ kind: 'console' }, ...asked);
      if (!page.ok) throw new Error(page.error.code);
      return page.value;
    };
    const first = await list({}, { size: 5 });
    expect(first.entries.map(({ id }) => id)).toEqual([12, 11, 10, 9, 8]);
    const second = await list({}, { size: 5, before: first.next ?? 0 });
    expect(second.entries.map(({ id }) => id)).toEqual([7, 6, 5, 4, 3]);
    const last = await list({}, { size: 5, before: second.next ?? 0 });
    expect(last).toMatchObject({ entries: [{ id: 2 }, { id: 1 }], next: null });
    expect(first.entries[0]).toMatchObject({
      actor: { kind: 'staff', id: 's0' },
      action: 'contact.reveal',
      object: { kind: 'submission', id: '12' },
      reason: 'offTopic',
      details: { version: 12 },
    });
    const ids = async (filter: AuditFilter) => (await list(filter)).entries.map(({ id }) => id);
    expect(await ids({ objectKind: 'submission', objectId: 4 })).toEqual([4]);
    expect(await ids({ actorId: 's1', action: 'submission.approve' })).toEqual([7, 1]);
    expect(await ids({ from: new Date(Date.now() + 60_000) })).toEqual([]);
    expect(await ids({ from: new Date(Date.now() - 60_000), to: new Date(Date.now() + 60_000) })).toHaveLength(12);
  });
});

describe('a personal value', () => {
  it('can be shown to be the one until its key is erased; then the log tells nothing, and stays whole', async () => {
    const object = { kind: 'submission', id: 7 };
    const proof = await database.prisma.$transaction(async (tx) => {
      const text = await proveInAudit(tx, object, 'ana@example.org');
      await recordAudit(tx, { ...event(7), details: { proof: text } });
      return text;
    });
    expect(proof).toMatch(/^[0-9a-f]{64}$/);
    expect(await isProofOf(database.prisma, object, 'ana@example.org', proof)).toBe(true);
    expect(await isProofOf(database.prisma, object, 'eva@example.org', proof)).toBe(false);
    await database.prisma.$transaction((tx) => forgetAuditProofs(tx, object));
    expect(await isProofOf(database.prisma, object, 'ana@example.org', proof)).toBeNull();
    expect(await verifyAudit()).toMatchObject({ ok: true });
  });
});
