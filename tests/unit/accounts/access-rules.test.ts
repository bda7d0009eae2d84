import { describe, expect, it } from 'vitest';
import { admit, authorise, FRESH_MS, type Staff } from '@/lib/accounts/access-rules';

const NOW = new Date('2026-11-25T12:00:00Z');
const ago = (ms: number) => new Date(NOW.getTime() - ms);
const staff = (over: Partial<Staff>): Staff => ({
  kind: 'staff',
  themes: null,
  id: 'x',
  role: 'admin',
  name: 'Ana',
  email: 'ana@primer.example',
  locale: 'sr-Latn',
  sessionId: 's',
  hasFactor: true,
  factorAt: NOW,
  ...over,
});
const codeOf = (result: ReturnType<typeof authorise>) => (result.ok ? 'allowed' : result.error.code);

describe('who is wholly signed in', () => {
  it.each([
    ['nobody', null, 'signedOut'],
    ['an administrator with a factor that was shown', staff({}), 'allowed'],
    ['one without a factor', staff({ hasFactor: false, factorAt: null }), 'setUpFactor'],
    ['one whose factor was not shown in this session', staff({ factorAt: null }), 'showFactor'],
    ['a volunteer without a factor', staff({ role: 'volunteer', hasFactor: false, factorAt: null }), 'allowed'],
    ['a volunteer with a factor that was not shown', staff({ role: 'volunteer', factorAt: null }), 'showFactor'],
  ])('%s', (_, who, expected) => {
    const result = admit(who);
    expect(result.ok ? 'allowed' : result.error.code).toBe(expected);
  });
});

describe('who may do something', () => {
  it.each([
    ['an editor approves', staff({ role: 'editor' }), 'approve', 'forbidden'],
    [
      'an editor without a factor learns nothing of rights',
      staff({ role: 'editor', hasFactor: false }),
      'erase',
      'setUpFactor',
    ],
    ['erasing just after the factor', staff({ factorAt: ago(FRESH_MS - 1) }), 'erase', 'allowed'],
    ['erasing a quarter of an hour later', staff({ factorAt: ago(FRESH_MS) }), 'erase', 'showFactor'],
    ['approving a day later', staff({ factorAt: ago(24 * 3_600_000) }), 'approve', 'allowed'],
  ] as const)('%s', (_, who, action, expected) => {
    expect(codeOf(authorise(who, action, NOW))).toBe(expected);
  });

  it('the console may do all', () => {
    expect(authorise({ kind: 'console' }, 'erase', NOW).ok).toBe(true);
  });
});
