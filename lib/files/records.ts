import 'server-only';
import type { Prisma, Tx } from '@/lib/db';
import { rows } from '@/lib/db/rows';
import type { DocumentAnswer, ExistingFile, PhotoAnswer } from './answers';
import type { FileKind } from './fields';
import type { DocumentView, PhotoView, Rendition } from './schema';

const SELECT = {
  id: true,
  key: true,
  kind: true,
  originalName: true,
  sha256: true,
  bytes: true,
  width: true,
  height: true,
  pages: true,
  renditions: true,
  offeredPlace: true,
  isPublic: true,
  draftId: true,
  submissionId: true,
} as const satisfies Prisma.StoredFileSelect;

const COLUMNS = Object.keys(SELECT) as (keyof typeof SELECT)[];

export type FileRow = Prisma.StoredFileGetPayload<{ select: typeof SELECT }>;

/** The draft that files belong to, and the story that it is an edit of. */
export interface DraftOwner {
  draftId: number;
  revisesId: number | null;
}

/** Files of a draft and of the story that it revises, in the order in which they came. */
export async function findFilesOfDraft(tx: Tx, { draftId, revisesId }: DraftOwner): Promise<FileRow[]> {
  const db = await rows(tx);
  const own = db.findAll('StoredFile', { draftId }, COLUMNS);
  const revised = revisesId === null ? [] : db.findAll('StoredFile', { submissionId: revisesId }, COLUMNS);
  return [...new Map([...own, ...revised].map((row) => [row.id, row])).values()].sort((a, b) => a.id - b.id);
}

export function findFilesOfSubmission(tx: Tx, submissionId: number): Promise<FileRow[]> {
  return tx.storedFile.findMany({ where: { submissionId }, orderBy: { id: 'asc' }, select: SELECT });
}

export function findFile(tx: Tx, key: string): Promise<FileRow | null> {
  return tx.storedFile.findUnique({ where: { key }, select: SELECT });
}

/** The pictures of a photo, `original` among them; empty for a document. */
export function renditionsOf(row: Pick<FileRow, 'renditions'>): Rendition[] {
  return JSON.parse(row.renditions) as Rendition[];
}

/** Hashes of all contents that a row names. */
export function hashesOf(row: Pick<FileRow, 'sha256' | 'renditions'>): string[] {
  return [...new Set([row.sha256, ...renditionsOf(row).map(({ sha256 }) => sha256)])];
}

export function toExisting(row: FileRow, draftId: number): ExistingFile {
  return { key: row.key, kind: row.kind as FileKind, own: row.draftId === draftId };
}

export function toPhotoView(row: FileRow, { alt, author }: Pick<PhotoAnswer, 'alt' | 'author'>): PhotoView {
  const sizes = renditionsOf(row).filter(({ name, format }) => name !== 'original' && format === 'jpg');
  return {
    key: row.key,
    name: row.originalName,
    bytes: row.bytes,
    width: row.width ?? 0,
    height: row.height ?? 0,
    sizes: sizes.map(({ name, width, height }) => ({ name, width, height })),
    alt,
    author,
    offersPlace: row.offeredPlace !== null,
  };
}

export function toDocumentView(row: FileRow, { audience }: Pick<DocumentAnswer, 'audience'>): DocumentView {
  return { key: row.key, name: row.originalName, bytes: row.bytes, pages: row.pages ?? 0, audience };
}
