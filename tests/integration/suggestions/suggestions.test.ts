import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Staff } from '@/lib/accounts/access-rules';
import type { FieldChoice } from '@/lib/suggestions/decision';
import type { TestDatabase } from '../../support/database';
import { createRealDatabase } from '../../support/real-database';
import { mailValues, PASS, recordOf, sendCorrection, staffMember } from './support';

let database: TestDatabase;
let staff: Staff;
let slug: string;
let commands: typeof import('@/lib/suggestions/commands');
let queries: typeof import('@/lib/suggestions/queries');
let vocab: () => import('@/lib/taxonomies/vocabularies').Vocabularies;

beforeAll(async () => {
  database = await createRealDatabase();
  commands = await import('@/lib/suggestions/commands');
  queries = await import('@/lib/suggestions/queries');
  vocab = (await import('@/lib/taxonomies/queries')).vocabularies;
  staff = await staffMember(database);
  const row = await database.prisma.enterprise.findFirstOrThrow({
    where: { foundedYear: null, registrationNumber: null, contacts: { some: { kind: 'website' } } },
    orderBy: { id: 'asc' },
  });
  slug = row.slug;
});
afterAll(() => database.dispose());

async function desk(reference: string) {
  const found = await queries.deskSuggestion(staff, reference);
  if (!found.ok || !found.value) throw new Error('The desk does not find it');
  return found.value;
}

const accept = (changeId: number, sourceUrl = ''): FieldChoice => ({
  ...{ changeId, outcome: 'accepted', sourceTitle: 'Registar', sourceUrl, reason: '', note: '' },
});
const refuse = (changeId: number): FieldChoice => ({
  ...{ changeId, outcome: 'refused', sourceTitle: '', sourceUrl: '', reason: 'noSource', note: 'Ne piše nigde.' },
});
const whole = { basis: null, verifiedBy: null };

describe('a correction', () => {
  it('is decided field by field: the record, its sources, history and log, the outcome for the sender', async () => {
    const { reference, token } = await sendCorrection(slug, [
      ['f', 'foundedYear'],
      ['f', 'phone'],
      ['v-foundedYear', '2014'],
      ['v-phone', '011/123-45-67'],
      ['s-foundedYear', 'Piše na https://primer.rs/o-nama.'],
      ['email', 'gradjanka@primer.example'],
    ]);
    // Nothing goes to an address that nobody has confirmed but the question, which holds nothing that was typed.
    const asked = await mailValues('suggestionConfirm');
    expect(asked.to).toBe('gradjanka@primer.example');
    expect(JSON.stringify(asked.values)).not.toContain('primer.rs');
    expect(await queries.findAddressToConfirm(asked.values.token ?? '')).toMatchObject({ done: false });
    const confirmed = await commands.confirmSuggestion(asked.values.token ?? '');
    expect(confirmed.ok).toBe(true);
    expect(await commands.confirmSuggestion(asked.values.token ?? '')).toEqual(confirmed);

    const found = await desk(reference);
    expect(found.changes.map(({ field, now, after, moved }) => [field, now, after, moved])).toEqual([
      ['foundedYear', null, '2014', false],
      ['phone', null, '+381111234567', false],
    ]);
    expect(found.changes[1]?.source).toBe('Piše na https://primer.rs/o-nama.');
    const [year, phone] = found.changes.map(({ id }) => id) as [number, number];
    const before = await database.prisma.meta.findUniqueOrThrow({ where: { key: 'contentVersion' } });
    const choices = [accept(year, 'https://primer.rs/o-nama'), refuse(phone)];
    const decision = { suggestionId: found.id, version: found.version, choices, ...whole, verifiedBy: 'web' };
    expect(await commands.decideSuggestion(staff, decision, vocab())).toMatchObject({
      ok: true,
      value: { accepted: 1 },
    });

    const { input } = await recordOf(slug);
    expect(input.foundedYear).toBe(2014);
    expect(input.contacts.some(({ kind }) => kind === 'phone')).toBe(false);
    expect(input.verification).toMatchObject({ by: 'Osoba coordinator', method: 'web' });
    const source = input.sources.find(({ fields }) => fields.includes('foundedYear'));
    expect(source).toMatchObject({ url: 'https://primer.rs/o-nama', title: 'Registar' });
    const change = await database.prisma.recordChange.findFirstOrThrow({ orderBy: { id: 'desc' } });
    expect(change).toMatchObject({ actor: 'Osoba coordinator', kind: 'updated' });
    const after = await database.prisma.meta.findUniqueOrThrow({ where: { key: 'contentVersion' } });
    expect(Number(after.value)).toBeGreaterThan(Number(before.value));
    const entry = await database.prisma.auditEntry.findFirstOrThrow({ where: { action: 'suggestion.decide' } });
    expect(JSON.parse(entry.details)).toMatchObject({ accepted: ['foundedYear'], refused: ['phone'] });

    const outcome = await queries.findOutcome(token);
    expect(outcome).toMatchObject({ decided: true, slug });
    expect(outcome?.changes.map(({ outcome: result, reason, note }) => [result, reason, note])).toEqual([
      ['accepted', null, null],
      ['refused', 'noSource', 'Ne piše nigde.'],
    ]);
    const told = await mailValues('suggestionDecided');
    expect(told).toMatchObject({ to: 'gradjanka@primer.example', values: { accepted: 1, refused: 1 } });
    expect(await queries.findOutcome(told.values.token ?? '')).toMatchObject({ reference });

    // A second press, or a colleague with an older page, changes nothing.
    expect(await commands.decideSuggestion(staff, decision, vocab())).toMatchObject({ error: { code: 'changed' } });
  });

  it('keeps what staff filled in when it cannot be taken, and says that the record has moved', async () => {
    const { reference } = await sendCorrection(slug, [
      ['f', 'foundedYear'],
      ['v-foundedYear', '2015'],
      ['s-foundedYear', 'razgovor'],
    ]);
    const { id } = await recordOf(slug);
    await database.prisma.enterprise.update({ where: { id }, data: { foundedYear: 2013 } });
    const found = await desk(reference);
    expect(found.changes[0]).toMatchObject({ before: '2014', now: '2013', after: '2015', moved: true });
    const choice = { ...accept(found.changes[0]?.id ?? 0), sourceTitle: '', note: 'ovo ne sme da se izgubi' };
    const decision = { suggestionId: found.id, version: found.version, choices: [choice], ...whole };
    const done = await commands.decideSuggestion(staff, decision, vocab());
    expect(done).toMatchObject({ error: { code: 'faults', faults: [{ code: 'sourceNeeded' }] } });
    expect((await desk(reference)).draft?.choices[0]?.note).toBe('ovo ne sme da se izgubi');
    expect((await recordOf(slug)).input.foundedYear).toBe(2013);
  });

  it('takes a value as staff changed it, and tells the sender what went in; the suggested one stays readable', async () => {
    const { reference, token } = await sendCorrection(slug, [
      ['f', 'website'],
      ['f', 'shortName'],
      ['v-website', 'https://primer.example/index.php?ref=letak'],
      ['v-shortName', 'Kratka'],
      ['s-website', 'letak'],
    ]);
    const found = await desk(reference);
    const of = (field: string) => found.changes.find((change) => change.field === field)?.id ?? 0;
    const decide = (website: string | null) =>
      commands.decideSuggestion(
        staff,
        {
          ...{ suggestionId: found.id, version: found.version, ...whole },
          choices: [{ ...accept(of('website')), edited: website }, accept(of('shortName'))],
        },
        vocab(),
      );
    expect(await decide(null)).toMatchObject({ error: { code: 'faults', faults: [{ code: 'valueEmpty' }] } });
    expect(await decide('nije adresa')).toMatchObject({
      error: { faults: [{ changeId: of('website'), value: { code: 'notAnAddress' } }] },
    });
    expect((await desk(reference)).draft?.choices[0]?.edited, 'what staff typed is kept').toBe('nije adresa');
    expect(await decide('primer.example')).toMatchObject({ ok: true, value: { accepted: 2 } });

    const { input } = await recordOf(slug);
    const site = input.contacts.find(({ kind }) => kind === 'website')?.value;
    expect(site).toMatch(/^https?:\/\/primer\.example\/?$/);
    const outcome = await queries.findOutcome(token);
    const told = Object.fromEntries(
      (outcome?.changes ?? []).map(({ field, after, taken }) => [field, { after, taken }]),
    );
    expect(told).toEqual({
      website: { after: 'https://primer.example/index.php?ref=letak', taken: site },
      shortName: { after: 'Kratka', taken: null },
    });
    const entry = await database.prisma.auditEntry.findFirstOrThrow({
      where: { action: 'suggestion.decide' },
      orderBy: { id: 'desc' },
    });
    expect(JSON.parse(entry.details)).toMatchObject({ edited: ['website'] });
  });

  it('refuses a number that another record has, and writes nothing', async () => {
    const [other] = await database.prisma.enterprise.findMany({ where: { NOT: { slug } }, take: 1 });
    await database.prisma.enterprise.update({ where: { id: other?.id ?? 0 }, data: { taxId: '100001159' } });
    const { isTaxId } = await import('@/lib/enterprises/numbers');
    expect(isTaxId('100001159')).toBe(true);
    const { reference } = await sendCorrection(slug, [
      ['f', 'taxId'],
      ['v-taxId', '100001159'],
      ['s-taxId', 'registar'],
    ]);
    const found = await desk(reference);
    const choices = [accept(found.changes[0]?.id ?? 0)];
    const done = await commands.decideSuggestion(
      staff,
      { suggestionId: found.id, version: 0, choices, ...whole },
      vocab(),
    );
    expect(done).toMatchObject({ error: { faults: [{ code: 'numberTaken' }] } });
    expect((await recordOf(slug)).input.taxId).toBeNull();
  });

  it('moves the mark with the place, never leaving a false pin', async () => {
    const municipality = [...vocab().municipalities.values()].find(({ nameSr }) => nameSr === 'Opovo');
    const { reference } = await sendCorrection(slug, [
      ['f', 'place'],
      ['v-place', municipality?.id ?? ''],
      ['v-place-town', 'Opovo'],
      ['s-place', 'sajt'],
    ]);
    const found = await desk(reference);
    const choices = [accept(found.changes[0]?.id ?? 0)];
    await commands.decideSuggestion(staff, { suggestionId: found.id, version: 0, choices, ...whole }, vocab());
    const { input } = await recordOf(slug);
    expect(input).toMatchObject({
      town: 'Opovo',
      municipality: municipality?.id,
      district: municipality?.districtCode,
    });
    expect(['settlement', 'municipality']).toContain(input.position?.precision);
  });

  it('is checked by the schema of the record, in the words of the form', async () => {
    const { parseCorrection } = await import('@/lib/suggestions/schema');
    const { input } = await recordOf(slug);
    const entries = [
      ['f', 'website'],
      ['f', 'registrationNumber'],
      ['f', 'legalForm'],
      ['v-website', 'nije adresa'],
      ['v-registrationNumber', '12345678'],
      ['v-legalForm', 'izmisljen'],
      ['email', 'pola@'],
    ] as const;
    const parsed = parseCorrection(entries, input, vocab());
    expect(!parsed.ok && parsed.error.map(({ name, code }) => `${name} ${code}`)).toEqual([
      'v-website notAnAddress',
      's-website empty',
      'v-registrationNumber notARegistrationNumber',
      's-registrationNumber empty',
      'v-legalForm notInList',
      's-legalForm empty',
      'email notAnEmail',
    ]);
    expect(parseCorrection([['f', 'basis']], input, vocab())).toMatchObject({
      error: [{ name: 'f', code: 'noField' }],
    });
  });

  it('is one suggestion, with one link, when the same form is sent twice', async () => {
    const { formStamp } = await import('@/lib/abuse/form-stamp');
    const stamp = formStamp();
    const entries = [['f', 'shortName'], ['v-shortName', 'Skraćeno'], ['s-shortName', 'sajt']] as const; // biome-ignore format: one line
    const first = await sendCorrection(slug, entries, { stamp });
    expect(await sendCorrection(slug, entries, { stamp })).toEqual(first);
    expect((await sendCorrection(slug, [...entries, ['email', 'x@primer.example']], { stamp })).token).not.toBe(
      first.token,
    );
  });

  it('taken for spam waits for nobody, mails nobody, and looks to its sender as any other', async () => {
    const mails = await database.prisma.outboxMail.count();
    const entries = [['f', 'nameEn'], ['v-nameEn', 'Buy now'], ['s-nameEn', 'x'], ['email', 'spam@primer.example']] as const; // biome-ignore format: one line
    const { token, reference } = await sendCorrection(slug, entries, { verdict: 'spam' });
    expect(await database.prisma.outboxMail.count()).toBe(mails);
    expect(await queries.findOutcome(token)).toMatchObject({ decided: false, changes: [{ outcome: null }] });
    const waiting = await queries.suggestionsWaiting(staff, { most: 100 });
    expect(waiting.ok && waiting.value.rows.some((row) => row.reference === reference)).toBe(false);
    const found = await desk(reference);
    expect((await commands.markSuggestion(staff, { suggestionId: found.id, version: 0, spam: false })).ok).toBe(true);
    expect((await desk(reference)).state).toBe('waiting');
  });
});

describe('a new enterprise', () => {
  it('becomes a record of what was accepted, with a basis that staff chose', async () => {
    const { parseAddition, applyChanges } = await import('@/lib/suggestions/schema');
    const { findLikelySame } = await import('@/lib/suggestions/duplicates');
    const { emptyInput } = await import('@/lib/enterprises/schema');
    const municipality = [...vocab().municipalities.values()][0]?.id ?? '';
    const entries = [
      ['v-nameSr', 'Zadruga Nova livada'],
      ['v-activitySr', 'Gaji i suši lekovito bilje.'],
      ['v-place', municipality],
      ['v-website', 'novalivada.example'],
      ['source', 'Radim sa njima.'],
    ] as const;
    const parsed = parseAddition(entries, vocab());
    if (!parsed.ok) throw new Error(JSON.stringify(parsed.error));
    const sent = await commands.sendSuggestion({
      ...{ kind: 'add', enterpriseId: null, name: 'Zadruga Nova livada', locale: 'en', stamp: null, verdict: PASS },
      ...parsed.value,
    });
    if (!sent.ok) throw new Error(sent.error.code);
    const found = await desk(sent.value.reference);
    const choices = found.changes.map(({ id, field }) => (field === 'website' ? refuse(id) : accept(id)));
    const decision = { suggestionId: found.id, version: 0, choices, ...whole };
    expect(await commands.decideSuggestion(staff, decision, vocab())).toMatchObject({
      error: { faults: [{ code: 'basisNeeded' }] },
    });
    const done = await commands.decideSuggestion(staff, { ...decision, basis: 'wider_social_economy' }, vocab());
    expect(done.ok).toBe(true);
    const outcome = await queries.findOutcome(sent.value.token);
    const { input } = await recordOf(outcome?.slug ?? '');
    expect(input).toMatchObject({ nameSr: 'Zadruga Nova livada', basis: 'wider_social_economy', contacts: [] });
    // Suggested again, it is known.
    const again = applyChanges(emptyInput('', 'wider_social_economy'), parsed.value.changes, vocab());
    expect(findLikelySame(again).map(({ name }) => name)).toContain('Zadruga Nova livada');
  });
});

describe('a claim', () => {
  it('once accepted lets its private link send corrections as the owner, until staff end it', async () => {
    const record = await recordOf(slug);
    const site = record.input.contacts.find(({ kind }) => kind === 'website')?.value ?? '';
    const email = `ana@${new URL(site).hostname.replace(/^www\./, '')}`;
    const sent = await commands.sendSuggestion({
      ...{ kind: 'mine', enterpriseId: record.id, name: record.name.sr, changes: [], locale: 'sr-Latn', verdict: PASS },
      ...{ stamp: null, sender: { email, sources: {}, evidence: 'Ime mi stoji na sajtu.', role: 'predsednica' } },
    });
    if (!sent.ok) throw new Error(sent.error.code);
    const { token, reference } = sent.value;
    const found = await desk(reference);
    expect(found.sender).toMatchObject({ ownDomain: true, confirmed: false, evidence: 'Ime mi stoji na sajtu.' });
    expect(await queries.isOwnerLink(token, record.id)).toBe(false);
    const choices = [accept(found.changes[0]?.id ?? 0)];
    expect(
      (await commands.decideSuggestion(staff, { suggestionId: found.id, version: 0, choices, ...whole }, vocab())).ok,
    ).toBe(true);
    expect(await queries.isOwnerLink(token, record.id)).toBe(true);
    expect(await queries.isOwnerLink(token, record.id + 1)).toBe(false);
    const entries = [['f', 'shortName'], ['v-shortName', 'Naša'], ['s-shortName', 'ja']] as const; // biome-ignore format: one line
    const own = await sendCorrection(slug, entries, { ownerToken: token });
    expect((await desk(own.reference)).byOwner).toBe(true);
    expect((await commands.endOwnership(staff, found.id)).ok).toBe(true);
    expect(await queries.isOwnerLink(token, record.id)).toBe(false);
    expect((await desk((await sendCorrection(slug, entries, { ownerToken: token })).reference)).byOwner).toBe(false);
  });
});

describe('rights and keeping', () => {
  it('are checked where data is read and written', async () => {
    const volunteer = await staffMember(database, 'volunteer');
    const editor = await staffMember(database, 'editor');
    const refused = { ok: false, error: { code: 'forbidden' } };
    expect(await queries.listSuggestions(volunteer, { state: 'waiting', page: 1 })).toEqual(refused);
    expect(await queries.suggestionsWaiting(volunteer)).toEqual(refused);
    expect(await queries.deskSuggestion(volunteer, 'x')).toEqual(refused);
    expect(await commands.markSuggestion(volunteer, { suggestionId: 1, version: 0, spam: true })).toEqual(refused);
    const decision = { suggestionId: 1, version: 0, choices: [], ...whole };
    expect(await commands.decideSuggestion(volunteer, decision, vocab())).toEqual(refused);
    expect(await commands.revealSender(editor, 1)).toEqual(refused);
    const shown = await commands.revealSender(staff, 1);
    expect(shown).toEqual({ ok: true, value: { email: 'gradjanka@primer.example' } });
    expect(await database.prisma.auditEntry.count({ where: { action: 'contact.reveal' } })).toBe(1);
  });

  it('erases senders 180 days after the decision, spam after 30, addresses that nobody confirmed after 7', async () => {
    const { runRetention } = await import('@/lib/jobs/retention');
    const day = 86_400_000;
    const entries = [['f', 'nameEn'], ['v-nameEn', 'Spam'], ['s-nameEn', 'x']] as const; // biome-ignore format: one line
    await sendCorrection(slug, entries, { verdict: 'spam' });
    const lines = async (days: number) => {
      const run = await runRetention({ now: new Date(Date.now() + days * day), dryRun: false });
      return Object.fromEntries(run.map(({ rule, erased }) => [rule, erased]));
    };
    expect(await lines(6)).toMatchObject({ suggestionSpam: 0, suggestionSenders: 0, suggestionAddresses: 0 });
    const later = await lines(8);
    expect(later.suggestionAddresses).toBeGreaterThan(0);
    expect((await lines(31)).suggestionSpam).toBe(1);
    expect((await lines(181)).suggestionSenders).toBeGreaterThan(0);
    expect(await database.prisma.suggestionSender.count({ where: { suggestion: { state: 'decided' } } })).toBe(0);
    expect(
      await database.prisma.suggestionSender.count({ where: { suggestion: { state: 'waiting' } } }),
    ).toBeGreaterThan(0);
  });
});

describe('the queue', () => {
  it('holds a suggestion while it waits: not as spam, and not once it is decided', async () => {
    const inQueue = (objectId: number) =>
      database.prisma.queueItem.findMany({ where: { source: 'suggestion', objectId }, select: { kind: true } });
    const { reference } = await sendCorrection(slug, [
      ['f', 'phone'],
      ['v-phone', '011/765-43-21'],
      ['s-phone', 'razgovor'],
    ]);
    const { id, version, changes } = await desk(reference);
    expect(await inQueue(id)).toEqual([{ kind: 'suggestion' }]);
    await commands.markSuggestion(staff, { suggestionId: id, version, spam: true });
    expect(await inQueue(id)).toEqual([]);
    await commands.markSuggestion(staff, { suggestionId: id, version: version + 1, spam: false });
    expect(await inQueue(id)).toHaveLength(1);
    await database.prisma.queueItem.deleteMany();
    const { runQueue } = await import('@/lib/jobs/queue');
    await runQueue();
    expect(await inQueue(id), 'what was lost from the list is found again').toHaveLength(1);
    const choices = changes.map((change) => refuse(change.id));
    const decision = { suggestionId: id, version: version + 2, choices, ...whole };
    expect(await commands.decideSuggestion(staff, decision, vocab())).toMatchObject({ ok: true });
    expect(await inQueue(id)).toEqual([]);
  });
});
