import 'server-only';
import {
  applyFileAction,
  FILES_SHOWN,
  type FileAction,
  fileAnswersOf,
  filesFromForm,
  mergeWords,
  type WordsClash,
} from '@/lib/files/answers';
import { removeFile, takeOfferedPlace } from '@/lib/files/commands';
import { ok, type Result } from '@/lib/shared/result';
import type { Trouble } from '@/lib/story-form/kept';
import { openDraft, saveDraft } from '@/lib/submissions/drafts';
import type { StoryAnswers } from '@/lib/submissions/schema';
import { type Entries, localeOf } from '../_support/form';

/**
 * Saves the words and the order of the files that were in the page, and does what a button says. The order is saved as it is
 * sent, whatever version was seen, and no file is lost by it; the words of another tab are never written over (lib/files/answers).
 */
export async function changeFiles(
  secret: string,
  fields: Entries,
  action: FileAction | null,
): Promise<Result<{ placed: boolean; clashes: WordsClash[] }, Trouble>> {
  const draft = await openDraft(secret);
  if (!draft) return { ok: false, error: { code: 'gone' } };
  const place = action && 'key' in action ? await placeFrom(secret, action) : null;
  const stored = fileAnswersOf(draft.answers);
  const { answers: sent, clashes } = mergeWords(stored, filesFromForm(fields), fields);
  const shown = fields.filter(([name]) => name === FILES_SHOWN).map(([, value]) => value);
  const present = {
    photos: shown.includes('photos') ? sent.photos : stored.photos,
    documents: shown.includes('documents') ? sent.documents : stored.documents,
  };
  const wanted = action ? applyFileAction(present, action) : present;
  if (action?.what === 'remove') await removeFile({ draftSecret: secret, key: action.key });
  const locale = localeOf(fields);
  const save = (page: 'files' | 'place', answers: StoryAnswers) =>
    saveDraft({ secret, locale, page, answers, version: null });
  if (place) {
    const placed = await save('place', { lat: String(place.lat), lng: String(place.lng) });
    if (!placed.ok) return { ok: false, error: { code: placed.error.code } };
  }
  if (place || JSON.stringify(wanted) !== JSON.stringify(stored)) {
    const saved = await save('files', { ...wanted });
    if (!saved.ok) return { ok: false, error: { code: saved.error.code } };
  }
  return ok({ placed: place !== null, clashes });
}

async function placeFrom(draftSecret: string, { what, key }: Extract<FileAction, { key: string }>) {
  if (what !== 'place' && what !== 'noplace') return null;
  return takeOfferedPlace({ draftSecret, key, use: what === 'place' });
}
