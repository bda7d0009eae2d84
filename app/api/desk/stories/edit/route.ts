import { editAsStaff, revertStaffEdits, type StaffEdit, type StaffEditError } from '@/lib/moderation/edit-as-staff';
import { EDITABLE_LABELS } from '@/lib/moderation/edit-kinds';
import { readTextEdits } from '@/lib/moderation/read-edits';
import { deskPost } from '../../desk-post';
import { backWith, dropForm, idOf, keepForm, numberOf, storyPath } from '../story-post';

export const POST = deskPost('editStory', async ({ staff, locale, field, fields, names }) => {
  const id = idOf(field('story'));
  const key = { submissionId: id, revision: numberOf(field('revision')) };
  const here = (codes: Record<string, string>) => ({
    page: '/desk' as const,
    path: backWith(field('back'), locale, codes),
  });
  if (field('act') === 'revert') {
    const reverted = await revertStaffEdits(staff, key);
    if (!reverted.ok) return here(codesOf(reverted.error));
    return { page: '/desk', path: await storyPath(id, locale, { view: 'changes', done: 'reverted' }) };
  }
  const texts = readTextEdits(names(), field);
  if (!texts.ok) {
    await keepTyped();
    return here({ fault: 'edit', what: 'kindNeeded', field: texts.error.field });
  }
  const labels: StaffEdit[] = EDITABLE_LABELS.map((name) => ({ field: name, kind: 'labels', codes: fields(name) }));
  const place: StaffEdit = { field: 'place', kind: 'place', text: field('place'), precision: field('precision') };
  const edited = await editAsStaff(staff, {
    ...key,
    edits: [...texts.value, ...labels, place],
    authorAsked: field('asked') !== '',
  });
  if (edited.ok) {
    await dropForm(staff, id);
    return { page: '/desk', path: await storyPath(id, locale, { view: 'changes', done: 'edited' }) };
  }
  await keepTyped();
  return here(codesOf(edited.error));

  async function keepTyped(): Promise<void> {
    const typed = names().filter((name) => /^(text|kind)\.|^(place|precision|asked)$/.test(name));
    const ticked = EDITABLE_LABELS.map((name) => [name, fields(name).join(' ')]);
    const values = Object.fromEntries([...typed.map((name) => [name, field(name)]), ...ticked]);
    await keepForm(staff, field, 'edit', values);
  }
});

function codesOf(error: StaffEditError): Record<string, string> {
  return error.code === 'edit' ? { fault: 'edit', what: error.fault, field: error.field } : { fault: error.code };
}
