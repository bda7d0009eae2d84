// Measures an import through the page of the desk, on a demonstration that runs on this machine (Linux):
//   node scripts/run.mjs scripts/synthetic.ts 20000 /tmp/list.csv
//   npm run demo -- --dir /tmp/demo --port 4377
//   node scripts/demo/measure-import.mjs /tmp/demo http://localhost:4377 /tmp/list.csv
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { readAccounts } from './folder.mjs';
import { totp } from './totp.mjs';

const [folder = '', site = '', file = ''] = process.argv.slice(2);
const coordinator = readAccounts(path.resolve(folder)).find(({ role }) => role === 'coordinator');
if (!coordinator?.secret || file === '') throw new Error('measure-import.mjs FOLDER SITE FILE.csv');

/** @type {Map<string, string>} */
const cookies = new Map();

/**
 * @param {string} address
 * @param {Record<string, string> | FormData} fields
 */
async function post(address, fields) {
  const form = fields instanceof FormData ? fields : new URLSearchParams({ locale: 'en', ...fields });
  const answer = await fetch(new URL(address, site), {
    method: 'POST',
    body: form,
    redirect: 'manual',
    headers: { origin: site, cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join('; ') },
  });
  for (const cookie of answer.headers.getSetCookie()) {
    const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(cookie) ?? [];
    cookies.set(name, value);
  }
  return { status: answer.status, to: answer.headers.get('location') ?? '', text: await answer.text() };
}

/** The processes of this machine by a part of their command line. @param {string} part */
function processesOf(part) {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .filter((pid) => {
      const line = readOr(`/proc/${pid}/cmdline`).replaceAll('\0', ' ');
      return line.startsWith(process.execPath) || line.startsWith('node') ? line.includes(part) : false;
    });
}

/** @param {string} name */
function readOr(name) {
  try {
    return readFileSync(name, 'utf8');
  } catch {
    return '';
  }
}

/** Peak of a process in MB, since it began or since it was last reset. @param {string} pid */
const peakOf = (pid) => Number(/VmHWM:\s+(\d+)/.exec(readOr(`/proc/${pid}/status`))?.[1] ?? 0) / 1024;

const servers = processesOf(`--dir ${folder}`);
let beside = 0;
const watch = setInterval(() => {
  for (const pid of processesOf('scripts/import-job.ts')) beside = Math.max(beside, peakOf(pid));
}, 50);

/**
 * @param {string} what
 * @param {() => Promise<string>} work
 */
async function measure(what, work) {
  beside = 0;
  for (const pid of servers) writeFileSync(`/proc/${pid}/clear_refs`, '5');
  const begun = performance.now();
  const outcome = await work();
  const seconds = ((performance.now() - begun) / 1000).toFixed(1);
  const server = Math.max(...servers.map(peakOf)).toFixed(0);
  console.log(
    `${what}: ${seconds} s; peak of the server ${server} MB, of the work beside it ${beside.toFixed(0)} MB; ${outcome}`,
  );
}

/** Public pages: the whole list, a search, a story's list and a map, each with an address of its own, so that none is kept. */
const PAGES = ['/en/enterprises?q=med', '/cir/preduzeca?district=20', '/price', '/en/enterprises?view=map'];

/** Asks for public pages until it is stopped, and once more after that. @returns what stops it, and tells of the slowest */
function watchPages() {
  const begun = performance.now();
  const slowest = { ms: 0, page: '', at: 0 };
  let goOn = true;
  const asking = (async () => {
    for (let number = 0; ; number++) {
      const last = !goOn;
      const page = PAGES[number % PAGES.length] ?? '';
      const at = performance.now();
      await (await fetch(new URL(`${page}${page.includes('?') ? '&' : '?'}n=${number}`, site))).text();
      const ms = performance.now() - at;
      if (ms > slowest.ms) Object.assign(slowest, { ms, page, at: (at - begun) / 1000 });
      if (last) return;
      await sleep(100);
    }
  })();
  return async () => {
    goOn = false;
    await asking;
    const { ms, page, at } = slowest;
    return `the slowest public page meanwhile ${ms.toFixed(0)} ms (${page}, after ${at.toFixed(0)} s)`;
  };
}

/** Waits as the page does. @param {Record<string, string>} of the import, or the run that is undone */
async function settled(of) {
  const stop = watchPages();
  for (;;) {
    const { state } = JSON.parse((await post('/api/desk/import/progress', of)).text);
    if (!['checking', 'writing', 'undoing'].includes(state)) return `${state}; ${await stop()}`;
    await sleep(250);
  }
}

await post('/api/desk/sign-in', { email: coordinator.email, password: coordinator.password });
await post('/api/desk/code', { code: totp(coordinator.secret).code });

let id = '';
const list = readFileSync(file);
const names = list.subarray(0, 4000).toString().split(/\r?\n/)[0]?.split(',') ?? [];
await measure('upload', async () => {
  const form = new FormData();
  form.append('file', new Blob([list], { type: 'text/csv' }), 'list.csv');
  const { status, to } = await post('/api/desk/import/upload?locale=en', form);
  id = /\/import\/(\d+)/.exec(to)?.[1] ?? '';
  if (id === '') throw new Error(`Not taken: ${status} ${to}`);
  return `${(list.length / 1e6).toFixed(1)} MB`;
});
// The directory of the demonstration is the real one: what is made up may not be marked so among it.
const columns = Object.fromEntries(names.map((name, at) => [`column.${at}`, name === 'synthetic' ? '' : name]));
await measure('rehearsal', async () => {
  const { to } = await post('/api/desk/import/check', { id, columns: String(names.length), ...columns });
  if (to.includes('fault')) throw new Error(to);
  return settled({ id });
});
await measure('run', async () => {
  const { to } = await post('/api/desk/import/write', { id });
  if (to.includes('fault')) throw new Error(to);
  return settled({ id });
});
const page = await fetch(new URL('/en/desk/import', site), {
  headers: { cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join('; ') },
});
// The newest run stands first.
const run = /name="run" value="(\d+)"/.exec(await page.text())?.[1];
if (!run) throw new Error('The page offers no undo');
await measure('undo', async () => {
  const { to } = await post('/api/desk/import/undo', { run });
  if (to.includes('fault')) throw new Error(to);
  return settled({ run });
});
clearInterval(watch);
