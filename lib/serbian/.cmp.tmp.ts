import fs from 'node:fs';
import { fold, stem } from './index';

const rows = fs
  .readFileSync('/tmp/sr/postgres-stems.csv', 'utf8')
  .trim()
  .split('\n')
  .slice(1)
  .map((l) => l.split(','));
function pairs(key: (r: string[]) => string) {
  let t = 0,
    tot = 0;
  const f: string[] = [];
  const miss: string[] = [];
  const falses = new Set<string>();
  for (let i = 0; i < rows.length; i++)
    for (let j = i + 1; j < rows.length; j++) {
      const a = rows[i]!,
        b = rows[j]!;
      const same = key(a) === key(b);
      if (a[0] === b[0]) {
        tot++;
        if (same) t++;
        else miss.push(a[1] + '/' + b[1]);
      } else if (same) {
        f.push(a[1] + '/' + b[1]);
        falses.add(a[0] + '~' + b[0] + ':' + key(a));
      }
    }
  return { t, tot, f: f.length, falses, miss };
}
const P = pairs((r) => r[2]!),
  O = pairs((r) => stem(fold(r[1]!))),
  PB = 0;
console.log('postgres', P.t, P.tot, 'false', P.f);
console.log('ours', O.t, O.tot, 'false', O.f);
console.log([...P.falses].join(' '));
console.log('OURS', [...O.falses].join(' '));
console.log(O.miss.join(' '));
const bylemma = new Map<string, Set<string>>();
for (const r of rows) {
  const s = bylemma.get(r[0]!) ?? new Set();
  s.add(stem(fold(r[1]!)));
  bylemma.set(r[0]!, s);
}
for (const [l, s] of bylemma) if (s.size > 1) console.log(l, [...s].join(','));
