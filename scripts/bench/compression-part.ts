import zlib from 'node:zlib';
import { PAGE_BROTLI_QUALITY, PAGE_GZIP_LEVEL, STREAM_BROTLI_QUALITY, STREAM_GZIP_LEVEL } from '@/server/encodings';
import { syntheticDatabase } from './databases';
import { fetchBody, median, timeRequests, timeSideBySide } from './measure';
import { directoryAddress } from './our-addresses';
import { kilobytes, ms, type PartResult, type RunOptions, rounded, times } from './results';
import { startOurs, withServer } from './servers';
import { endlessQuestions, textParams } from './workloads';

interface Level {
  name: string;
  encode: (body: Buffer) => Buffer;
}

const GZIP_LEVELS = [1, 2, 3, 4, 5, 6, 7, 8, 9];
const BROTLI_QUALITIES = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11];

/** What compressing a directory page costs at each level, and what the visitor of a page waits for it. */
export async function measureCompression({ quick, say }: RunOptions): Promise<PartResult> {
  const file = await syntheticDatabase(10_000, say);
  return withServer(startOurs(file), async (server) => {
    const body = await fetchBody(server.origin + directoryAddress(textParams('zadruga')));
    say('compressing a directory page at every level');
    const levels = [...GZIP_LEVELS.map(gzipLevel), ...BROTLI_QUALITIES.map(brotliLevel)];
    const costs = timeSideBySide(
      [body],
      quick ? 8 : 40,
      levels.map(({ encode }) => encode),
    ).map(median);

    say('asking the server for new pages in each encoding');
    const next = endlessQuestions();
    const nextUrl = () => server.origin + directoryAddress(next());
    const waits = new Map<string, { medianMs: number; bytes: number }>();
    for (const encoding of ['identity', 'gzip', 'br']) {
      waits.set(encoding, await timeRequests(nextUrl, quick ? 60 : 300, { 'accept-encoding': encoding }));
    }
    const page = waits.get('identity')?.medianMs ?? Number.NaN;
    const cost = (name: string) => costs[levels.findIndex((level) => level.name === name)] ?? Number.NaN;
    const used = usedLevels();
    return {
      title: 'Compression',
      notes: [
        `One directory page of ${kilobytes(body.length)} of HTML at 10,000 records; the cost of a level is measured alone, on one core.`,
        'Files of the build are compressed once, with brotli 11 and gzip 9, and cost nothing at the time of the request.',
        `The server uses ${used.map(({ name, where }) => `${name} ${where}`).join(', ')}.`,
      ],
      goals: used.map(({ name, where }) => ({
        what: `compression, ${name} (${where}), against rendering the page`,
        ours: ms(cost(name)),
        limit: ms(page),
        ratio: times(cost(name) / page),
        goal: 'less than the page',
        met: cost(name) < page,
      })),
      tables: [
        {
          title: 'Levels',
          head: ['Level', 'Time', 'Size', 'Share of the HTML', 'Time / rendering'],
          rows: levels.map(({ name, encode }, index) => {
            const size = encode(body).length;
            const share = `${rounded((100 * size) / body.length)} %`;
            return [
              name,
              ms(costs[index] ?? Number.NaN),
              kilobytes(size),
              share,
              times((costs[index] ?? Number.NaN) / page),
            ];
          }),
        },
        {
          title: 'A directory page that nobody asked for before',
          head: ['Encoding', 'Median', 'On the wire'],
          rows: [...waits].map(([encoding, { medianMs, bytes }]) => [encoding, ms(medianMs), kilobytes(bytes)]),
        },
      ],
    };
  });
}

function usedLevels(): { name: string; where: string }[] {
  return [
    { name: `brotli ${PAGE_BROTLI_QUALITY}`, where: 'for kept pages' },
    { name: `gzip ${PAGE_GZIP_LEVEL}`, where: 'for kept pages' },
    { name: `brotli ${STREAM_BROTLI_QUALITY}`, where: 'for the rest' },
    { name: `gzip ${STREAM_GZIP_LEVEL}`, where: 'for the rest' },
  ];
}

function gzipLevel(level: number): Level {
  return { name: `gzip ${level}`, encode: (body) => zlib.gzipSync(body, { level }) };
}

function brotliLevel(quality: number): Level {
  const { BROTLI_PARAM_QUALITY, BROTLI_PARAM_MODE, BROTLI_MODE_TEXT, BROTLI_PARAM_SIZE_HINT } = zlib.constants;
  return {
    name: `brotli ${quality}`,
    encode: (body) =>
      zlib.brotliCompressSync(body, {
        params: {
          [BROTLI_PARAM_QUALITY]: quality,
          [BROTLI_PARAM_MODE]: BROTLI_MODE_TEXT,
          [BROTLI_PARAM_SIZE_HINT]: body.length,
        },
      }),
  };
}
