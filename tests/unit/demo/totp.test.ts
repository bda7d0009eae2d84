import { Secret, TOTP } from 'otpauth';
import { expect, it } from 'vitest';
import { totp } from '@/scripts/demo/totp.mjs';

/** RFC 6238, appendix B, of whose eight digits the last six are shown; its secret is "12345678901234567890". */
const SECRET = 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ';

it.each([
  [59, '287082'],
  [1_111_111_109, '081804'],
  [1_234_567_890, '005924'],
  [20_000_000_000, '353130'],
])('the code after %d seconds is %s', (seconds, code) => {
  expect(totp(SECRET, seconds * 1000).code).toBe(code);
});

it('is what an app shows, and says for how long', () => {
  const now = 1_790_000_010_000;
  const app = new TOTP({ secret: Secret.fromBase32(SECRET) });
  expect(totp('GEZD GNBV GY3T QOJQ GEZD GNBV GY3T QOJQ', now)).toEqual({
    code: app.generate({ timestamp: now }),
    seconds: 30 - ((now / 1000) % 30),
  });
});
