import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { findRejected } from '@/lib/imports/desk/queries';
import { deskPost } from '../../desk-post';
import { idOf } from '../answers';

/** Hands out the rows that were not written, as they came. */
export const POST = deskPost('importRecords', async ({ staff, field }) => {
  const found = await findRejected(staff, idOf(field('id')));
  const known = found.ok ? await stat(found.value.path).catch(() => null) : null;
  if (!found.ok || !known) return { page: '/desk/import', query: { fault: 'unknown' } };
  const { path, name } = found.value;
  return new Response(Readable.toWeb(createReadStream(path)) as ReadableStream, {
    headers: {
      'content-type': name.endsWith('.csv') ? 'text/csv; charset=utf-8' : 'application/geo+json',
      'content-length': String(known.size),
      'content-disposition': `attachment; filename="${name}"`,
      'cache-control': 'no-store',
    },
  });
});
