import path from 'node:path';
import { dataDir } from '@/lib/env';

/** Folder of the backups that rotate. */
export const backupsFolder = () => path.join(dataDir(), 'backups');
