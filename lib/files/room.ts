import 'server-only';
import { mkdir, statfs } from 'node:fs/promises';
import { dataDir } from '@/lib/env';

/** What must stay free where the database lies, in bytes: a disk that uploads filled would stop every draft. */
const KEPT_FREE = 256 * 1024 * 1024;

/** Whether files may still be taken. */
export async function hasDiskRoom(): Promise<boolean> {
  await mkdir(dataDir(), { recursive: true });
  const { bavail, bsize } = await statfs(dataDir());
  return bavail * bsize > KEPT_FREE;
}
