import zlib from 'node:zlib';
import type { Browser } from '@playwright/test';
import { openBrowser } from './browser';
import { realDatabase } from './databases';
import { STATIC_SIZES } from './limit-app/app/static-sizes';
import { fetchBody } from './measure';
import { directoryAddress, HOME, listSlugs, recordAddress } from './our-addresses';
import { type Goal, kilobytes, type PartResult, type RunOptions } from './results';
import { startLimitApp, startOurs, withServer } from './servers';

/** What scripts weigh, each compressed by itself at the highest level, as they are served. */
export interface Weight {
  files: number;
  plain: number;
  gzip: number;
  brotli: number;
}

export interface PageWeight {
  name: string;
  /** Scripts that the HTML names. */
  named: Weight;
  /** Scripts that a browser asked for until the page was at rest. */
  loaded: Weight;
  html: { plain: number; gzip: number; brotli: number };
}

export const PHONE = { width: 390, height: 844 };
const WIDE = { width: 1280, height: 900 };

/** Bytes of JavaScript and HTML of our pages on the real data, above what Next itself needs for an empty page. */
export async function measureWeight({ say }: RunOptions): Promise<PartResult> {
  const file = await realDatabase(say);
  const [slug = ''] = listSlugs(file, 1);
  const browser = await openBrowser();
  try {
    say('weighing an empty page of Next');
    const floor = await withServer(startLimitApp(), ({ origin }) =>
      weighPage(browser, {
        name: 'Next’s floor: an empty page',
        url: `${origin}/static/${STATIC_SIZES[0]}`,
        viewport: PHONE,
      }),
    );
    const pages = await withServer(startOurs(file), async ({ origin }) => {
      const wanted = [
        { name: 'home', url: origin + HOME, viewport: PHONE },
        { name: 'record', url: origin + recordAddress(slug), viewport: PHONE },
        { name: 'directory without the map', url: origin + directoryAddress(), viewport: PHONE },
        { name: 'directory with the map, phone', url: origin + directoryAddress('view=map'), viewport: PHONE },
        { name: 'directory, 1280 px wide', url: origin + directoryAddress(), viewport: WIDE },
      ];
      const weighed: PageWeight[] = [];
      for (const page of wanted) {
        say(`weighing: ${page.name}`);
        weighed.push(await weighPage(browser, page));
      }
      return weighed;
    });
    const above = (page: PageWeight) => page.loaded.gzip - floor.loaded.gzip;
    const goal = (index: number, mostKilobytes: number): Goal => {
      const page = pages[index] as PageWeight;
      return {
        what: `JavaScript of ${page.name} above Next’s floor, gzip`,
        ours: kilobytes(above(page)),
        limit: '',
        ratio: '',
        goal: `at most ${mostKilobytes} kB`,
        met: above(page) <= mostKilobytes * 1_000,
      };
    };
    return {
      title: 'Weight',
      notes: [
        'The real data. Scripts are weighed as the browser loaded them, each compressed with gzip 9 and brotli 11; the polyfill for old browsers (noModule) is not loaded and not counted.',
        'A phone is 390 px wide.',
      ],
      goals: [goal(0, 15), goal(1, 15), goal(2, 30)],
      tables: [
        {
          title: 'JavaScript',
          head: [
            'Page',
            'Files',
            'Plain',
            'gzip',
            'brotli',
            'gzip above the floor',
            'brotli above the floor',
            'Named in the HTML, gzip',
          ],
          rows: [floor, ...pages].map((page) => [
            page.name,
            String(page.loaded.files),
            kilobytes(page.loaded.plain),
            kilobytes(page.loaded.gzip),
            kilobytes(page.loaded.brotli),
            kilobytes(above(page)),
            kilobytes(page.loaded.brotli - floor.loaded.brotli),
            kilobytes(page.named.gzip),
          ]),
        },
        {
          title: 'HTML as served',
          head: ['Page', 'Plain', 'gzip', 'brotli'],
          rows: pages.map(({ name, html }) => [
            name,
            kilobytes(html.plain),
            kilobytes(html.gzip),
            kilobytes(html.brotli),
          ]),
        },
      ],
    };
  } finally {
    await browser.close();
  }
}

export interface WantedPage {
  name: string;
  url: string;
  viewport: { width: number; height: number };
}

export async function weighPage(browser: Browser, { name, url, viewport }: WantedPage): Promise<PageWeight> {
  const html = await fetchBody(url);
  const gzip = await fetchBody(url, { 'accept-encoding': 'gzip' });
  const brotli = await fetchBody(url, { 'accept-encoding': 'br' });
  return {
    name,
    named: await weighScripts(namedScripts(html.toString('utf8'), url)),
    loaded: await weighScripts(await loadedScripts(browser, url, viewport)),
    html: { plain: html.length, gzip: gzip.length, brotli: brotli.length },
  };
}

function namedScripts(html: string, pageUrl: string): string[] {
  const tags = [...html.matchAll(/<script\b[^>]*>/gi)].map(([tag]) => tag).filter((tag) => !/\bnomodule\b/i.test(tag));
  const sources = tags.flatMap((tag) => /\bsrc="([^"]+)"/.exec(tag)?.[1] ?? []);
  return [...new Set(sources.map((source) => new URL(source.replaceAll('&amp;', '&'), pageUrl).href))];
}

async function loadedScripts(browser: Browser, url: string, viewport: WantedPage['viewport']): Promise<string[]> {
  const page = await browser.newPage({ viewport });
  const scripts = new Set<string>();
  page.on('response', (response) => {
    if (response.request().resourceType() === 'script') scripts.add(response.url());
  });
  await page.goto(url, { waitUntil: 'networkidle' });
  await page.close();
  return [...scripts];
}

async function weighScripts(urls: readonly string[]): Promise<Weight> {
  const sum: Weight = { files: urls.length, plain: 0, gzip: 0, brotli: 0 };
  for (const url of urls) {
    const body = await fetchBody(url);
    sum.plain += body.length;
    sum.gzip += zlib.gzipSync(body, { level: 9 }).length;
    sum.brotli += zlib.brotliCompressSync(body).length;
  }
  return sum;
}
