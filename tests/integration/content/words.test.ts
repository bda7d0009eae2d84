import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Staff } from '@/lib/accounts/access-rules';
import { words } from '@/lib/i18n/words';
import type { TestDatabase } from '../../support/database';
import { createRealDatabase } from '../../support/real-database';
import { staffMember } from '../suggestions/support';

let database: TestDatabase;
let staff: Staff;
let commands: typeof import('@/lib/content/commands');
let queries: typeof import('@/lib/content/queries');

beforeAll(async () => {
  database = await createRealDatabase();
  commands = await import('@/lib/content/commands');
  queries = await import('@/lib/content/queries');
  staff = await staffMember(database);
});
afterAll(() => database.dispose());

const HOME = { document: 'page:home', lang: 'sr' } as const;
const lead = (locale: 'sr-Latn' | 'sr-Cyrl' | 'en') => {
  queries.freshWords();
  return words(locale, 'Home')('lead', { total: 3 });
};
const published = async () => {
  const view = await queries.documentWords(staff, HOME);
  if (!view.ok) throw new Error(view.error.code);
  return view.value;
};

describe('the words of a page', () => {
  it('are kept as a draft that nobody sees, published in all scripts at once, and gone back to', async () => {
    const house = lead('sr-Latn');
    const text = 'Đurđevdan: {total, plural, one {# zapis} few {# zapisa} other {# zapisa}}.';
    const typed = { 'Home.lead': text, 'Home.poster': '', block: '## Novo\n[Pogledajte](https://primer.rs)' };
    expect((await commands.saveDraft(staff, HOME, typed)).ok).toBe(true);
    expect(lead('sr-Latn')).toBe(house);
    const version = await database.prisma.meta.findUniqueOrThrow({ where: { key: 'contentVersion' } });
    expect((await commands.publishDraft(staff, HOME)).ok).toBe(true);
    const moved = await database.prisma.meta.findUniqueOrThrow({ where: { key: 'contentVersion' } });
    expect(Number(moved.value)).toBe(Number(version.value) + 1);
    expect(lead('sr-Latn')).toBe('Đurđevdan: 3 zapisa.');
    expect(lead('sr-Cyrl')).toBe('Ђурђевдан: 3 записа.');
    expect(lead('en')).toContain('Who');
    expect(queries.blockOf('page:home', 'sr-Cyrl')).toBe('## Ново\n[Погледајте](https://primer.rs)');
    expect(queries.blockOf('page:home', 'en')).toBeNull();

    await commands.saveDraft(staff, HOME, { 'Home.lead': 'Drugi uvod, {total}.' });
    await commands.publishDraft(staff, HOME);
    expect(lead('sr-Latn')).toBe('Drugi uvod, 3.');
    const { live, past } = await published();
    expect(live).toMatchObject({ by: 'Osoba coordinator', texts: { 'Home.lead': 'Drugi uvod, {total}.' } });
    expect((await commands.restoreVersion(staff, HOME, past[0]?.id ?? 0)).ok).toBe(true);
    expect(lead('sr-Latn')).toBe('Đurđevdan: 3 zapisa.');
    expect((await published()).live?.restoredOf).toBe(past[0]?.id);
    expect((await commands.restoreVersion(staff, HOME, null)).ok).toBe(true);
    expect(lead('sr-Latn')).toBe(house);
  });

  it('with a lost argument stay a draft, whole', async () => {
    await commands.saveDraft(staff, HOME, { 'Home.lead': 'Bez broja.' });
    expect(await commands.publishDraft(staff, HOME)).toEqual({ ok: false, error: { code: 'faults' } });
    expect((await published()).draft?.texts).toEqual({ 'Home.lead': 'Bez broja.' });
    await commands.dropDraft(staff, HOME);
    expect(await commands.publishDraft(staff, HOME)).toEqual({ ok: false, error: { code: 'nothing' } });
  });

  it('of two who write at once: the second sees that another version was published', async () => {
    const editor = await staffMember(database, 'editor');
    await commands.saveDraft(editor, HOME, { 'Home.lead': 'Urednica: {total}.' });
    await commands.saveDraft(staff, HOME, { 'Home.lead': 'Koordinator: {total}.' });
    expect((await commands.publishDraft(staff, HOME)).ok).toBe(true);
    expect(await commands.publishDraft(editor, HOME)).toEqual({ ok: false, error: { code: 'changed' } });
    expect(lead('sr-Latn')).toBe('Koordinator: 3.');
    await commands.saveDraft(editor, HOME, { 'Home.lead': 'Urednica: {total}.' });
    expect((await commands.publishDraft(editor, HOME)).ok).toBe(true);
    expect(lead('sr-Latn')).toBe('Urednica: 3.');
  });

  it('of mails take another right, and are in force with the next mail', async () => {
    const editor = await staffMember(database, 'editor');
    const mail = { document: 'mail:statusLink', lang: 'sr' } as const;
    expect(await commands.saveDraft(editor, mail, {})).toEqual({ ok: false, error: { code: 'forbidden' } });
    expect(await queries.documentWords(editor, mail)).toEqual({ ok: false, error: { code: 'forbidden' } });
    await commands.saveDraft(staff, mail, { 'Mail.statusLink.subject': 'Vaša veza' });
    await commands.publishDraft(staff, mail);
    queries.freshWords();
    const { renderMail } = await import('@/lib/mail/render');
    const { MAIL_SAMPLES } = await import('@/lib/mail/samples');
    const wish = { values: MAIL_SAMPLES.statusLink, site: 'https://mapa.example' };
    expect(renderMail('statusLink', { locale: 'sr-Cyrl', ...wish }).subject).toBe('Ваша веза');
    expect(renderMail('statusLink', { locale: 'en', ...wish }).subject).not.toBe('Vaša veza');
  });
});

describe('a reason', () => {
  it('is added, changed, retired and gone back to', async () => {
    const { reasonsForEdit, retireReason, returnReason, saveReason } = await import('@/lib/moderation/reason-commands');
    const form = { kind: 'reject', severity: 'red', labelSr: 'Oglas', labelEn: 'Ad', textSr: 'Ovo je oglas.', textEn: 'An ad.' }; // biome-ignore format: one line
    const find = async () => {
      const all = await reasonsForEdit(staff);
      return all.ok ? all.value.find(({ code }) => code === 'oglas') : undefined;
    };
    expect((await saveReason(staff, { code: 'oglas', seen: null, form })).ok).toBe(true);
    expect(await saveReason(staff, { code: 'oglas', seen: null, form })).toEqual({
      ok: false,
      error: { code: 'codeTaken' },
    });
    const { seen = 0, versions = [] } = (await find()) ?? {};
    expect((await saveReason(staff, { code: 'oglas', seen, form: { ...form, labelSr: 'Reklama' } })).ok).toBe(true);
    expect(await saveReason(staff, { code: 'oglas', seen, form })).toEqual({ ok: false, error: { code: 'changed' } });
    expect((await returnReason(staff, 'oglas', versions[0]?.id ?? 0)).ok).toBe(true);
    expect((await retireReason(staff, 'oglas', true)).ok).toBe(true);
    expect(await find()).toMatchObject({ retired: true, state: { labelSr: 'Oglas' } });
    const { listReasons } = await import('@/lib/moderation/reasons');
    expect((await listReasons('en', 'en')).some(({ code }) => code === 'oglas')).toBe(false);
  });
});
