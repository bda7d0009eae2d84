import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Staff } from '@/lib/accounts/access-rules';
import type { TermForm } from '@/lib/taxonomies/edit-rules';
import type { TestDatabase } from '../../support/database';
import { createRealDatabase } from '../../support/real-database';
import { staffMember } from '../suggestions/support';

let database: TestDatabase;
let staff: Staff;
let edit: typeof import('@/lib/taxonomies/edit-commands');
let read: typeof import('@/lib/taxonomies/edit-queries');
let toTermForm: typeof import('@/lib/taxonomies/edit-rules').toTermForm;

beforeAll(async () => {
  database = await createRealDatabase();
  edit = await import('@/lib/taxonomies/edit-commands');
  read = await import('@/lib/taxonomies/edit-queries');
  ({ toTermForm } = await import('@/lib/taxonomies/edit-rules'));
  staff = await staffMember(database);
});
afterAll(() => database.dispose());

async function term(id: string) {
  const found = await read.termForEdit(staff, id);
  if (!found.ok || !found.value) throw new Error(`There is no ${id}`);
  return { ...found.value, form: toTermForm(found.value.state) };
}

async function found(text: string): Promise<number> {
  const { searchEnterprises } = await import('@/lib/search/queries');
  const { parseDirectoryParams } = await import('@/lib/search/params');
  const { vocabularies } = await import('@/lib/taxonomies/queries');
  const { query } = parseDirectoryParams({ q: text }, vocabularies());
  return searchEnterprises(query, { limit: 0, offset: 0 }).total;
}

async function counts(id: string): Promise<number> {
  return database.prisma.enterpriseTerm.count({ where: { termId: id } });
}

const EMPTY: TermForm = {
  ...{ labelSr: 'Pletenje korpi', labelSrCyrl: '', labelEn: 'Basketry', noteSr: '', noteEn: '' },
  ...{ parentId: 'activityField:craft', synonymsSr: 'korparstvo', synonymsEn: '', links: '' },
};

describe('a term of a vocabulary', () => {
  it('is added, found by its new words at once, and gone back to', async () => {
    const id = 'activity:basketry';
    const parent = await database.prisma.taxonomyTerm.findFirstOrThrow({ where: { taxonomyCode: 'activityField' } });
    const form = { ...EMPTY, parentId: parent.id };
    expect((await edit.createTerm(staff, { taxonomy: 'activity', code: 'basketry', form })).ok).toBe(true);
    expect(await edit.createTerm(staff, { taxonomy: 'activity', code: 'basketry', form })).toMatchObject({ ok: false });
    const record = await database.prisma.enterprise.findFirstOrThrow({ orderBy: { id: 'asc' } });
    await database.prisma.enterpriseTerm.create({ data: { enterpriseId: record.id, termId: id } });
    const before = await term(id);
    const changed = { ...before.form, synonymsSr: 'korparstvo\nvrbopletje' };
    expect((await edit.editTerm(staff, { termId: id, seen: before.seen, form: changed })).ok).toBe(true);
    expect(await found('vrbopletje')).toBe(1);
    expect(await edit.editTerm(staff, { termId: id, seen: before.seen, form: changed })).toMatchObject({
      error: { code: 'changed' },
    });
    expect((await edit.returnTerm(staff, { termId: id, versionId: before.seen })).ok).toBe(true);
    expect(await found('vrbopletje')).toBe(0);
    expect((await term(id)).versions.map(({ kind }) => kind)).toEqual(['returned', 'changed', 'created']);
  });

  it('has a Cyrillic label of its own only where it was written, and may not be below itself', async () => {
    const { vocabularies } = await import('@/lib/taxonomies/queries');
    const { termLabel } = await import('@/lib/taxonomies/present');
    const id = 'activity:basketry';
    const { seen, form } = await term(id);
    await edit.editTerm(staff, { termId: id, seen, form: { ...form, labelSrCyrl: 'Корпарство' } });
    expect(termLabel(vocabularies(), 'activity', 'basketry', 'sr-Cyrl')).toBe('Корпарство');
    expect(termLabel(vocabularies(), 'activity', 'basketry', 'sr-Latn')).toBe('Pletenje korpi');
    const now = await term(id);
    const wrong = { termId: id, seen: now.seen, form: { ...now.form, parentId: id } };
    expect(await edit.editTerm(staff, wrong)).toMatchObject({ error: { code: 'parentWrong' } });
  });

  it('is retired without leaving a record, and comes back', async () => {
    const { vocabularies } = await import('@/lib/taxonomies/queries');
    const id = 'activity:basketry';
    expect((await edit.retireTerm(staff, id, true)).ok).toBe(true);
    expect(vocabularies().termById(id)?.retired).toBe(true);
    expect(await counts(id)).toBe(1);
    expect((await edit.retireTerm(staff, id, false)).ok).toBe(true);
    expect(vocabularies().termById(id)?.retired).toBe(false);
  });

  it('is merged: records get the other one, with their history, and its names still find them', async () => {
    const { mergeTerm } = await import('@/lib/taxonomies/merge-command');
    const id = 'activity:basketry';
    const [into] = await database.prisma.taxonomyTerm.findMany({
      where: { taxonomyCode: 'activity', NOT: { id }, enterprises: { some: {} } },
      take: 1,
    });
    const intoId = into?.id ?? '';
    const before = await counts(intoId);
    const changes = await database.prisma.recordChange.count();
    expect(await mergeTerm(staff, { termId: id, intoId: 'product:food' })).toMatchObject({ ok: false });
    expect((await mergeTerm(staff, { termId: id, intoId })).ok).toBe(true);
    expect(await counts(id)).toBe(0);
    expect(await counts(intoId)).toBeGreaterThanOrEqual(before);
    expect(await database.prisma.recordChange.count()).toBe(changes + 1);
    expect(await term(id)).toMatchObject({ retired: true, mergedInto: intoId });
    expect(await found('korparstvo')).toBe(await counts(intoId));
    // An address that somebody kept means what the term means today, and says nothing of it.
    const { parseDirectoryParams } = await import('@/lib/search/params');
    const { vocabularies } = await import('@/lib/taxonomies/queries');
    const { searchEnterprises } = await import('@/lib/search/queries');
    const { query, view } = parseDirectoryParams(new URLSearchParams('activity=basketry'), vocabularies());
    expect(query.facets).toEqual({ activity: [into?.code] });
    expect(view.leftOut).toEqual([]);
    expect(searchEnterprises(query, { limit: 0, offset: 0 }).total).toBe(await counts(intoId));
  });

  it('that staff changed is left alone by the files of the program', async () => {
    const { db } = await import('@/lib/db');
    const { loadReferenceData } = await import('@/lib/taxonomies/commands');
    const id = 'legalForm:cooperative';
    const { seen, form } = await term(id);
    await edit.editTerm(staff, { termId: id, seen, form: { ...form, labelEn: 'Co-op' } });
    await db().$transaction((tx) => loadReferenceData(tx, 'prisma/data'), { timeout: 30_000 });
    expect((await term(id)).state.labelEn).toBe('Co-op');
  });

  it('takes its right', async () => {
    const editor = await staffMember(database, 'editor');
    const refused = { ok: false, error: { code: 'forbidden' } };
    expect(await edit.retireTerm(editor, 'legalForm:cooperative', true)).toEqual(refused);
    expect(await read.termForEdit(editor, 'legalForm:cooperative')).toEqual(refused);
  });
});
