import { syntheticDatabase } from './databases';
import { loadServer } from './measure';
import { directoryAddress, HOME, interfaceAddress, listSlugs, mapAddress, recordAddress } from './our-addresses';
import type { PartResult, RunOptions } from './results';
import { residentMebibytes, startOurs, withServer } from './servers';
import { endlessQuestions, FILTERS, VIEWS } from './workloads';

const RECORDS = 100_000;
const MOST_MEBIBYTES = 350;
const STEPS = 5;
/** Growth from the first step of the load to the last that still counts as flat. */
const FLAT = 1.1;

/** Memory of the server process at 100,000 records, at rest and under a mixed load. */
export async function measureMemory({ quick, say }: RunOptions): Promise<PartResult> {
  const file = await syntheticDatabase(RECORDS, say);
  const requests = quick ? 10_000 : 100_000;
  return withServer(startOurs(file), async (server) => {
    const nextUrl = mixedRequests(server.origin, file);
    const readings = [{ after: 0, mebibytes: residentMebibytes(server.pid), perSecond: 0 }];
    for (let step = 1; step <= STEPS; step += 1) {
      const perSecond = await loadServer(nextUrl, { requests: requests / STEPS });
      const reading = { after: (step * requests) / STEPS, mebibytes: residentMebibytes(server.pid), perSecond };
      readings.push(reading);
      say(`${reading.after.toLocaleString('en')} requests: ${Math.round(reading.mebibytes)} MiB`);
    }
    const most = Math.max(...readings.map(({ mebibytes }) => mebibytes));
    const first = readings[1]?.mebibytes ?? Number.NaN;
    const growth = (readings.at(-1)?.mebibytes ?? Number.NaN) / first;
    return {
      title: 'Memory',
      notes: [
        `Resident memory of the one server process at ${RECORDS.toLocaleString('en')} records, over ${requests.toLocaleString('en')} requests on 16 connections.`,
        'Of ten requests three are for the directory with a new question, three for a record, one each for the home page, a filter, the interface and the map.',
      ],
      goals: [
        {
          what: `memory at 100,000 records, highest of ${readings.length} readings`,
          ours: `${Math.round(most)} MiB`,
          limit: '',
          ratio: '',
          goal: `at most ${MOST_MEBIBYTES} MiB`,
          met: most <= MOST_MEBIBYTES,
        },
        {
          what: `memory after ${requests.toLocaleString('en')} requests against after ${(requests / STEPS).toLocaleString('en')}`,
          ours: `${Math.round(readings.at(-1)?.mebibytes ?? Number.NaN)} MiB`,
          limit: `${Math.round(first)} MiB`,
          ratio: `${growth.toFixed(2)}×`,
          goal: `flat (at most ${FLAT} times)`,
          met: growth <= FLAT,
        },
      ],
      tables: [
        {
          title: 'Readings',
          head: ['After requests', 'Resident', 'Requests a second in this step'],
          rows: readings.map(({ after, mebibytes, perSecond }) => [
            after.toLocaleString('en'),
            `${Math.round(mebibytes)} MiB`,
            after === 0 ? '–' : String(Math.round(perSecond)),
          ]),
        },
      ],
    };
  });
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
