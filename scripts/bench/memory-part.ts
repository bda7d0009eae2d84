import { syntheticDatabase } from './databases';
import { loadServer } from './measure';
import { directoryAddress, HOME, interfaceAddress, listSlugs, mapAddress, recordAddress } from './our-addresses';
import { type PartResult, type RunOptions, rounded, times } from './results';
import { type BenchServer, residentMebibytes, startOurs, withServer } from './servers';
import { endlessQuestions, FILTERS, VIEWS } from './workloads';

const RECORDS = 100_000;
const MOST_MEBIBYTES = 350;
const STEPS = 5;
/** Requests between two looks at the clock. */
const PORTION = 500;
/** A run that takes longer ends early, and says after how many requests. */
const MOST_MINUTES = { quick: 5, whole: 60 };
/** Growth from the first fifth of the load to its end that still counts as flat. */
const FLAT = 1.1;

interface Reading {
  after: number;
  mebibytes: number;
  /** Since the reading before. */
  perSecond: number;
}

/** Memory of the server process at 100,000 records, at rest and under a mixed load. */
export async function measureMemory({ quick, say }: RunOptions): Promise<PartResult> {
  const file = await syntheticDatabase(RECORDS, say);
  const wanted = quick ? 10_000 : 100_000;
  const deadline = Date.now() + 60_000 * (quick ? MOST_MINUTES.quick : MOST_MINUTES.whole);
  const readings = await withServer(startOurs(file, { JOBS: 'on' }), (server) =>
    readUnderLoad(server, file, wanted, deadline, say),
  );
  const [atRest, first] = readings as [Reading, Reading];
  const last = readings.at(-1) as Reading;
  const most = Math.max(...readings.map(({ mebibytes }) => mebibytes));
  return {
    title: 'Memory',
    notes: [
      `Resident memory of the one server process at ${count(RECORDS)} records, over ${count(last.after)} requests on 16 connections; ${mebibytes(atRest)} before the first. The timed jobs run in it, as with \`npm start\`.`,
      'Of ten requests three are for the directory with a new question, three for a record, one each for the home page, a filter, the interface and the map.',
      ...(last.after < wanted
        ? [`The run ended early, at its time limit: ${count(wanted)} requests were wanted.`]
        : []),
    ],
    goals: [
      {
        what: `memory at ${count(RECORDS)} records, highest of ${readings.length} readings`,
        ours: `${Math.round(most)} MiB`,
        limit: '',
        ratio: '',
        goal: `at most ${MOST_MEBIBYTES} MiB`,
        met: most <= MOST_MEBIBYTES,
      },
      {
        what: `memory after ${count(last.after)} requests against after ${count(first.after)}`,
        ours: mebibytes(last),
        limit: mebibytes(first),
        ratio: times(last.mebibytes / first.mebibytes),
        goal: `flat (at most ${FLAT} times)`,
        met: last.mebibytes <= FLAT * first.mebibytes,
      },
    ],
    tables: [
      {
        title: 'Readings',
        head: ['After requests', 'Resident', 'Requests a second since the reading before'],
        rows: readings.map((reading) => [
          count(reading.after),
          mebibytes(reading),
          reading.after === 0 ? '–' : rounded(reading.perSecond),
        ]),
      },
    ],
  };
}

const count = (value: number) => value.toLocaleString('en');
const mebibytes = (reading: Reading) => `${Math.round(reading.mebibytes)} MiB`;

async function readUnderLoad(
  server: BenchServer,
  file: string,
  wanted: number,
  deadline: number,
  say: RunOptions['say'],
): Promise<Reading[]> {
  const nextUrl = mixedRequests(server.origin, file);
  const readings: Reading[] = [{ after: 0, mebibytes: residentMebibytes(server.pid), perSecond: 0 }];
  let done = 0;
  let since = { done, at: performance.now() };
  while (done < wanted && Date.now() < deadline) {
    await loadServer(nextUrl, { requests: PORTION });
    done += PORTION;
    if (done % (wanted / STEPS) !== 0 && Date.now() < deadline) continue;
    const perSecond = (1_000 * (done - since.done)) / (performance.now() - since.at);
    readings.push({ after: done, mebibytes: residentMebibytes(server.pid), perSecond });
    say(`${count(done)} requests: ${mebibytes(readings.at(-1) as Reading)}`);
    since = { done, at: performance.now() };
  }
  return readings;
}

function mixedRequests(origin: string, file: string): () => string {
  const question = endlessQuestions();
  const slugs = listSlugs(file, 5_000);
  let number = 0;
  return () => {
    const turn = Math.floor(number / 10);
    const paths = [
      () => directoryAddress(question()),
      () => recordAddress(slugs[(turn * 3 + (number % 10)) % slugs.length] as string),
      () => HOME,
      () => directoryAddress(question()),
      () => recordAddress(slugs[(turn * 3 + (number % 10)) % slugs.length] as string),
      () => interfaceAddress(question()),
      () => directoryAddress(`${FILTERS[turn % FILTERS.length]}&page=${1 + (turn % 40)}`),
      () => recordAddress(slugs[(turn * 3 + (number % 10)) % slugs.length] as string),
      () => directoryAddress(question()),
      () => mapAddress(VIEWS[turn % VIEWS.length] as (typeof VIEWS)[number]),
    ] as const;
    const path = (paths[number % 10] as () => string)();
    number += 1;
    return origin + path;
  };
}
