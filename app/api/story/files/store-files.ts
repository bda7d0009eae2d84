import 'server-only';
import { addressKey, takeBudgets } from '@/lib/abuse/limits';
import { FILE_FIELDS } from '@/lib/files/answers';
import { storeUpload } from '@/lib/files/commands';
import type { FileKind } from '@/lib/files/fields';
import type { ReceivedFile } from '@/lib/files/receive';
import type { FileVerdict } from '@/lib/files/schema';

/** Stores the files of one request, each with a verdict of its own: one that is refused takes no other with it. */
export async function storeFiles(
  headers: Headers,
  draftSecret: string,
  files: readonly ReceivedFile[],
): Promise<FileVerdict[]> {
  const verdicts: FileVerdict[] = [];
  for (const file of files) {
    const kind = (Object.keys(FILE_FIELDS) as FileKind[]).find((known) => FILE_FIELDS[known] === file.field);
    if (kind) verdicts.push(await storeOne(headers, draftSecret, kind, file));
  }
  return verdicts;
}

async function storeOne(
  headers: Headers,
  draftSecret: string,
  kind: FileKind,
  { name, path, refused }: ReceivedFile,
): Promise<FileVerdict> {
  const no = (code: Extract<FileVerdict, { ok: false }>['code']): FileVerdict => ({ ok: false, kind, name, code });
  if (refused) return no(refused);
  const admitted = await takeBudgets([{ budget: 'uploadFromAddress', key: addressKey(headers) }]);
  if (!admitted.ok) return no(admitted.error.code === 'full' ? 'diskFull' : admitted.error.code);
  const stored = await storeUpload({ draftSecret, kind, originalName: name, content: { path } });
  if (stored.ok) return { ok: true, kind, name, key: stored.value.key };
  return no(stored.error.code === 'gone' ? 'interrupted' : stored.error.code);
}
