import { assertSameOrigin } from '@/lib/abuse/origin';
import { FILE_ACTION, type FileAction, parseFileAction } from '@/lib/files/answers';
import { dropIncoming, makeIncoming } from '@/lib/files/blobs';
import { keepReport } from '@/lib/files/commands';
import { clashText, presentFiles, verdictText } from '@/lib/files/present';
import { filesOfDraft } from '@/lib/files/queries';
import { type ReceivedForm, receiveForm } from '@/lib/files/receive';
import { hasDiskRoom } from '@/lib/files/room';
import type { FileVerdict } from '@/lib/files/schema';
import { draftCookie, draftSecretOf } from '@/lib/story-form/draft-cookie';
import { type Entries, firstOf, json, localeOf, wantsJson } from '../_support/form';
import { answerSave, refuse, stepPath } from '../_support/save-page';
import { changeFiles } from './change-files';
import { draftFor } from './draft-for';
import { storeFiles } from './store-files';

/**
 * The fifth page of the form: its files, and with them all its texts, so that nobody loses what was typed by adding a photo.
 * Our script sends one file at a time, or one change, and gets data; a form without a script gets the way to the page that
 * follows, or back to the same one when a button of the files was pressed.
 */
export async function POST(request: Request): Promise<Response> {
  if (!assertSameOrigin(request).ok) return refuse(request, 'files', [], { code: 'crossOrigin' });
  const folder = (await hasDiskRoom()) ? await makeIncoming().catch(nullIfFull) : null;
  if (folder === null) return refuse(request, 'files', await textsOf(request), { code: 'full' });
  try {
    const received = await receiveForm(request, folder);
    if (!received.ok) {
      const { code } = received.error;
      // Whoever broke it off does not wait for a page.
      if (code === 'interrupted') return json({ ok: false, code }, 400);
      return refuse(request, 'files', [], { code: code === 'tooLarge' ? code : 'cutOff' });
    }
    return await answer(request, received.value);
  } finally {
    await dropIncoming(folder);
  }
}

function nullIfFull(error: NodeJS.ErrnoException): null {
  if (error.code === 'ENOSPC' || error.code === 'EDQUOT') return null;
  throw error;
}

/** On a full disk the files are lost, but the texts are shown again. */
async function textsOf(request: Request): Promise<Entries> {
  try {
    const form = await request.formData();
    return [...form].flatMap(([name, value]) => (typeof value === 'string' ? [[name, value] as const] : []));
  } catch {
    return [];
  }
}

async function answer(request: Request, { fields, files }: ReceivedForm): Promise<Response> {
  const action = parseFileAction(firstOf(fields, FILE_ACTION));
  const draft = await draftFor(request, fields);
  if (!draft.ok) return refuse(request, 'files', fields, draft.error);
  const secret = draft.value;
  const changed = await changeFiles(secret, fields, action);
  if (!changed.ok) return refuse(request, 'files', fields, changed.error);
  const verdicts = await storeFiles(request.headers, secret, files);
  if (wantsJson(request)) {
    const locale = localeOf(fields);
    const { photos, documents } = presentFiles(locale, await filesOfDraft(secret));
    const lines = verdicts.map((verdict) => ({ ...verdict, text: verdictText(locale, verdict) }));
    const { placed } = changed.value;
    const body = { ok: true, files: lines, photos, documents, placed, clash: clashText(locale, changed.value.clashes) };
    return json(body, 200, draftCookie(secret));
  }
  const clash = clashText(localeOf(fields), changed.value.clashes);
  if (clash !== null) return refuse(request, 'files', fields, { code: 'elsewhere', stored: clash });
  return answerPage(request, { secret, fields, action, verdicts });
}

interface PostedPage {
  secret: string;
  fields: Entries;
  action: FileAction | null;
  verdicts: FileVerdict[];
}

/** Without a script: the rest of the page is saved as that of any other page. */
async function answerPage(request: Request, { secret, fields, action, verdicts }: PostedPage): Promise<Response> {
  await keepReport(secret, verdicts);
  const refused = verdicts.some(({ ok }) => !ok);
  // Whoever wanted to go on is told first that a file did not come along.
  const stays = action !== null || refused;
  const entries = stays ? [...fields.filter(([name]) => name !== 'go'), ['go', 'stay'] as const] : fields;
  const saved = await answerSave(withDraft(request, secret), 'files', entries);
  const location = saved.headers.get('location');
  if (!stays || saved.status !== 303 || location?.includes('#')) return saved;
  const headers = new Headers(saved.headers);
  headers.set('location', `${location ?? stepPath(localeOf(fields), 'files')}#${placeOf(action, verdicts)}`);
  return new Response(null, { status: 303, headers });
}

/** Where on the page one comes back to: the question of the files that it was about. */
function placeOf(action: FileAction | null, verdicts: readonly FileVerdict[]): string {
  if (verdicts.length > 0) return 'file-report';
  return action && 'key' in action ? `file-${action.key}` : 'q-photos';
}

/** The request with the cookie of a draft that was made a moment ago. */
function withDraft(request: Request, secret: string): Request {
  if (draftSecretOf(request.headers.get('cookie')) === secret) return request;
  const headers = new Headers(request.headers);
  for (const name of ['content-length', 'content-type', 'transfer-encoding']) headers.delete(name);
  headers.set('cookie', draftCookie(secret).split(';', 1)[0] ?? '');
  return new Request(request.url, { method: 'POST', headers });
}
