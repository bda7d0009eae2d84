import fs from 'node:fs';
import { fold, isStopWord, stem, tokenize } from './index';

const names = new Map<string, Set<string>>();
for (const f of ['places-rs', 'settlements-rs'])
  for (const l of fs.readFileSync(`/work/shared/data/${f}.csv`, 'utf8').split(/\r?\n/).slice(1)) {
    const n = l.split(',')[1];
    if (!n) continue;
    for (const t of tokenize(n)) {
      const k = stem(t.fold);
      names.set(k, (names.get(k) ?? new Set()).add(t.fold));
    }
  }
console.log('PLACES');
for (const [k, v] of names) if (v.size > 1) console.log(k, [...v].join(' '));
const w = new Map<string, Set<string>>();
for (const f of ['enterprises', 'good-practices'])
  for (const t of tokenize(fs.readFileSync(`/work/shared/data/${f}.csv`, 'utf8')))
    if (/[čćžšđ]|./i.test(t.text)) {
      const k = stem(t.fold);
      w.set(k, (w.get(k) ?? new Set()).add(t.fold));
    }
const sr = new Set(fs.readFileSync('/tmp/sr/words.txt', 'utf8').split('\n'));
console.log('WORDS');
for (const [k, v] of w) {
  const x = [...v].filter((q) => sr.has(q));
  if (x.length > 1) console.log(k, ':', x.join(' '));
}
