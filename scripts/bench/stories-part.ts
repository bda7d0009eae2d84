import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { performance } from 'node:perf_hooks';
import type { Browser } from '@playwright/test';
import { hrefFor } from '@/lib/i18n/navigation';
import { stepNumber } from '@/lib/story-form/steps';
import { FORM_PAGES, type FormPage } from '@/lib/submissions/fields';
import { openBrowser } from './browser';
import { realDatabase, syntheticDatabase } from './databases';
import { STATIC_SIZES } from './limit-app/app/static-sizes';
import { fetchBody, median, percentile, type Sample, timeRequests } from './measure';
import { directoryAddress } from './our-addresses';
import { type Goal, kilobytes, ms, type PartResult, type RunOptions, rounded, times, withinTimes } from './results';
import { type BenchServer, startLimitApp, startOurs, withServer } from './servers';
import { type Cookie, pagesOf, STORY_ORIGIN, saveStoryPage, sendStory } from './story-writer';
import { type PageWeight, PHONE, weighPage } from './weight-part';
import { endlessQuestions } from './workloads';

const RECORDS = 10_000;
const STORIES_A_MINUTE = 200;
/** A browser or a proxy on this machine, that may say for whom it asks: each writer has an address of their own. */
const SETTINGS = { TRUSTED_PROXIES: '127.0.0.1, ::1', JOBS: 'on' };

const stepAddress = (step: FormPage) =>
  hrefFor('sr-Latn', '/have-your-say/form/[step]', { step: String(stepNumber(step)) });

/** The form "Have your say!": its pages against an empty one of Next, their scripts, and many stories at once. */
export async function measureStories(options: RunOptions): Promise<PartResult> {
  const folder = mkdtempSync(path.join(tmpdir(), 'solidarna-mapa-bench-stories-'));
  const copy = (file: string, name: string) => {
    copyFileSync(file, path.join(folder, name));
    return path.join(folder, name);
  };
  try {
    const real = copy(await realDatabase(options.say), 'real.db');
    const large = copy(await syntheticDatabase(RECORDS, options.say), 'large.db');
    const pages = await comparePages(real, options);
    const weights = await weighForm(real, options.say);
    const rush = await rushOfStories(large, options);
    return {
      title: 'Stories',
      notes: [
        'The frame of a page of the form is kept, and each visitor’s own part is written into it anew (docs/decisions/0019); no whole page is kept. The limit is `next start` with an empty dynamic page of the same size of HTML. "With a draft": every question is answered.',
        'Scripts are weighed as in "Weight", after the page came to rest on a phone.',
        `Stories go the whole way of the form: six pages saved, one after the other, then sent; each from an address of its own, by ${STORIES_A_MINUTE} writers who begin evenly over the minute. Meanwhile one visitor searches the directory of ${RECORDS.toLocaleString('en')} records, never asking the same twice.`,
      ],
      goals: [...pages.goals, ...weights.goals, ...rush.goals],
      tables: [pages.table, weights.table, rush.table],
    };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function comparePages(file: string, { quick, say }: RunOptions) {
  const count = quick ? 60 : 200;
  const rows: { name: string; ours: Sample; limit: Sample }[] = [];
  await withServer(startLimitApp(), (limit) =>
    withServer(startOurs(file, SETTINGS), async (ours) => {
      const cookie = await wholeDraft(ours);
      for (const step of FORM_PAGES) {
        for (const [kind, headers] of [
          ['empty', {}],
          ['with a draft', { cookie }],
        ] as [string, Record<string, string>][]) {
          say(`asking: form page ${step}, ${kind}`);
          const url = ours.origin + stepAddress(step);
          const { length } = await fetchBody(url, headers);
          rows.push({
            name: `form page “${step}”, ${kind}`,
            ours: await timeRequests(() => url, count, headers),
            limit: await timeRequests(() => `${limit.origin}/dynamic?bytes=${length}`, count),
          });
        }
      }
    }),
  );
  return {
    goals: rows.map(({ name, ours, limit }): Goal => withinTimes(name, ours.medianMs, limit.medianMs, 2)),
    table: {
      title: 'Pages of the form',
      head: ['Page', 'Ours', '95th', 'Limit', 'Ratio', 'Bytes: ours', 'limit'],
      rows: rows.map(({ name, ours, limit }) => [
        name,
        ms(ours.medianMs),
        ms(ours.p95Ms),
        ms(limit.medianMs),
        times(ours.medianMs / limit.medianMs),
        kilobytes(ours.bytes),
        kilobytes(limit.bytes),
      ]),
    },
  };
}

async function weighForm(file: string, say: RunOptions['say']) {
  const browser = await openBrowser();
  try {
    say('weighing an empty page of Next');
    const floor = await withServer(startLimitApp(), ({ origin }) =>
      weighPage(browser, { name: 'Next’s floor', url: `${origin}/static/${STATIC_SIZES[0]}`, viewport: PHONE }),
    );
    const pages = await withServer(startOurs(file, SETTINGS), (ours) => weighSteps(browser, ours, say));
    const above = (page: PageWeight) => page.loaded.gzip - floor.loaded.gzip;
    return {
      goals: pages.map(
        (page): Goal => ({
          what: `JavaScript of ${page.name} above Next’s floor, gzip`,
          ours: kilobytes(above(page)),
          limit: '',
          ratio: '',
          goal: 'at most 40 kB',
          met: above(page) <= 40_000,
        }),
      ),
      table: {
        title: 'JavaScript of the form',
        head: ['Page', 'Files', 'gzip', 'brotli', 'gzip above the floor'],
        rows: [floor, ...pages].map((page) => [
          page.name,
          String(page.loaded.files),
          kilobytes(page.loaded.gzip),
          kilobytes(page.loaded.brotli),
          kilobytes(above(page)),
        ]),
      },
    };
  } finally {
    await browser.close();
  }
}

async function weighSteps(browser: Browser, { origin }: BenchServer, say: RunOptions['say']): Promise<PageWeight[]> {
  const pages: PageWeight[] = [];
  const start = { name: 'the start of the form', url: origin + hrefFor('sr-Latn', '/have-your-say'), viewport: PHONE };
  const steps = FORM_PAGES.map((step) => ({
    name: `form page “${step}”`,
    url: origin + stepAddress(step),
    viewport: PHONE,
  }));
  for (const wanted of [start, ...steps]) {
    say(`weighing: ${wanted.name}`);
    pages.push(await weighPage(browser, wanted));
  }
  return pages;
}

async function rushOfStories(file: string, { quick, say }: RunOptions) {
  const seconds = quick ? 20 : 60;
  return withServer(startOurs(file, SETTINGS), async ({ origin }) => {
    say(`searching alone for ${seconds} s`);
    const alone = await searchFor(origin, seconds, endlessQuestions());
    say(`searching while ${STORIES_A_MINUTE} stories a minute are sent`);
    const [busy, stories] = await Promise.all([
      searchFor(origin, seconds, endlessQuestions()),
      sendEvenly(origin, seconds),
    ]);
    const failed = stories.filter(({ error }) => error !== null);
    const [aloneMs, busyMs] = [median(alone), median(busy)];
    return {
      goals: [
        {
          what: `stories sent, ${STORIES_A_MINUTE} a minute, while the directory is searched`,
          ours: `${stories.length - failed.length} of ${stories.length} in ${seconds} s`,
          limit: '',
          ratio: '',
          goal: `no error${failed[0] ? ` (${failed[0].error})` : ''}`,
          met: failed.length === 0,
        },
        withinTimes('search while stories are sent, against search alone', busyMs, aloneMs, 2),
      ] satisfies Goal[],
      table: {
        title: 'Two hundred stories a minute',
        head: ['What', 'Median', '95th', 'Count'],
        rows: [
          ['search alone', ms(aloneMs), ms(percentile(alone, 0.95)), rounded(alone.length)],
          ['search meanwhile', ms(busyMs), ms(percentile(busy, 0.95)), rounded(busy.length)],
          ['a page saved', ...timesOf(stories.flatMap(({ savesMs }) => savesMs))],
          ['a story sent', ...timesOf(stories.flatMap(({ sendMs }) => (sendMs === null ? [] : [sendMs])))],
        ],
      },
    };
  });
}

const timesOf = (values: readonly number[]) => [
  ms(median(values)),
  ms(percentile(values, 0.95)),
  rounded(values.length),
];

/** A visitor who asks, reads for a moment, and asks again. @returns milliseconds of each answer */
async function searchFor(origin: string, seconds: number, question: () => string): Promise<number[]> {
  const found: number[] = [];
  const end = performance.now() + seconds * 1_000;
  while (performance.now() < end) {
    const start = performance.now();
    await fetchBody(origin + directoryAddress(question()));
    found.push(performance.now() - start);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  return found;
}

interface SentStory {
  savesMs: number[];
  sendMs: number | null;
  error: string | null;
}

/** Begins stories evenly, whether or not earlier ones are done. */
async function sendEvenly(origin: string, seconds: number): Promise<SentStory[]> {
  const count = Math.round((STORIES_A_MINUTE * seconds) / 60);
  const everyMs = (seconds * 1_000) / count;
  return Promise.all(
    Array.from({ length: count }, async (_, number) => {
      await new Promise((resolve) => setTimeout(resolve, number * everyMs));
      return writeStory(origin, number);
    }),
  );
}

async function writeStory(origin: string, number: number): Promise<SentStory> {
  const story: SentStory = { savesMs: [], sendMs: null, error: null };
  try {
    let cookie: Cookie = null;
    for (const page of pagesOf(number)) {
      const start = performance.now();
      cookie = await saveStoryPage(origin, number, page, cookie);
      story.savesMs.push(performance.now() - start);
    }
    const start = performance.now();
    await sendStory(origin, number, cookie);
    story.sendMs = performance.now() - start;
  } catch (error) {
    story.error = error instanceof Error ? error.message : String(error);
  }
  return story;
}

/** The cookie of a draft in which everything is answered. */
async function wholeDraft({ origin }: BenchServer): Promise<string> {
  let cookie: Cookie = null;
  for (const page of pagesOf(STORY_ORIGIN)) cookie = await saveStoryPage(origin, STORY_ORIGIN, page, cookie);
  return cookie ?? '';
}
