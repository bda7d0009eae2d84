import { statSync } from 'node:fs';
import { receiveImport } from '@/lib/imports/desk/commands';
import { LARGEST_IMPORT, LARGEST_IMPORT_REQUEST } from '@/lib/imports/desk/limits';
import { type Answer, deskUpload } from '../../desk-post';

const trouble = (fault: string): Answer => ({ page: '/desk/import', query: { fault } });

export const POST = deskUpload(
  'importRecords',
  { fileBytes: LARGEST_IMPORT, requestBytes: LARGEST_IMPORT_REQUEST },
  async ({ staff, received }) => {
    const [file] = received.files;
    if (!file) return trouble('noFile');
    if (file.refused)
      return trouble(file.refused === 'diskFull' ? 'full' : file.refused === 'empty' ? 'noFile' : 'tooLarge');
    const { size: bytes } = statSync(file.path);
    const result = await receiveImport(staff, { received: file.path, name: file.name || 'list', bytes });
    if (!result.ok) return trouble(result.error.code);
    return { page: '/desk/import/[id]', params: { id: String(result.value.id) } };
  },
  trouble,
);
