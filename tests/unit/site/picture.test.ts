import { expect, test } from 'vitest';
import { drawable } from '@/lib/site/picture/fonts';

test.each([
  ['Đorđe Čučković „Žiška“', 'Đorđe Čučković „Žiška“'],
  ['Ђачка љуљашка, Џеп, Ћуприја', 'Ђачка љуљашка, Џеп, Ћуприја'],
  // Letters that our fonts lack lose their marks; what has no such letter is left out.
  ['Gödöllő', 'Gödöllo'],
  ['Мед 🐝 и чај', 'Мед  и чај'],
  ['Й', 'И'],
])('the picture of %s is drawn as %s', (text, drawn) => {
  expect(drawable(text)).toBe(drawn);
});
