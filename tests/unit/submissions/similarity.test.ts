import { describe, expect, it } from 'vitest';
import { similarity, trigramsOf } from '@/lib/submissions/similarity';
import { sentAgain, summaries } from '../../fixtures/stories/variants';

const alike = (a: string, b: string) => similarity(trigramsOf(a), trigramsOf(b));
const texts = summaries().map(({ title, summary }) => ({ title, summary, whole: `${title} ${summary}` }));

describe('a story sent twice', () => {
  it('with small edits, in either script, is alike in at least 95 % of the pairs', () => {
    let pairs = 0;
    let found = 0;
    for (const [n, { title, summary, whole }] of texts.entries()) {
      for (let seed = 0; seed < 5; seed++) {
        pairs += 1;
        const again = `${sentAgain(title, n * 10 + seed)} ${sentAgain(summary, n * 10 + seed + 5_000)}`;
        if (alike(whole, again) >= 0.45) found += 1;
      }
    }
    expect(pairs).toBeGreaterThan(500);
    expect(found / pairs).toBeGreaterThanOrEqual(0.95);
  });

  it('is not taken for another one: two different stories are hardly ever alike', () => {
    let pairs = 0;
    let wrong = 0;
    for (const [n, one] of texts.slice(0, 52).entries()) {
      for (const other of texts.slice(n + 1, 52)) {
        pairs += 1;
        if (alike(one.whole, other.whole) >= 0.45) wrong += 1;
      }
    }
    expect(wrong / pairs).toBeLessThanOrEqual(0.005);
  });
});

describe('similarity', () => {
  it('knows no script, case or mark', () => {
    expect(alike('Čačak šije maske', 'ЧАЧАК ШИЈЕ МАСКЕ')).toBe(1);
    expect(alike('Čačak šije maske', 'cacak sije, maske')).toBe(1);
    expect(alike('Đorđe', 'Djordje')).toBe(1);
  });

  it('is a number from 0 to 1, the same both ways; nothing is like nothing', () => {
    expect(alike('maske', 'hleb')).toBe(0);
    expect(alike('', '')).toBe(0);
    expect(alike('maske i vizir', 'maske')).toBe(alike('maske', 'maske i vizir'));
  });
});
