import { afterEach, describe, expect, it, vi } from 'vitest';
import { GET } from '@/app/[locale]/mail-preview/route';

afterEach(() => vi.unstubAllEnvs());
const ask = (query: string, locale = 'sr-Latn') =>
  GET(new Request(`http://localhost:3000/mail-preview${query}`), { params: Promise.resolve({ locale }) });

describe('the preview of mails', () => {
  it('shows each mail in each script to who develops', async () => {
    vi.stubEnv('NODE_ENV', 'development');
    expect(await (await ask('')).text()).toContain('/cir/mail-preview?mail=confirm&amp;as=text');
    expect(await (await ask('?mail=confirm', 'sr-Cyrl')).text()).toContain('Потврдите адресу');
    expect(await (await ask('?mail=confirm&as=text', 'en')).text()).toMatch(/^Confirm your address\n\nHello,/);
  });

  it('is not there on a site', async () => {
    vi.stubEnv('NODE_ENV', 'production');
    for (const query of ['', '?mail=confirm']) expect((await ask(query)).status).toBe(404);
  });
});
