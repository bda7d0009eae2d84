import 'server-only';
import type { Tx } from '@/lib/db';
import type { AnswerFault, StoryInput } from '../schema';

/** Keys of the files that a story names. */
export function fileKeysOf({ photos, documents }: Pick<StoryInput, 'photos' | 'documents'>): string[] {
  return [...photos, ...documents].map(({ file }) => file);
}

/** Files that are not there, or are somebody else's: a key alone gives no right to a file. */
export async function unknownFiles(
  tx: Tx,
  input: StoryInput,
  owner: { draftId: number | null; submissionId: number | null },
): Promise<AnswerFault[]> {
  const keys = fileKeysOf(input);
  if (keys.length === 0) return [];
  const owners = [
    ...(owner.draftId === null ? [] : [{ draftId: owner.draftId }]),
    ...(owner.submissionId === null ? [] : [{ submissionId: owner.submissionId }]),
  ];
  const rows = owners.length === 0 ? [] : await findFiles(tx, keys, owners);
  const known = new Map(rows.map(({ key, kind }) => [key, kind]));
  return (['photos', 'documents'] as const).flatMap((field) =>
    input[field].flatMap(({ file }, item) =>
      known.get(file) === (field === 'photos' ? 'photo' : 'document')
        ? []
        : [{ field, item, part: null, key: 'unknown' }],
    ),
  );
}

function findFiles(tx: Tx, keys: string[], owners: ({ draftId: number } | { submissionId: number })[]) {
  return tx.storedFile.findMany({
    where: { key: { in: keys }, OR: owners },
    select: { key: true, kind: true },
  });
}

/** The story's files belong to it from now on; what its draft also had stays with the draft and is erased with it. */
export async function takeFiles(tx: Tx, input: StoryInput, draftId: number, submissionId: number): Promise<void> {
  const key = { in: fileKeysOf(input) };
  await tx.storedFile.updateMany({ where: { draftId, key }, data: { submissionId, draftId: null } });
}
