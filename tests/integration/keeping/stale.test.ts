import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Staff } from '@/lib/accounts/access-rules';
import { findEnterprise } from '@/lib/enterprises/queries';
import { askOwner, askOwnersOfTheNight, confirmByOwner } from '@/lib/keeping/owner/commands';
import { findOwnerQuestion } from '@/lib/keeping/owner/queries';
import { listStale } from '@/lib/keeping/stale-queries';
import { monthsBefore } from '@/lib/keeping/stale-rules';
import type { SealedMail } from '@/lib/mail/outbox';
import { renderMail } from '@/lib/mail/render';
import type { MailValues } from '@/lib/mail/values';
import { todayInSerbia } from '@/lib/search/today';
import { unseal } from '@/lib/secrets';
import type { TestDatabase } from '../../support/database';
import { createRealDatabase } from '../../support/real-database';
import { makeStaff, valueIn } from './support';

let base: TestDatabase;
let ana: Staff;
let volunteer: Staff;
let ids: number[];

beforeAll(async () => {
  base = await createRealDatabase();
  ana = await makeStaff(base, 'Ana', 'editor');
  volunteer = await makeStaff(base, 'Mika', 'volunteer');
  await base.prisma.contact.deleteMany({ where: { kind: 'email' } });
  const rows = await base.prisma.enterprise.findMany({ take: 4, orderBy: { id: 'asc' }, select: { id: true } });
  ids = rows.map(({ id }) => id);
  const today = todayInSerbia();
  await base.prisma.enterprise.updateMany({ data: { lastVerifiedOn: today, lastVerifiedMethod: 'register' } });
  for (const [index, months] of [13, 30, 11].entries()) {
    await base.prisma.enterprise.update({
      where: { id: ids[index] ?? 0 },
      data: { lastVerifiedOn: monthsBefore(today, months) },
    });
  }
  await base.prisma.enterprise.update({
    where: { id: ids[3] ?? 0 },
    data: { lastVerifiedOn: '2001-01-01', operatingStateId: 'operatingState:closed' },
  });
  for (const id of ids.slice(0, 2)) {
    await base.prisma.contact.create({
      data: { enterpriseId: id, kind: 'email', value: `zapis-${id}@primer.example` },
    });
  }
});
afterAll(() => base.dispose());

const stale = async () => valueIn(await listStale(ana, { which: 'stale', sort: 'oldest', page: 1 }));

it('after twelve months a record waits, the oldest first; a closed one does not', async () => {
  const list = await stale();
  expect(list.rows.map(({ id }) => id)).toEqual([ids[1], ids[0]]);
  expect(list.rows.every(({ mayAsk }) => mayAsk)).toBe(true);
  expect(await listStale(volunteer, { which: 'stale', sort: 'oldest', page: 1 })).toMatchObject({
    error: { code: 'forbidden' },
  });
});

it('an organisation is asked once a year at its published address, and confirms by one button', async () => {
  const id = ids[0] ?? 0;
  expect(await askOwner(volunteer, id)).toMatchObject({ ok: false, error: { code: 'forbidden' } });
  expect(await askOwner(ana, ids[2] ?? 0)).toMatchObject({ ok: false, error: { code: 'noAddress' } });
  valueIn(await askOwner(ana, id));
  expect(await askOwner(ana, id)).toMatchObject({ ok: false, error: { code: 'askedLately' } });
  const [mail, ...others] = await base.prisma.outboxMail.findMany({ where: { template: 'ownerCheck' } });
  expect(others).toEqual([]);
  const { to, values } = unseal<SealedMail>(mail?.sealed as Uint8Array<ArrayBuffer>);
  expect(to).toBe(`zapis-${id}@primer.example`);
  const { token } = values as MailValues['ownerCheck'];
  for (const locale of ['sr-Latn', 'sr-Cyrl', 'en'] as const) {
    const { text } = renderMail('ownerCheck', {
      locale,
      values: values as MailValues['ownerCheck'],
      site: 'https://mapa.example',
    });
    expect(text).toContain(`t=${token}`);
  }
  expect(await findOwnerQuestion('x'.repeat(32))).toBeNull();
  // Opening the link is not pressing the button: scanners of mail open every link.
  expect(await findOwnerQuestion(token)).toMatchObject({ enterpriseId: id, confirmedAt: null });
  expect((await stale()).rows.map((row) => row.id)).toContain(id);
  const { slug } = valueIn(await confirmByOwner(token));
  expect(findEnterprise(slug)).toMatchObject({
    lastVerifiedOn: todayInSerbia(),
    lastVerifiedMethod: 'owner',
    lastVerifiedBy: null,
  });
  const changes = await base.prisma.recordChange.count({ where: { enterpriseId: id } });
  valueIn(await confirmByOwner(token));
  expect(await base.prisma.recordChange.count({ where: { enterpriseId: id } })).toBe(changes);
  const later = new Date(Date.now() + 61 * 86_400_000);
  expect(await confirmByOwner(token, later)).toMatchObject({ ok: false, error: { code: 'linkGone' } });
  expect((await stale()).rows.map((row) => row.id)).not.toContain(id);
});

it('the job asks only those that wait, as many as it may, and none twice', async () => {
  expect(await askOwnersOfTheNight(10)).toBe(1);
  expect(await askOwnersOfTheNight(10)).toBe(0);
});

it.each([
  ['2026-11-26', 12, '2025-11-26'],
  ['2026-03-31', 1, '2026-02-28'],
  ['2026-01-15', 2, '2025-11-15'],
])('%s less %i months is %s', (day, months, expected) => {
  expect(monthsBefore(day, months)).toBe(expected);
});
