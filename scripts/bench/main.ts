import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { measureCompression } from './compression-part';
import { measureDesk } from './desk-part';
import { measureLighthouse } from './lighthouse-part';
import { measureMap } from './map-part';
import { measureMemory } from './memory-part';
import { measurePages } from './pages-part';
import { showPart, thisRun, writePage } from './report';
import type { MeasuredPart, PartResult, RunOptions } from './results';
import { measureSearch } from './search-part';
import { measureStories } from './stories-part';
import { measureWeight } from './weight-part';

const PARTS: Readonly<Record<string, (options: RunOptions) => Promise<PartResult>>> = {
  search: measureSearch,
  pages: measurePages,
  map: measureMap,
  weight: measureWeight,
  compression: measureCompression,
  memory: measureMemory,
  lighthouse: measureLighthouse,
  stories: measureStories,
  desk: measureDesk,
};

const PAGE = 'docs/benchmarks.md';
/** The latest figures of every part, from which the page is written. */
const FIGURES = 'docs/benchmarks.json';

const words = process.argv.slice(2);
const quick = words.includes('--quick');
const asked = words.filter((word) => word !== '--quick');
const unknown = asked.filter((name) => !(name in PARTS));
if (unknown.length > 0) {
  console.error(`Unknown: ${unknown.join(', ')}. npm run bench -- [${Object.keys(PARTS).join(' | ')} …] [--quick]`);
  process.exit(2);
}

const say = (line: string) => console.log(`· ${line}`);
const kept: Record<string, MeasuredPart> = existsSync(FIGURES) ? JSON.parse(readFileSync(FIGURES, 'utf8')) : {};
for (const [name, measure] of Object.entries(PARTS)) {
  if (asked.length > 0 && !asked.includes(name)) continue;
  await measureAndKeep(name, measure);
}

/** A part that fails keeps its former figures on the page and takes no other part's with it; the run has failed. */
async function measureAndKeep(name: string, measure: (options: RunOptions) => Promise<PartResult>): Promise<void> {
  const buildAtStart = currentBuild();
  const run = thisRun(name, quick, new Date());
  try {
    const result = await measure({ quick, say });
    console.log(showPart(result));
    if (currentBuild() !== buildAtStart) throw new Error('The application was built anew while it was measured.');
    kept[name] = { result, run };
    writeFigures();
  } catch (error) {
    console.error(`${name}: broke off; its former figures stay.`, error);
    process.exitCode = 1;
  }
}

function writeFigures(): void {
  const parts = Object.keys(PARTS).flatMap((name) => kept[name] ?? []);
  writeFileSync(FIGURES, `${JSON.stringify(kept, null, 1)}\n`);
  writeFileSync(PAGE, writePage(parts));
  say(`written to ${PAGE}`);
}

function currentBuild(): string {
  return existsSync('.next/BUILD_ID') ? readFileSync('.next/BUILD_ID', 'utf8') : 'none';
}
