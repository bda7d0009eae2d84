import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Staff } from '@/lib/accounts/access-rules';
import { ROLES, type Role, roleCan } from '@/lib/accounts/permissions';
import { checkAudit } from '@/lib/audit/check';
import { recordAudit } from '@/lib/audit/commands';
import { exportAudit } from '@/lib/audit/export';
import { findAuditNames, listAuditPeople } from '@/lib/audit/names';
import { presentAuditEntry } from '@/lib/audit/present';
import { isProofOf, proveInAudit } from '@/lib/audit/proofs';
import { listAudit } from '@/lib/audit/queries';
import { erase } from '@/lib/submissions/commands';
import type { TestDatabase } from '@/tests/support/database';
import { ANSWERS, createStoryDatabase, publish, sendAndConfirm } from '../submissions/support';

const CONSOLE = { kind: 'console' } as const;
let base: TestDatabase;
beforeAll(async () => {
  base = await createStoryDatabase();
});
afterAll(() => base.dispose());

const staff = (role: Role, factorAt: Date | null = new Date()): Staff => ({
  ...{
    kind: 'staff',
    themes: null,
    id: `${role}1`,
    role,
    name: 'Neko',
    email: 'neko@primer.example',
    locale: 'sr-Latn',
  },
  ...{ sessionId: 'x', hasFactor: true, factorAt },
});

const note = (action: string, id = 'x=1') =>
  base.prisma.$transaction((tx) =>
    recordAudit(tx, { actor: { kind: 'staff', id: 's1' }, action, object: { kind: 'staff', id: id.replace('=', '') } }),
  );

async function csvOf(actor: Staff): Promise<string> {
  const made = await exportAudit(actor, {}, 'en');
  if (!made.ok) throw new Error(made.error.code);
  let text = '';
  for await (const piece of made.value) text += piece;
  return text;
}

describe('who may read the log', () => {
  it.each(ROLES)('a %s by the table of rights, at every door of the log', async (role) => {
    const answers = [
      await listAudit(staff(role)),
      await findAuditNames(staff(role), [], 'en'),
      await listAuditPeople(staff(role)),
      await checkAudit(staff(role)),
    ];
    const wanted = roleCan(role, 'readAudit');
    expect(answers.map(({ ok }) => ok)).toEqual([wanted, wanted, wanted, wanted]);
    expect((await exportAudit(staff(role), {}, 'en')).ok).toBe(roleCan(role, 'exportData'));
  });

  it('an export asks for a fresh second factor, and writes nothing before', async () => {
    const before = await base.prisma.auditEntry.count();
    const stale = staff('coordinator', new Date(Date.now() - 16 * 60_000));
    expect(await exportAudit(stale, {}, 'en')).toEqual({ ok: false, error: { code: 'showFactor' } });
    expect(await base.prisma.auditEntry.count()).toBe(before);
  });
});

describe('the file', () => {
  it('has every row, newest first, over more than one page, and is itself written down', async () => {
    for (let n = 0; n < 205; n++) await note('staff.role');
    const text = await csvOf(staff('coordinator'));
    const rows = text.trim().split('\r\n').slice(1);
    expect(rows).toHaveLength(await base.prisma.auditEntry.count());
    expect(rows[0]).toContain('audit.export');
    expect(rows.at(-1)).toMatch(/^1,/);
  });

  it('holds nothing that a spreadsheet would run, whatever somebody calls themself', async () => {
    await base.prisma.staffUser.create({
      data: { id: 's1', email: 's1@primer.example', name: '=HYPERLINK("https://zlo.example")', role: 'editor' },
    });
    const text = await csvOf(staff('coordinator'));
    expect(text).toContain(`"'=HYPERLINK(""https://zlo.example"")"`);
    expect(text).not.toMatch(/(^|,)"?[=+@]/m);
  });
});

it('a check follows the whole log, and says so in it', async () => {
  const check = await checkAudit(staff('coordinator'));
  expect(check).toMatchObject({ ok: true, value: { broken: null, backups: 0 } });
  const last = await base.prisma.auditEntry.findFirstOrThrow({ orderBy: { id: 'desc' } });
  expect(last.action).toBe('audit.verify');
});

it('nothing of a person is left in the log, or on its page, once their story is erased', async () => {
  const story = await sendAndConfirm(base.prisma);
  await publish(base.prisma, story.id);
  const email = String(ANSWERS.contactEmail);
  const object = { kind: 'submission', id: story.id };
  const proof = await base.prisma.$transaction(async (tx) => {
    const text = await proveInAudit(tx, object, email);
    await recordAudit(tx, {
      actor: { kind: 'staff', id: 's1' },
      action: 'contact.reveal',
      object,
      details: { proof: text },
    });
    return text;
  });
  expect(await isProofOf(base.prisma, object, email, proof)).toBe(true);
  expect((await erase(story.statusToken)).ok).toBe(true);

  expect(await isProofOf(base.prisma, object, email, proof)).toBeNull();
  const log = await listAudit(CONSOLE, {}, { size: 200 });
  const names = await findAuditNames(CONSOLE, log.ok ? log.value.entries : [], 'sr-Latn');
  if (!log.ok || !names.ok) throw new Error('The console may read');
  const shown = log.value.entries.map((entry) => presentAuditEntry('sr-Latn', entry, names.value));
  const text = JSON.stringify([
    await base.prisma.auditEntry.findMany(),
    shown,
    await base.prisma.submissionEvent.findMany(),
  ]);
  const told = [
    'contactName',
    'contactEmail',
    'contactPhone',
    'organisationName',
    'title',
    'summary',
    'place',
    'roleRelation',
  ] as const;
  for (const field of told) expect(text, field).not.toContain(String(ANSWERS[field]));
  expect(text).not.toMatch(/@/);
});
