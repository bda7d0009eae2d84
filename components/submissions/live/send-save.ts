import type { FieldName, FormPage } from '@/lib/submissions/fields';
import type { Entry, SaveAnswer } from './autosave';

export interface SaveToSend {
  page: FormPage;
  locale: string;
  version: number | null;
  /** The questions whose controls are sent; the others stay as they are. */
  fields: readonly FieldName[];
  entries: readonly Entry[];
  /** The page is being left: the request must outlive it. */
  leaving: boolean;
}

/** A slow line is not a dead one; but nobody waits for ever. */
const PATIENCE_MS = 20_000;

/** Sends what was typed to the same address as the form itself. */
export async function sendSave(address: string, save: SaveToSend): Promise<SaveAnswer> {
  const body = new URLSearchParams(save.entries.map(([name, value]) => [name, value]));
  body.set('page', save.page);
  body.set('locale', save.locale);
  body.set('version', save.version === null ? '' : String(save.version));
  body.set('changed', save.fields.join(' '));
  let response: Response;
  try {
    response = await fetch(address, {
      method: 'POST',
      headers: { accept: 'application/json' },
      body,
      keepalive: save.leaving,
      signal: AbortSignal.timeout(PATIENCE_MS),
    });
  } catch {
    return { ok: false, code: 'offline' };
  }
  const answer: unknown = await response.json().catch(() => null);
  if (isAnswer(answer)) return answer;
  // The server's own door answers without our shape: too much text, or a server that is starting or stopping.
  return { ok: false, code: response.status === 413 ? 'tooLarge' : 'busy' };
}

function isAnswer(answer: unknown): answer is SaveAnswer {
  return typeof answer === 'object' && answer !== null && 'ok' in answer;
}
