import type { Answer } from '../desk-post';
import { idOf } from '../enterprises/answers';

/** Back to the page of an import, with the code of what stood in the way, if anything did. */
export function toImport(
  id: number,
  result: { ok: true } | { ok: false; error: { code: string } },
  query: Readonly<Record<string, string>> = {},
): Answer {
  const fault = result.ok ? {} : { fault: result.error.code };
  if (id === 0 || (!result.ok && result.error.code === 'unknown')) return { page: '/desk/import', query: fault };
  return { page: '/desk/import/[id]', params: { id: String(id) }, query: { ...query, ...fault } };
}

export { idOf };
