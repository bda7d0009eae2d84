import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { performance } from 'node:perf_hooks';
import { realDatabase } from './databases';
import { type DeskBrowser, joinDesk } from './desk-session';
import { fetchBody, median, percentile, type Sample, timeRequests } from './measure';
import { type Goal, kilobytes, ms, type PartResult, type RunOptions, times, withinTimes } from './results';
import { type BenchServer, finish, runNode, startLimitApp, startOurs, withServer } from './servers';

const WAITING = 5_000;
/** Stories that are decided; the desk must not feel them. */
const ARCHIVE = 20_000;

interface Row {
  name: string;
  ours: Sample;
  limit: Sample;
  /** At most so many times the limit; null where none is promised. */
  goal: number | null;
}

/** The desk with 5,000 stories that wait: the queue's pages and a decision, against an empty dynamic page of Next. */
export async function measureDesk({ quick, say }: RunOptions): Promise<PartResult> {
  const folder = mkdtempSync(path.join(tmpdir(), 'solidarna-mapa-bench-desk-'));
  const [waiting, archive] = quick ? [500, 500] : [WAITING, ARCHIVE];
  const count = quick ? 40 : 200;
  try {
    const rows: Row[] = [];
    await withServer(startLimitApp(), async (limit) => {
      for (const decided of [0, archive]) {
        const file = path.join(folder, `desk-${decided}.db`);
        copyFileSync(await realDatabase(say), file);
        say(`writing ${waiting} synthetic stories that wait and ${decided} that are decided`);
        const settings = { DATABASE_URL: `file:${file}`, DATA_DIR: folder };
        const made = runNode(
          ['scripts/run.mjs', 'scripts/bench/desk-database.ts', String(waiting), String(decided)],
          settings,
        );
        const invitation = (await finish(made)).trim().split('\n').at(-1) ?? '';
        const label = `with ${decided.toLocaleString('en')} decided ones`;
        await withServer(startOurs(file), async (ours) => {
          const browser = await joinDesk(ours, invitation);
          say(`asking the queue, ${label}`);
          rows.push(...(await queuePages({ ours, limit, browser, count, label })));
          say(`deciding, ${label}`);
          rows.push(await decisions({ ours, limit, browser, count: Math.min(count, waiting / 4), label }));
        });
      }
    });
    return {
      title: 'Desk',
      notes: [
        `${waiting.toLocaleString('en')} synthetic stories wait; the same is measured beside an archive of decided ones, which must make no difference.`,
        'The limit is `next start` with an empty dynamic page of the same size of HTML; of a decision it is the smallest one.',
        'A decision is the whole form post: origin, session, right, state machine, log, audit row, mail and queue, in one transaction.',
      ],
      goals: rows.flatMap(({ name, ours, limit, goal }): Goal[] =>
        goal === null ? [] : [withinTimes(name, ours.medianMs, limit.medianMs, goal)],
      ),
      tables: [
        {
          title: 'Pages and decisions',
          head: ['What', 'Ours', '95th', 'Limit', 'Ratio', 'Bytes'],
          rows: rows.map(({ name, ours, limit }) => [
            ...[name, ms(ours.medianMs), ms(ours.p95Ms), ms(limit.medianMs)],
            ...[times(ours.medianMs / limit.medianMs), kilobytes(ours.bytes)],
          ]),
        },
      ],
    };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

interface Run {
  ours: BenchServer;
  limit: BenchServer;
  browser: DeskBrowser;
  count: number;
  label: string;
}

async function queuePages({ ours, limit, browser, count, label }: Run): Promise<Row[]> {
  const headers = { cookie: browser.cookie };
  const first = `${ours.origin}/ured`;
  const html = (await fetchBody(first, headers)).toString();
  const second = ours.origin + (/href="(\/ured\?[^"]*after=[^"]+)"/.exec(html)?.[1] ?? '').replaceAll('&amp;', '&');
  const pages: [string, string, number | null][] = [
    ['the queue’s first page', first, 3],
    ['its second page', second, null],
    ['the queue, searched', `${first}?q=prica+42`, null],
    ['the queue, what is late', `${first}?view=late`, null],
  ];
  const rows: Row[] = [];
  for (const [name, url, goal] of pages) {
    const { length } = await fetchBody(url, headers);
    rows.push({
      ...{ name: `${name}, ${label}`, goal },
      ours: await timeRequests(() => url, count, headers),
      limit: await timeRequests(() => `${limit.origin}/dynamic?bytes=${length}`, count),
    });
  }
  return rows;
}

/**
 * Decides stories one after the other as the page of one does: its form is sent, and the answer opens the next story, which
 * is taken by it.
 */
async function decisions({ ours, limit, browser, count, label }: Run): Promise<Row> {
  const spent: number[] = [];
  const limits: number[] = [];
  let page = await browser.post('/api/desk/queue/next', {});
  for (let n = 0; n < count; n += 1) {
    const html = (await fetchBody(ours.origin + page, { cookie: browser.cookie })).toString();
    const form = /<form[^>]*action="\/api\/desk\/stories\/decide"[^>]*>[\s\S]*?<\/form>/.exec(html)?.[0] ?? '';
    const fields = Object.fromEntries(
      [...form.matchAll(/name="([^"]+)" value="([^"]*)"/g)].map(([, name = '', value = '']) => [name, value]),
    );
    const start = performance.now();
    page = await browser.post('/api/desk/stories/decide', { ...fields, decision: 'approve', when: 'later' });
    spent.push(performance.now() - start);
    // In turn, so that both servers have stood still as long.
    limits.push((await timeRequests(() => `${limit.origin}/dynamic`, 1)).medianMs);
    if (/fault=|^status/.test(page)) throw new Error(`A decision was refused: ${page}`);
  }
  return {
    ...{ name: `a decision, ${label}`, goal: 2 },
    ours: { medianMs: median(spent), p95Ms: percentile(spent, 0.95), bytes: 0 },
    limit: { medianMs: median(limits), p95Ms: percentile(limits, 0.95), bytes: 0 },
  };
}
