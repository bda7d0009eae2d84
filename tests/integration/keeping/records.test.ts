import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Staff } from '@/lib/accounts/access-rules';
import { findEnterprise, listAddresses } from '@/lib/enterprises/queries';
import { setOperatingState } from '@/lib/keeping/commands/close-record';
import { mergeRecords } from '@/lib/keeping/commands/merge-records';
import { setPublication } from '@/lib/keeping/commands/publication';
import { revertChange } from '@/lib/keeping/commands/revert-change';
import { saveRecord } from '@/lib/keeping/commands/save-record';
import { splitRecord } from '@/lib/keeping/commands/split-record';
import { unmergeRecord } from '@/lib/keeping/commands/unmerge-records';
import { verifyRecord } from '@/lib/keeping/commands/verify-record';
import { type FormValues, toFormValues } from '@/lib/keeping/form-values';
import { openRecord } from '@/lib/keeping/open-record';
import { findDeskRecord, listDeskRecords } from '@/lib/keeping/queries';
import { EMPTY_QUERY } from '@/lib/search/params';
import { listMatchingIds } from '@/lib/search/queries';
import { todayInSerbia } from '@/lib/search/today';
import type { TestDatabase } from '../../support/database';
import { createRealDatabase } from '../../support/real-database';
import { makeStaff, SOURCE, valueIn } from './support';

let base: TestDatabase;
let ana: Staff;
let vera: Staff;
let volunteer: Staff;

beforeAll(async () => {
  base = await createRealDatabase();
  ana = await makeStaff(base, 'Ana', 'editor');
  vera = await makeStaff(base, 'Vera', 'moderator');
  volunteer = await makeStaff(base, 'Mika', 'volunteer');
});
afterAll(() => base.dispose());

const NEW: FormValues = {
  ...SOURCE,
  nameSr: ['Zadruga Proba sa Tare'],
  basis: ['called_by_source'],
  town: ['Bajina Bašta'],
};

async function make(name: string, more: FormValues = {}): Promise<number> {
  const values = { ...NEW, nameSr: [name], ...more };
  return valueIn(await saveRecord(ana, { id: null, version: 0, values, anyway: true })).id;
}

async function formOf(id: number): Promise<{ version: number; values: FormValues }> {
  const open = await openRecord(base.prisma, id);
  if (!open) throw new Error('no record');
  return { version: open.version, values: toFormValues(open.input) };
}

const found = (text: string) => listMatchingIds({ ...EMPTY_QUERY, text });
const publicOf = (slugOrId: string | number) => {
  const record = findEnterprise(String(slugOrId));
  return record && !('movedTo' in record) ? record : null;
};
const actions = async () =>
  (await base.prisma.auditEntry.findMany({ orderBy: { id: 'asc' } })).map(({ action }) => action);

describe('a record is made and changed', () => {
  it('a new one is public and found at once, with its source and its entry in history and log', async () => {
    const id = await make('Zadruga Proba sa Tare');
    expect(found('задруга проба')).toContain(id);
    const record = publicOf(id);
    expect(record?.name.sr).toBe('Zadruga Proba sa Tare');
    expect(record?.facts.find(({ field }) => field === 'town')?.source.title).toBe('APR, izvod');
    expect((await actions()).at(-1)).toBe('enterprise.create');
    const { history } = valueIn(await findDeskRecord(ana, { id }));
    expect(history.steps[0]).toMatchObject({ kind: 'created', who: 'Ana' });
  });

  it('a changed fact loses the sources of the old value and gets the new one; others keep theirs', async () => {
    const id = await make('Radionica Izvori');
    const { version, values } = await formOf(id);
    const changed = { ...values, ...SOURCE, 'source.title': ['Novi izvor'], town: ['Kraljevo'] };
    valueIn(await saveRecord(ana, { id, version, values: changed, anyway: false }));
    const facts = publicOf(id)?.facts ?? [];
    expect(facts.filter(({ field }) => field === 'town').map(({ source }) => source.title)).toEqual(['Novi izvor']);
    expect(facts.filter(({ field }) => field === 'nameSr').map(({ source }) => source.title)).toEqual(['APR, izvod']);
  });

  it('a new claim without a source is refused; a slip of the pen keeps the sources', async () => {
    const id = await make('Radionica Omaška', { town: ['Beogrd'] });
    const { version, values } = await formOf(id);
    const mended = { ...values, town: ['Beograd'] };
    const refused = await saveRecord(ana, { id, version, values: mended, anyway: false });
    expect(refused).toMatchObject({ ok: false, error: { faults: [{ field: 'source.url', code: 'sourceMissing' }] } });
    valueIn(await saveRecord(ana, { id, version, values: { ...mended, 'source.kind': ['slip'] }, anyway: false }));
    const facts = publicOf(id)?.facts ?? [];
    expect(facts.find(({ field }) => field === 'town')?.source.title).toBe('APR, izvod');
  });

  it('bad values are told by field, and nothing is written', async () => {
    const before = await base.prisma.enterprise.count();
    const values = {
      ...NEW,
      nameSr: [''],
      registrationNumber: ['12345678'],
      foundedYear: ['davno'],
      'contacts.0.kind': ['email'],
      'contacts.0.value': ['nije adresa'],
      'position.lat': ['44,1'],
      gazetteer: ['Nigde'],
      activities: ['no_such_code'],
    };
    const refused = await saveRecord(ana, { id: null, version: 0, values, anyway: false });
    const faults =
      refused.ok || refused.error.code !== 'faults'
        ? []
        : refused.error.faults.map(({ field, code }) => `${field} ${code}`);
    expect(faults.sort()).toEqual([
      'activities unknownTerm',
      'contacts.0.value notAnEmail',
      'foundedYear notAYear',
      'gazetteer placeUnknown',
      'nameSr empty',
      'position.lng positionHalf',
      'registrationNumber notARegistrationNumber',
    ]);
    expect(await base.prisma.enterprise.count()).toBe(before);
  });

  it('a place of the gazetteer puts the mark there, with its precision and its municipality', async () => {
    const id = await make('Radionica na mapi', { gazetteer: ['Arilje'], town: ['Arilje'] });
    const open = await openRecord(base.prisma, id);
    expect(open?.input.position?.precision).toBe('settlement');
    expect(open?.input.position?.lat).toBeCloseTo(43.75, 1);
    expect(open?.input.municipality).not.toBeNull();
    expect(open?.input.district).not.toBeNull();
  });

  it('nobody without the right writes or reads', async () => {
    const refused = { ok: false, error: { code: 'forbidden' } };
    expect(await saveRecord(volunteer, { id: null, version: 0, values: NEW, anyway: true })).toEqual(refused);
    expect(await setPublication(volunteer, { id: 1, shown: false, reason: 'x' })).toEqual(refused);
    expect(await verifyRecord(volunteer, { id: 1, method: 'call' })).toEqual(refused);
    expect(await listDeskRecords(volunteer, { text: '', state: 'all', district: '', page: 1 })).toEqual(refused);
    expect(await findDeskRecord(volunteer, { id: 1 })).toEqual(refused);
    expect(await unmergeRecord(volunteer, { id: 1 })).toEqual(refused);
    expect(await revertChange(volunteer, { id: 1, change: 1 })).toEqual(refused);
    expect(await setOperatingState(volunteer, { id: 1, values: {} })).toEqual(refused);
  });
});

describe('two people at one record', () => {
  it('the second one is told; what both left alone is new, what both changed stays as typed', async () => {
    const id = await make('Radionica dvoje', { shortName: ['RD'] });
    const first = await formOf(id);
    const saved = { ...first.values, ...SOURCE, town: ['Užice'], foundedYear: ['2011'] };
    valueIn(await saveRecord(ana, { id, version: first.version, values: saved, anyway: false }));
    const mine = { ...first.values, ...SOURCE, town: ['Čačak'], shortName: ['RDV'] };
    const refused = await saveRecord(vera, { id, version: first.version, values: mine, anyway: false });
    if (refused.ok || refused.error.code !== 'stale') throw new Error('not refused');
    const { values, conflicts, version } = refused.error;
    expect(values.town).toEqual(['Čačak']);
    expect(values.shortName).toEqual(['RDV']);
    expect(values.foundedYear).toEqual(['2011']);
    const byGroup = Object.fromEntries(conflicts.map(({ group, both }) => [group, both]));
    expect(byGroup).toEqual({ town: true, foundedYear: false });
    valueIn(await saveRecord(vera, { id, version, values, anyway: false }));
    expect(publicOf(id)).toMatchObject({ shortName: 'RDV', foundedYear: 2011, place: { town: 'Čačak' } });
  });
});

describe('duplicates', () => {
  it('a number of another record is refused with its name; likely ones are shown until "anyway"', async () => {
    const id = await make('Udruženje Dupla provera');
    await base.prisma.enterprise.update({ where: { id }, data: { registrationNumber: '17173812' } });
    const number = { ...NEW, nameSr: ['Sasvim drugo ime'], registrationNumber: ['17173812'] };
    expect(await saveRecord(ana, { id: null, version: 0, values: number, anyway: true })).toMatchObject({
      ok: false,
      error: { code: 'numberTaken', field: 'registrationNumber', id, name: 'Udruženje Dupla provera' },
    });
    const likely = { ...NEW, nameSr: ['УДРУЖЕЊЕ ДУПЛА ПРОВЕРА'] };
    const shown = await saveRecord(ana, { id: null, version: 0, values: likely, anyway: false });
    expect(shown).toMatchObject({
      ok: false,
      error: { code: 'duplicates', suspects: [{ id, reasons: ['sameName'] }] },
    });
    valueIn(await saveRecord(ana, { id: null, version: 0, values: likely, anyway: true }));
  });
});

describe('verified, closed, hidden', () => {
  it('verified today, by call', async () => {
    const id = await make('Radionica provera');
    valueIn(await verifyRecord(vera, { id, method: 'call' }));
    expect(publicOf(id)).toMatchObject({
      lastVerifiedOn: todayInSerbia(),
      lastVerifiedMethod: 'call',
      lastVerifiedBy: 'KoRSE',
    });
    expect(await verifyRecord(vera, { id, method: 'rumour' })).toMatchObject({
      ok: false,
      error: { code: 'methodWrong' },
    });
  });

  it('moved to a successor, on a day, by a source', async () => {
    const successor = await make('Radionica naslednica');
    const id = await make('Radionica preseljena');
    const values = {
      ...SOURCE,
      state: ['moved'],
      on: ['2026-03-01'],
      successor: [`/preduzeca/${publicOf(successor)?.slug}`],
    };
    valueIn(await setOperatingState(ana, { id, values }));
    const open = await openRecord(base.prisma, id);
    expect(open?.input).toMatchObject({
      operatingState: 'moved',
      operatingStateOn: '2026-03-01',
      successorId: successor,
    });
    const self = { ...values, successor: [String(id)] };
    expect(await setOperatingState(ana, { id, values: self })).toMatchObject({ ok: false, error: { code: 'faults' } });
  });

  it('a hidden record is nowhere, and comes back as it was', async () => {
    const id = await make('Radionica skrivena zmija');
    const slug = publicOf(id)?.slug ?? '';
    expect(await setPublication(ana, { id, shown: false, reason: ' ' })).toMatchObject({
      error: { code: 'reasonMissing' },
    });
    valueIn(await setPublication(ana, { id, shown: false, reason: 'Traži organizacija.' }));
    expect(findEnterprise(slug)).toBeNull();
    expect(findEnterprise(String(id))).toBeNull();
    expect(found('skrivena zmija')).toEqual([]);
    expect(listAddresses().map((one) => one.slug)).not.toContain(slug);
    const listed = valueIn(await listDeskRecords(ana, { text: 'скривена', state: 'hidden', district: '', page: 1 }));
    expect(listed.rows.map((row) => row.id)).toEqual([id]);
    valueIn(await setPublication(ana, { id, shown: true, reason: '' }));
    expect(publicOf(slug)?.id).toBe(id);
    expect(found('skrivena zmija')).toEqual([id]);
  });
});

describe('a change is taken back', () => {
  it('value and source as before; later changes of other parts stay', async () => {
    const id = await make('Radionica povratak', { shortName: ['RP'] });
    const one = await formOf(id);
    valueIn(
      await saveRecord(ana, {
        id,
        version: one.version,
        values: { ...one.values, ...SOURCE, 'source.title': ['Glasine'], town: ['Niš'] },
        anyway: false,
      }),
    );
    const change = (await formOf(id)).version;
    const two = await formOf(id);
    valueIn(
      await saveRecord(ana, {
        id,
        version: two.version,
        values: { ...two.values, ...SOURCE, shortName: ['RPV'] },
        anyway: false,
      }),
    );
    valueIn(await revertChange(vera, { id, change }));
    const record = publicOf(id);
    expect(record).toMatchObject({ shortName: 'RPV', place: { town: 'Bajina Bašta' } });
    expect(record?.facts.filter(({ field }) => field === 'town').map(({ source }) => source.title)).toEqual([
      'APR, izvod',
    ]);
    expect(await revertChange(vera, { id, change })).toMatchObject({
      ok: false,
      error: { code: 'changedSince', parts: ['town'] },
    });
  });
});

describe('merged and split', () => {
  it('one record of two: addresses, stories, sources and names live on; and it can be taken back', async () => {
    const kept = await make('Zadruga Ostaje', { foundedYear: ['2001'] });
    const other = await make('Zadruga Odlazi', {
      ...SOURCE,
      'source.title': ['Drugi izvor'],
      foundedYear: ['2002'],
      shortName: ['ZO'],
    });
    const slug = publicOf(other)?.slug ?? '';
    const story = await base.prisma.story.findFirstOrThrow();
    await base.prisma.story.update({ where: { id: story.id }, data: { enterpriseId: other } });
    const seen = async (id: number) => ({ id, version: (await formOf(id)).version });
    const stale = { kept: await seen(kept), other: { id: other, version: 1 }, choices: {} };
    expect(await mergeRecords(ana, stale)).toMatchObject({ ok: false, error: { code: 'stale' } });
    valueIn(
      await mergeRecords(ana, { kept: await seen(kept), other: await seen(other), choices: { foundedYear: 'other' } }),
    );
    const record = publicOf(kept);
    expect(record).toMatchObject({ foundedYear: 2002, shortName: 'ZO', otherNames: ['Zadruga Odlazi'] });
    expect(record?.facts.filter(({ field }) => field === 'foundedYear').map(({ source }) => source.title)).toEqual([
      'Drugi izvor',
    ]);
    expect(findEnterprise(slug)).toEqual({ movedTo: record?.slug });
    expect(findEnterprise(String(other))).toEqual({ movedTo: record?.slug });
    expect(found('Zadruga Odlazi')).toContain(kept);
    expect(found('Zadruga Odlazi')).not.toContain(other);
    expect((await base.prisma.story.findUniqueOrThrow({ where: { id: story.id } })).enterpriseId).toBe(kept);

    valueIn(await unmergeRecord(vera, { id: other }));
    expect(publicOf(slug)).toMatchObject({ id: other, foundedYear: 2002 });
    expect(publicOf(kept)).toMatchObject({ foundedYear: 2001, shortName: null });
    expect((await base.prisma.story.findUniqueOrThrow({ where: { id: story.id } })).enterpriseId).toBe(other);
  });

  it('taken back, every record that led to the one that went leads to it again', async () => {
    const [kept, other] = [await make('Zadruga Prva Reka'), await make('Zadruga Druga Reka')];
    const [follower, part] = [await make('Zadruga Pre Reke'), await make('Zadruga Deo Reke')];
    const own = await make('Zadruga Pre Prve');
    const seen = async (id: number) => ({ id, version: (await formOf(id)).version });
    valueIn(await mergeRecords(ana, { kept: await seen(other), other: await seen(part), choices: {} }));
    const oldSlug = (await base.prisma.slugAlias.findFirstOrThrow({ where: { enterpriseId: other } })).slug;
    await base.prisma.enterprise.update({ where: { id: follower }, data: { successorId: other } });
    await base.prisma.enterprise.update({ where: { id: own }, data: { successorId: kept } });
    await base.prisma.enterprise.update({ where: { id: other }, data: { publication: 'hidden' } });
    const { id: suggestion } = await base.prisma.suggestion.create({
      data: { reference: 'SM-REKA-2345', kind: 'correct', enterpriseId: other, name: 'Zadruga Druga Reka', locale: 'en', state: 'waiting', sendKey: 'reka' }, // biome-ignore format: one line
    });
    const state = async () => ({
      follower: (await base.prisma.enterprise.findUniqueOrThrow({ where: { id: follower } })).successorId,
      own: (await base.prisma.enterprise.findUniqueOrThrow({ where: { id: own } })).successorId,
      part: (await base.prisma.enterprise.findUniqueOrThrow({ where: { id: part } })).mergedIntoId,
      address: (await base.prisma.slugAlias.findUniqueOrThrow({ where: { slug: oldSlug } })).enterpriseId,
      suggestion: (await base.prisma.suggestion.findUniqueOrThrow({ where: { id: suggestion } })).enterpriseId,
      publication: (await base.prisma.enterprise.findUniqueOrThrow({ where: { id: other } })).publication,
    });
    const before = await state();
    expect(before).toEqual({ follower: other, own: kept, part: other, address: other, suggestion: other, publication: 'hidden' }); // biome-ignore format: one line
    valueIn(await mergeRecords(ana, { kept: await seen(kept), other: await seen(other), choices: {} }));
    expect(await state()).toEqual({ follower: kept, own: kept, part: kept, address: kept, suggestion: kept, publication: 'merged' }); // biome-ignore format: one line
    valueIn(await unmergeRecord(vera, { id: other }));
    expect(await state()).toEqual(before);
    await base.prisma.suggestion.delete({ where: { id: suggestion } });
  });

  it('what a suggestion made, and who was succeeded, follow there and back, with a line in the history', async () => {
    const [kept, other] = [await make('Zadruga Treća Reka'), await make('Zadruga Četvrta Reka')];
    const [follower, third] = [await make('Zadruga Stara Reka'), await make('Zadruga Peta Reka')];
    const seen = async (id: number) => ({ id, version: (await formOf(id)).version });
    // The follower once took in another record itself; taking that back must still be possible.
    valueIn(await mergeRecords(ana, { kept: await seen(follower), other: await seen(third), choices: {} }));
    await base.prisma.enterprise.update({ where: { id: follower }, data: { successorId: other } });
    await base.prisma.enterprise.update({ where: { id: kept }, data: { successorId: other } });
    const { id: suggestion } = await base.prisma.suggestion.create({
      data: { reference: 'SM-REKA-2346', kind: 'add', name: 'Zadruga Četvrta Reka', locale: 'en', state: 'decided', sendKey: 'reka2', createdEnterpriseId: other }, // biome-ignore format: one line
    });
    const made = async () =>
      (await base.prisma.suggestion.findUniqueOrThrow({ where: { id: suggestion } })).createdEnterpriseId;
    const linesOf = async (id: number) => {
      const rows = await base.prisma.recordChange.findMany({ where: { enterpriseId: id, kind: 'followed' } });
      return rows.map(({ before, after, actor }) => [
        ...[before, after].map((json) => (JSON.parse(json ?? '{}') as { successorId: number }).successorId),
        actor,
      ]);
    };
    valueIn(await mergeRecords(ana, { kept: await seen(kept), other: await seen(other), choices: {} }));
    expect(await made()).toBe(kept);
    expect(await linesOf(follower)).toEqual([[other, kept, `staff:${ana.id}`]]);
    expect(await linesOf(kept), 'nobody succeeds themselves').toEqual([]);
    expect((await base.prisma.enterprise.findUniqueOrThrow({ where: { id: kept } })).successorId).toBeNull();
    valueIn(await unmergeRecord(vera, { id: other }));
    expect(await made()).toBe(other);
    expect(await linesOf(follower)).toEqual([
      [other, kept, `staff:${ana.id}`],
      [kept, other, `staff:${vera.id}`],
    ]);
    const last = await base.prisma.recordChange.findFirstOrThrow({
      where: { enterpriseId: follower },
      orderBy: { id: 'desc' },
    });
    expect(await revertChange(ana, { id: follower, change: last.id })).toMatchObject({
      error: { code: 'notRevertible' },
    });
    valueIn(await unmergeRecord(ana, { id: third }));
    expect((await base.prisma.enterprise.findUniqueOrThrow({ where: { id: follower } })).successorId).toBe(other);
    await base.prisma.suggestion.delete({ where: { id: suggestion } });
  });

  it('never takes a record that works out of sight: into a hidden, a closed or a merged one it is refused', async () => {
    const [kept, other] = [await make('Zadruga Mala Gora'), await make('Zadruga Velika Gora')];
    const third = await make('Zadruga Srednja Gora');
    const seen = async (id: number) => ({ id, version: (await formOf(id)).version });
    const attempt = async (choices = {}) =>
      mergeRecords(ana, { kept: await seen(kept), other: await seen(other), choices });
    const set = (data: object) => base.prisma.enterprise.update({ where: { id: kept }, data });
    await set({ publication: 'hidden' });
    expect(await attempt()).toMatchObject({ ok: false, error: { code: 'keptHidden' } });
    await set({ publication: 'published', operatingStateId: 'operatingState:closed' });
    expect(await attempt()).toMatchObject({ ok: false, error: { code: 'keptEnded' } });
    expect(publicOf(other)).toMatchObject({ id: other });
    valueIn(await attempt({ operatingState: 'other' }));
    expect(findEnterprise(String(other))).toEqual({ movedTo: publicOf(kept)?.slug });
    const into = { kept: await seen(other), other: await seen(third), choices: {} };
    expect(await mergeRecords(ana, into)).toMatchObject({ ok: false, error: { code: 'merged' } });
  });

  it('two records of one: facts go with their sources', async () => {
    const id = await make('Udruženje sa radionicom', { foundedYear: ['1999'], shortName: ['USR'] });
    const { version } = await formOf(id);
    const choices = { shortName: 'go', foundedYear: 'both', town: 'both' } as const;
    const split = valueIn(await splitRecord(ana, { id, version, name: 'Radionica udruženja', choices }));
    expect(publicOf(id)).toMatchObject({ shortName: null, foundedYear: 1999 });
    const record = publicOf(split.id);
    expect(record).toMatchObject({ name: { sr: 'Radionica udruženja' }, shortName: 'USR', foundedYear: 1999 });
    expect(record?.facts.map(({ field }) => field).sort()).toEqual(['basis', 'foundedYear', 'shortName', 'town']);
    expect(await splitRecord(ana, { id, version, name: 'Još jedna', choices })).toMatchObject({
      error: { code: 'stale' },
    });
  });
});
