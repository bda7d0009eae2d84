import lighthouse from 'lighthouse';
import { openBrowser } from './browser';
import { realDatabase } from './databases';
import { median } from './measure';
import { directoryAddress, HOME, listSlugs, recordAddress } from './our-addresses';
import { type Goal, ms, type PartResult, type RunOptions, rounded } from './results';
import { findFreePort, startOurs, withServer } from './servers';

const CATEGORIES = [
  { id: 'performance', name: 'performance', least: 95 },
  { id: 'accessibility', name: 'accessibility', least: 100 },
  { id: 'best-practices', name: 'best practices', least: 100 },
  { id: 'seo', name: 'SEO', least: 100 },
] as const;

interface Visit {
  /** 0 to 100, by category. */
  scores: Record<string, number>;
  figures: {
    firstContentfulPaint: number;
    largestContentfulPaint: number;
    blocking: number;
    shift: number;
    bytes: number;
  };
  /** Audits that cost points, by their titles. */
  failed: string[];
}

/** Lighthouse with its own phone profile (a slow phone on slow 4G, simulated) on the real data. */
export async function measureLighthouse({ quick, say }: RunOptions): Promise<PartResult> {
  const file = await realDatabase(say);
  const [slug = ''] = listSlugs(file, 1);
  const port = await findFreePort();
  const browser = await openBrowser(port);
  try {
    return await withServer(startOurs(file), async ({ origin }) => {
      const pages = [
        { name: 'home', url: origin + HOME },
        { name: 'directory', url: origin + directoryAddress() },
        { name: 'record', url: origin + recordAddress(slug) },
      ];
      const results: { name: string; visits: Visit[] }[] = [];
      for (const { name, url } of pages) {
        const visits: Visit[] = [];
        for (let round = 0; round < (quick ? 1 : 3); round += 1) {
          say(`Lighthouse: ${name}, visit ${round + 1}`);
          visits.push(await visit(url, port));
        }
        results.push({ name, visits });
      }
      return {
        title: 'Lighthouse',
        notes: [
          'Lighthouse’s own phone profile with simulated throttling, on the real data; medians over the visits.',
          ...results.flatMap(({ name, visits }) => failedNote(name, visits)),
        ],
        goals: results.flatMap(toGoals),
        tables: [
          {
            title: 'Figures',
            head: [
              'Page',
              'First contentful paint',
              'Largest contentful paint',
              'Blocking time',
              'Layout shift',
              'Bytes',
            ],
            rows: results.map(({ name, visits }) => {
              const of = (pick: (figures: Visit['figures']) => number) =>
                median(visits.map(({ figures }) => pick(figures)));
              return [
                name,
                ms(of((figures) => figures.firstContentfulPaint)),
                ms(of((figures) => figures.largestContentfulPaint)),
                ms(of((figures) => figures.blocking)),
                rounded(of((figures) => figures.shift)),
                `${rounded(of((figures) => figures.bytes) / 1_000)} kB`,
              ];
            }),
          },
        ],
      };
    });
  } finally {
    await browser.close();
  }
}

/** Chromium sometimes loses the trace of a page on a busy machine; the visit is then made again. */
const TRIES = 3;

async function visit(url: string, port: number): Promise<Visit> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await visitOnce(url, port);
    } catch (error) {
      if (attempt === TRIES) throw error;
    }
  }
}

async function visitOnce(url: string, port: number): Promise<Visit> {
  const result = await lighthouse(url, {
    port,
    output: 'json',
    logLevel: 'error',
    onlyCategories: CATEGORIES.map(({ id }) => id),
  });
  if (!result) throw new Error(`Lighthouse gave no result for ${url}`);
  const { audits, categories, runtimeError } = result.lhr;
  if (runtimeError) throw new Error(`Lighthouse: ${runtimeError.message}`);
  const figure = (id: string) => audits[id]?.numericValue ?? Number.NaN;
  const weighted = Object.values(categories).flatMap(({ auditRefs }) => auditRefs.filter(({ weight }) => weight > 0));
  return {
    scores: Object.fromEntries(CATEGORIES.map(({ id }) => [id, Math.round((categories[id]?.score ?? 0) * 100)])),
    figures: {
      firstContentfulPaint: figure('first-contentful-paint'),
      largestContentfulPaint: figure('largest-contentful-paint'),
      blocking: figure('total-blocking-time'),
      shift: figure('cumulative-layout-shift'),
      bytes: figure('total-byte-weight'),
    },
    failed: weighted.flatMap(({ id }) => {
      const audit = audits[id];
      return audit && audit.score !== null && audit.score < 0.9 ? [audit.title] : [];
    }),
  };
}

function toGoals({ name, visits }: { name: string; visits: Visit[] }): Goal[] {
  return CATEGORIES.map(({ id, name: category, least }) => {
    const score = median(visits.map(({ scores }) => scores[id] ?? 0));
    return {
      what: `Lighthouse on a phone, ${name}: ${category}`,
      ours: String(score),
      limit: '',
      ratio: '',
      goal: least === 100 ? '100' : `at least ${least}`,
      met: score >= least,
    };
  });
}

function failedNote(name: string, visits: readonly Visit[]): string[] {
  const failed = [...new Set(visits.flatMap((one) => one.failed))];
  return failed.length === 0 ? [] : [`Below 90 on ${name}: ${failed.join('; ')}.`];
}
