import { renderKept } from '@/app/api/story/_support/render-kept';
import { answersOfPage } from '@/app/api/story/_support/save-page';
import type { Staff } from '@/lib/accounts/access-rules';
import { db } from '@/lib/db';
import { FILE_FIELDS, filesFromForm } from '@/lib/files/answers';
import { removeFile, storeUpload } from '@/lib/files/commands';
import { FILE_KINDS, type RefusalCode } from '@/lib/files/fields';
import { hrefFor } from '@/lib/i18n/navigation';
import { addEvidence, removeEvidence, saveIntake, sendIntake } from '@/lib/intake/commands';
import { draftSecretOfIntake, findIntake } from '@/lib/intake/records';
import { type FieldName, FORM_PAGES } from '@/lib/submissions/fields';
import type { StoryAnswers } from '@/lib/submissions/schema';
import { deskPost } from '../../desk-post';

/** The whole story as one form: saved, with its files; or saved and sent. */
export const POST = deskPost('enterStory', async ({ staff, field, form, request, locale }) => {
  const id = Number.parseInt(field('id'), 10) || 0;
  const path = hrefFor(locale, '/desk/intake/[id]', { id: String(id) });
  const entries = [...form].filter((entry): entry is [string, string] => typeof entry[1] === 'string');
  const answers: StoryAnswers = Object.assign({}, ...FORM_PAGES.map((page) => answersOfPage(page, locale, entries)));
  const version = Number.parseInt(field('version'), 10);
  const saved = await saveIntake(staff, {
    id,
    answers: { ...answers, ...filesFromForm(entries) },
    consent: {
      how: field('consentHow'),
      on: field('consentOn'),
      who: field('consentWho'),
      note: field('consentNote'),
    },
    version: Number.isInteger(version) ? version : null,
    choices: choicesFrom(entries),
  });
  if (!saved.ok) {
    return renderKept({ request, locale, path, entries, trouble: { code: saved.error.code }, status: 409 });
  }
  const refused = await changeFiles(staff, id, form);
  const query = new URLSearchParams(refused.map((code) => ['refused', code]));
  if (saved.value.conflicts.length > 0) return lead(path, query, 'conflict');
  if (field('go') !== 'send' || refused.length > 0) return lead(path, query, 'saved');
  const sent = await sendIntake(staff, id);
  if (sent.ok) return { page: '/desk/intake', query: { done: 'sent', reference: sent.value.reference } };
  if (sent.error.code !== 'faults') return { page: '/desk/intake', query: { fault: sent.error.code } };
  query.set('check', '1');
  return lead(path, query, null);
});

function lead(path: string, query: URLSearchParams, done: string | null) {
  if (done) query.set('done', done);
  return { page: '/desk/intake' as const, path: query.size > 0 ? `${path}?${query}` : path };
}

function choicesFrom(entries: readonly (readonly [string, string])[]) {
  const choices: Partial<Record<FieldName, 'typed' | 'stored'>> = {};
  for (const [name, value] of entries) {
    const field = /^conflict-(\w+)$/.exec(name)?.[1] as FieldName | undefined;
    if (field && (value === 'typed' || value === 'stored')) choices[field] = value;
  }
  return choices;
}

/** Takes away what is ticked, and stores what was added. @returns why files were refused */
async function changeFiles(staff: Staff, id: number, form: FormData): Promise<RefusalCode[]> {
  const row = await findIntake(db(), id);
  const draftSecret = row && draftSecretOfIntake(row);
  if (!draftSecret) return [];
  const refused: RefusalCode[] = [];
  for (const key of form.getAll('removeFile')) if (typeof key === 'string') await removeFile({ draftSecret, key });
  for (const key of form.getAll('removeEvidence'))
    if (typeof key === 'string') await removeEvidence(staff, { id, key });
  for (const kind of FILE_KINDS) {
    for (const file of filesOf(form, FILE_FIELDS[kind])) {
      const content = new Uint8Array(await file.arrayBuffer());
      const stored = await storeUpload({ draftSecret, kind, originalName: file.name, content });
      if (!stored.ok) refused.push(stored.error.code === 'gone' ? 'interrupted' : stored.error.code);
    }
  }
  for (const file of filesOf(form, 'evidence')) {
    const added = await addEvidence(staff, { id, content: new Uint8Array(await file.arrayBuffer()) });
    if (!added.ok) refused.push(added.error.code === 'refused' ? added.error.reason : 'interrupted');
  }
  return refused;
}

/** A field in which nothing was chosen is sent as an empty file. */
function filesOf(form: FormData, name: string): File[] {
  return form.getAll(name).filter((value): value is File => value instanceof File && value.size > 0);
}
