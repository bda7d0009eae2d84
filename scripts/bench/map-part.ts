import { syntheticDatabase } from './databases';
import { openLimitQueries } from './limit-queries';
import { inTurn, median, timeRequests, timeSideBySide } from './measure';
import { mapAddress } from './our-addresses';
import { type Goal, kilobytes, ms, type PartResult, type RunOptions, times } from './results';
import { startOurs, withServer } from './servers';
import { VIEWS } from './workloads';

const RECORDS = 100_000;
const MOST_BYTES = 60_000;
const MOST_TIMES = 2;

interface ViewFigures {
  name: string;
  rectangle: number;
  bareMs: number;
  bareOf500Ms: number;
  oursMs: number;
  bytes: { plain: number; gzip: number; brotli: number };
}

/** What the map asks for at 100,000 records: bytes on the wire, and time against the bare rectangle. */
export async function measureMap({ quick, say }: RunOptions): Promise<PartResult> {
  const file = await syntheticDatabase(RECORDS, say);
  const limit = openLimitQueries(file);
  const rounds = quick ? 10 : 40;
  try {
    const views = await withServer(startOurs(file), async ({ origin }) => {
      const figures: ViewFigures[] = [];
      for (const view of VIEWS) {
        say(`asking for the map: ${view.name}`);
        const [bare = [], bareOf500 = []] = timeSideBySide([view.box], rounds, [limit.rectangle, limit.rectangleOf500]);
        const nextUrl = inTurn([origin + mapAddress(view)]);
        const ask = (encoding: string) => timeRequests(nextUrl, rounds, { 'accept-encoding': encoding });
        const plain = await ask('identity');
        figures.push({
          name: view.name,
          rectangle: limit.rectangle(view.box),
          bareMs: median(bare),
          bareOf500Ms: median(bareOf500),
          oursMs: plain.medianMs,
          bytes: { plain: plain.bytes, gzip: (await ask('gzip')).bytes, brotli: (await ask('br')).bytes },
        });
      }
      return figures;
    });
    return {
      title: 'Map',
      notes: [
        `Ten views of ${RECORDS.toLocaleString('en')} records without any other filter, over one connection.`,
        'The bare query reads id and position of every record in the rectangle from a table that holds nothing else, with an index; “500” stops after 500. It runs in the benchmark’s process, without HTTP; ours is the whole request.',
      ],
      goals: [...goalsOf(views)],
      tables: [
        {
          title: 'Views',
          head: ['View', 'Records in it', 'Bare', 'Bare, 500', 'Ours', 'Ours / bare', 'Plain', 'gzip', 'brotli'],
          rows: views.map(({ name, rectangle, bareMs, bareOf500Ms, oursMs, bytes }) => [
            name,
            rectangle.toLocaleString('en'),
            ms(bareMs),
            ms(bareOf500Ms),
            ms(oursMs),
            times(oursMs / bareMs),
            kilobytes(bytes.plain),
            kilobytes(bytes.gzip),
            kilobytes(bytes.brotli),
          ]),
        },
      ],
    };
  } finally {
    limit.close();
  }
}

function goalsOf(views: readonly ViewFigures[]): Goal[] {
  const heaviest = Math.max(...views.map(({ bytes }) => bytes.gzip));
  const whole = views[0] as ViewFigures;
  const ours = median(views.map(({ oursMs }) => oursMs));
  const bare = median(views.map(({ bareMs }) => bareMs));
  const against = (what: string, oursMs: number, bareMs: number): Goal => ({
    what,
    ours: ms(oursMs),
    limit: ms(bareMs),
    ratio: times(oursMs / bareMs),
    goal: `at most ${MOST_TIMES} times`,
    met: oursMs <= MOST_TIMES * bareMs,
  });
  return [
    {
      what: 'heaviest map view of 100,000 records, gzip',
      ours: kilobytes(heaviest),
      limit: '',
      ratio: '',
      goal: `at most ${MOST_BYTES / 1_000} kB`,
      met: heaviest <= MOST_BYTES,
    },
    against('map of the whole country, 100,000 records, against the bare rectangle', whole.oursMs, whole.bareMs),
    against('map view, median of ten, against the bare rectangle', ours, bare),
  ];
}
