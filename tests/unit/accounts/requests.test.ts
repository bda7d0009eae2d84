import { expect, it } from 'vitest';
import { browserName } from '@/lib/accounts/browsers';
import { cookiesOf, sentBack } from '@/lib/accounts/cookies';
import { deskPath } from '@/lib/accounts/desk-path';
import { readOutcome } from '@/lib/accounts/outcomes';

it.each([
  ['/ured/ljudi', '/ured/ljudi'],
  ['/cir/ured/nalog?done=profile', '/cir/ured/nalog?done=profile'],
  ['/en/desk', '/en/desk'],
  ['/ured/../preduzeca', '/ured'],
  ['/uredno', '/ured'],
  ['/preduzeca', '/ured'],
  ['//zlo.example/ured', '/ured'],
  ['https://zlo.example/ured', '/ured'],
  ['\\\\zlo.example', '/ured'],
  ['', '/ured'],
])('the desk goes on from %s to %s', (wanted, expected) => {
  expect(deskPath(wanted, 'sr-Latn')).toBe(expected);
});

it('cookies are read by name, and kept until they are taken away', () => {
  expect([...cookiesOf(new Headers({ cookie: 'a=1; b=x=y; c' }))]).toEqual([
    ['a', '1'],
    ['b', 'x=y'],
  ]);
  expect(sentBack('a=1; Path=/; HttpOnly')).toEqual({ name: 'a', value: '1' });
  expect(sentBack('a=; Max-Age=0; Path=/')).toBeNull();
  expect(sentBack('a=1; Max-Age=0')).toBeNull();
});

it('an outcome is one of ours, or nothing', () => {
  expect(readOutcome({ fault: 'wrong' }, ['wrongCode', 'code']).fault).toEqual({
    word: 'wrongCode',
    minutes: 1,
    field: 'code',
  });
  expect(readOutcome({ fault: 'limited', minutes: '7' }).fault?.minutes).toBe(7);
  expect(readOutcome({ fault: 'limited', minutes: '-7' }).fault?.minutes).toBe(1);
  expect(readOutcome({ fault: 'limited', minutes: '1e9' }).fault?.minutes).toBe(600);
  expect(readOutcome({ done: 'profile' }).done).toBe('profile');
  for (const made of ['toString', '<b>', '', ['wrong', 'wrong']]) {
    expect(readOutcome({ fault: made as string, done: made as string })).toEqual({ fault: null, done: null });
  }
});

it.each([
  ['Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:140.0) Gecko/20100101 Firefox/140.0', 'Firefox, Windows'],
  [
    'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/150.0 Safari/537.36',
    'Chrome, Linux',
  ],
  ['Mozilla/5.0 (Windows NT 10.0) AppleWebKit/537.36 Chrome/150.0 Safari/537.36 Edg/150.0', 'Edge, Windows'],
  [
    'Mozilla/5.0 (iPhone; CPU iPhone OS 19_0 like Mac OS X) AppleWebKit/605.1 Version/19.0 Mobile/1 Safari/604.1',
    'Safari, iPhone',
  ],
  ['curl/8', null],
  [null, null],
])('%s is %s', (userAgent, name) => {
  expect(browserName(userAgent)).toBe(name);
});
