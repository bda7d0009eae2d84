import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { measureCompression } from './compression-part';
import { measureDesk } from './desk-part';
import { measureLighthouse } from './lighthouse-part';
import { measureMap } from './map-part';
import { measureMemory } from './memory-part';
import { measurePages } from './pages-part';
import { showPart, writePage } from './report';
import type { PartResult, RunOptions } from './results';
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

const words = process.argv.slice(2);
const quick = words.includes('--quick');
const asked = words.filter((word) => word !== '--quick');
const unknown = asked.filter((name) => !(name in PARTS));
if (unknown.length > 0) {
  console.error(`Unknown: ${unknown.join(', ')}. npm run bench -- [${Object.keys(PARTS).join(' | ')} …] [--quick]`);
  process.exit(2);
}

const buildAtStart = currentBuild();
const say = (line: string) => console.log(`· ${line}`);
const results: PartResult[] = [];
for (const [name, measure] of Object.entries(PARTS)) {
  if (asked.length > 0 && !asked.includes(name)) continue;
  const result = await measure({ quick, say }).catch((error: unknown) => failedPart(name, error));
  console.log(showPart(result));
  results.push(result);
}

const obstacle = obstacleToWriting();
if (obstacle === null) {
  mkdirSync('docs', { recursive: true });
  writeFileSync(PAGE, writePage(results, `npm run bench${quick ? ' -- --quick' : ''}`, quick, new Date()));
  console.log(`\nWritten to ${PAGE}`);
} else {
  console.log(`\n${PAGE} is left as it was: ${obstacle}`);
}

/** A part that fails does not take the others' figures with it; the run as a whole has failed. */
function failedPart(name: string, error: unknown): PartResult {
  console.error(error);
  process.exitCode = 1;
  return { title: `${name}: failed`, notes: ['This part broke off and gave no figures.'], goals: [], tables: [] };
}

/** The page compares figures of one run on one build; anything less is only printed. */
function obstacleToWriting(): string | null {
  if (asked.length > 0) return 'only some of the parts were asked for';
  if (process.exitCode === 1) return 'a part has failed';
  return currentBuild() === buildAtStart ? null : 'the application was built anew during the run';
}

function currentBuild(): string {
  return existsSync('.next/BUILD_ID') ? readFileSync('.next/BUILD_ID', 'utf8') : 'none';
}
