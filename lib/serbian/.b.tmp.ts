import fs from 'node:fs';
import { fold, stem, tokenize } from './index';

const text = fs.readFileSync('/work/shared/data/enterprises.csv', 'utf8').repeat(20);
for (let i = 0; i < 3; i++) {
  const t0 = performance.now();
  const tk = tokenize(text);
  const t1 = performance.now();
  for (const t of tk) stem(t.fold);
  const t2 = performance.now();
  console.log(
    tk.length,
    'tokenize+fold/s',
    Math.round((tk.length / (t1 - t0)) * 1000),
    'stem/s',
    Math.round((tk.length / (t2 - t1)) * 1000),
    'both',
    Math.round((tk.length / (t2 - t0)) * 1000),
  );
}
for (const s of [
  'a'.repeat(1e5),
  'ш'.repeat(1e5),
  'a.'.repeat(5e4),
  'dj'.repeat(5e4),
  '<a'.repeat(5e4),
  'a@'.repeat(5e4),
  "'a".repeat(5e4),
  '⟦'.repeat(1e5),
  '{'.repeat(1e5),
  'i '.repeat(5e4),
  'd. '.repeat(4e4),
  'č'.repeat(1e5),
  'ﷺ'.repeat(1e4),
  '\u0301'.repeat(1e5),
  'a-'.repeat(5e4),
]) {
  const r: string[] = [];
  for (const [n, f] of Object.entries({
    fold,
    tokenize,
    ...(await import('./index').then((m) => ({
      toCyrillic: m.toCyrillic,
      toLatin: m.toLatin,
      msg: m.messageToCyrillic,
      slug: m.slugify,
      key: m.sortKey,
    }))),
  })) {
    const t = performance.now();
    (f as (s: string) => unknown)(s);
    const d = performance.now() - t;
    if (d > 60) r.push(n + ':' + Math.round(d));
  }
  if (r.length) console.log(JSON.stringify(s.slice(0, 4)), r.join(' '));
}
