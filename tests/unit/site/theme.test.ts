import { expect, test } from 'vitest';
import { POST } from '@/app/theme/route';
import { ownPath } from '@/lib/site/theme';

test.each([
  ['/preduzeca?q=med', '/preduzeca?q=med'],
  ['/cir', '/cir'],
  ['https://evil.example/', '/'],
  ['//evil.example/', '/'],
  ['/\\evil.example', '/'],
  ['/\t/evil.example', '/'],
  ['javascript:alert(1)', '/'],
  ['', '/'],
  [null, '/'],
  [`/${'a'.repeat(3000)}`, '/'],
])('after choosing a theme, %j leads to %s', (asked, path) => {
  expect(ownPath(asked)).toBe(path);
});

const choose = (fields: Record<string, string>) =>
  POST(new Request('http://localhost/theme', { method: 'POST', body: new URLSearchParams(fields) }));

test('choosing dark keeps it in the only cookie and leads back', async () => {
  const answer = await choose({ theme: 'dark', returnTo: '/en' });
  expect(answer.status).toBe(303);
  expect(answer.headers.get('location')).toBe('/en');
  expect(answer.headers.get('set-cookie')).toMatch(/^theme=dark; .*Max-Age=31536000/);
});

test('"as the device", and nonsense, forget the choice', async () => {
  for (const theme of ['auto', 'x', '']) {
    const answer = await choose({ theme, returnTo: '/' });
    expect(answer.headers.get('set-cookie')).toMatch(/^theme=; .*Max-Age=0/);
  }
});
