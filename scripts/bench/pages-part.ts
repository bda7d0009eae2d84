import { syntheticDatabase } from './databases';
import { STATIC_SIZES } from './limit-app/app/static-sizes';
import { openLimitQueries } from './limit-queries';
import { inTurn, loadServer, median, type NextUrl, type Sample, timeRequests, timeSideBySide } from './measure';
import { directoryAddress, HOME, interfaceAddress, listSlugs, recordAddress } from './our-addresses';
import {
  atLeastShare,
  type Goal,
  kilobytes,
  ms,
  type PartResult,
  perSecond,
  type RunOptions,
  times,
  withinTimes,
} from './results';
import { type BenchServer, startLimitApp, startOurs } from './servers';
import { endlessQuestions, TEXTS, textParams } from './workloads';

const RECORDS = 10_000;

/** One kind of request to ours, and the empty one of Next that it is measured against. */
interface Contest {
  name: string;
  ours: NextUrl;
  /** Address of the limit; bytes are those of our answer. */
  limit: (bytes: number) => string;
  /** Milliseconds that the limit would also have to spend. */
  limitAlsoMs?: number;
  goals: (outcome: Outcome) => Goal[];
}

interface Outcome {
  name: string;
  ours: Sample & { perSecond: number };
  limit: Sample & { perSecond: number };
  limitMs: number;
}

/** Our pages and the interface at 10,000 records against empty pages of Next, request by request and under load. */
export async function measurePages(options: RunOptions): Promise<PartResult> {
  const file = await syntheticDatabase(RECORDS, options.say);
  const bareMs = bareMedian(file);
  const servers: BenchServer[] = [];
  const begin = async (server: Promise<BenchServer>) => {
    servers.push(await server);
    return servers.at(-1)?.origin ?? '';
  };
  try {
    const limit = await begin(startLimitApp());
    const keeping = await begin(startOurs(file));
    const plain = await begin(startOurs(file, { PAGE_CACHE: 'off' }));
    const outcomes: { outcome: Outcome; goals: Goal[] }[] = [];
    for (const contest of listContests({ limit, keeping, plain }, listSlugs(file, 2_000), bareMs)) {
      options.say(`asking: ${contest.name}`);
      const outcome = await hold(contest, options.quick);
      outcomes.push({ outcome, goals: contest.goals(outcome) });
    }
    return {
      title: 'Pages and interface',
      notes: [
        `${RECORDS.toLocaleString('en')} records. Median of requests one after another on one connection, and requests a second on 16 connections; ours and the limit take turns.`,
        'The limit is Next as it comes (`next start`) with an empty dynamic page of the same size of HTML, an empty route, or a static page. None of the answers is compressed here; see Compression.',
        `The bare query for rank and total takes ${ms(bareMs)} over the same texts.`,
        '“New” never asks the same question twice, so that nothing comes from a cache. “Asked before” goes through the same thirty texts, or two hundred records.',
        'A page is kept from its first visitor until the next write, and the goals are of pages as they are served so. The rows “new” and “page cache off” say what that first visitor waits for; they have no goal, and are far above 1.5 times (docs/decisions/0011).',
      ],
      goals: outcomes.flatMap(({ goals }) => goals),
      tables: [
        {
          title: 'One connection and sixteen',
          head: ['Request', 'Ours', '95th', 'Limit', 'Ratio', 'Ours, 16', 'Limit, 16', 'Share', 'Bytes: ours', 'limit'],
          rows: outcomes.map(({ outcome: { name, ours, limit: other, limitMs } }) => [
            name,
            ms(ours.medianMs),
            ms(ours.p95Ms),
            ms(limitMs),
            times(ours.medianMs / limitMs),
            perSecond(ours.perSecond),
            perSecond(other.perSecond),
            times(ours.perSecond / other.perSecond),
            kilobytes(ours.bytes),
            kilobytes(other.bytes),
          ]),
        },
      ],
    };
  } finally {
    for (const server of servers) await server.stop();
  }
}

/** `plain` is our server without its page cache. */
interface Origins {
  limit: string;
  keeping: string;
  plain: string;
}

function listContests({ limit, keeping, plain }: Origins, slugs: readonly string[], bareMs: number): Contest[] {
  const newQuestion = (origin: string, address: (query: string) => string): NextUrl => {
    const next = endlessQuestions();
    return () => origin + address(next());
  };
  const thirty = (origin: string, address: (query: string) => string) =>
    inTurn(TEXTS.map((text) => origin + address(textParams(text))));
  const records = (origin: string, some: readonly string[]) => inTurn(some.map((slug) => origin + recordAddress(slug)));

  const route = () => `${limit}/api/empty`;
  const dynamic = (bytes: number) => `${limit}/dynamic?bytes=${bytes}`;
  const still = (bytes: number) => `${limit}/static/${nearestStaticSize(bytes)}`;

  const interfaceGoal = ({ name, ours, limitMs }: Outcome) => [withinTimes(name, ours.medianMs, limitMs, 2)];
  const pageGoals = ({ name, ours, limit: other, limitMs }: Outcome) => [
    withinTimes(name, ours.medianMs, limitMs, 1.5),
    atLeastShare(`${name}, 16 connections`, ours.perSecond, other.perSecond, 0.6),
  ];
  /** What the first visitor after a write waits for stands in the table; the goals are of pages as they are served. */
  const noGoals = () => [];
  const staticGoal = ({ name, ours, limitMs }: Outcome) => [
    withinTimes(`${name}, against a static page`, ours.medianMs, limitMs, 2),
  ];

  return [
    {
      name: 'interface, new',
      ours: newQuestion(keeping, interfaceAddress),
      limit: route,
      limitAlsoMs: bareMs,
      goals: interfaceGoal,
    },
    {
      name: 'interface, asked before',
      ours: thirty(keeping, interfaceAddress),
      limit: route,
      limitAlsoMs: bareMs,
      goals: interfaceGoal,
    },
    { name: 'directory, new', ours: newQuestion(keeping, directoryAddress), limit: dynamic, goals: noGoals },
    { name: 'directory, asked before', ours: thirty(keeping, directoryAddress), limit: dynamic, goals: pageGoals },
    { name: 'directory, page cache off', ours: newQuestion(plain, directoryAddress), limit: dynamic, goals: noGoals },
    { name: 'record, new', ours: records(keeping, slugs), limit: dynamic, goals: noGoals },
    { name: 'record, asked before', ours: records(keeping, slugs.slice(0, 50)), limit: dynamic, goals: pageGoals },
    { name: 'record, page cache off', ours: records(plain, slugs), limit: dynamic, goals: noGoals },
    { name: 'record, kept', ours: records(keeping, slugs.slice(0, 20)), limit: still, goals: staticGoal },
    { name: 'home, kept', ours: inTurn([keeping + HOME]), limit: still, goals: staticGoal },
    { name: 'home, page cache off', ours: inTurn([plain + HOME]), limit: dynamic, goals: noGoals },
  ];
}

function nearestStaticSize(bytes: number): number {
  return STATIC_SIZES.reduce((best, size) => (Math.abs(size - bytes) < Math.abs(best - bytes) ? size : best));
}

/** Takes turns between ours and the limit, so that a machine that slows down slows both. */
async function hold({ name, ours, limit, limitAlsoMs = 0 }: Contest, quick: boolean): Promise<Outcome> {
  const turns = quick ? 2 : 3;
  const requests = quick ? 60 : 150;
  const seconds = quick ? 2 : 5;
  const oursTurns: Outcome['ours'][] = [];
  const limitTurns: Outcome['limit'][] = [];
  for (let turn = 0; turn < turns; turn += 1) {
    const sample = await timeRequests(ours, requests);
    const limitUrl = inTurn([limit(sample.bytes)]);
    const limitSample = await timeRequests(limitUrl, requests);
    limitTurns.push({ ...limitSample, perSecond: await loadServer(limitUrl, { seconds }) });
    oursTurns.push({ ...sample, perSecond: await loadServer(ours, { seconds }) });
  }
  const merged = { name, ours: mergeTurns(oursTurns), limit: mergeTurns(limitTurns) };
  return { ...merged, limitMs: merged.limit.medianMs + limitAlsoMs };
}

function mergeTurns(turns: readonly Outcome['ours'][]): Outcome['ours'] {
  const of = (pick: (turn: Outcome['ours']) => number) => median(turns.map(pick));
  return {
    medianMs: of((turn) => turn.medianMs),
    p95Ms: of((turn) => turn.p95Ms),
    bytes: of((turn) => turn.bytes),
    perSecond: of((turn) => turn.perSecond),
  };
}

function bareMedian(file: string): number {
  const limit = openLimitQueries(file);
  const [times_ = []] = timeSideBySide(TEXTS, 20, [limit.rankAndTotal]);
  limit.close();
  return median(times_);
}
