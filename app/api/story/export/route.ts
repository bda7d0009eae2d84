import { readFile } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { zip } from '@/lib/shared/zip';
import { exportSubmission } from '@/lib/submissions/commands';
import { answerForm } from '../_support/answer-form';
import { firstOf } from '../_support/form';

/** Everything that we hold of a story, for its author: one archive with a JSON file and the photos and documents. */
export function POST(request: Request): Promise<Response> {
  const query = (entries: Parameters<typeof firstOf>[0]) => ({ t: firstOf(entries, 't') });
  return answerForm(request, '/have-your-say/my-story', query, async ({ entries, again }) => {
    const story = await exportSubmission(firstOf(entries, 't'));
    if (!story) return again({ code: 'notFound' });
    const text = `${JSON.stringify(story.json, null, 2)}\n`;
    const archive = zip(
      [
        { name: `${story.name}.json`, read: () => new TextEncoder().encode(text) },
        ...story.files.map(({ name, path }) => ({ name, read: () => readFile(path) })),
      ],
      new Date(),
    );
    return new Response(Readable.toWeb(Readable.from(archive)) as ReadableStream<Uint8Array>, {
      headers: {
        'content-type': 'application/zip',
        'content-disposition': `attachment; filename="${story.name}.zip"`,
        'cache-control': 'no-store',
      },
    });
  });
}
