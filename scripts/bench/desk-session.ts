import { Secret, TOTP } from 'otpauth';
import type { BenchServer } from './servers';

/** Somebody of the desk at a server under test, as a browser without a script. */
export interface DeskBrowser {
  cookie: string;
  /** Sends a form. @returns where it leads */
  post: (path: string, fields: Record<string, string>) => Promise<string>;
}

const PASSWORD = 'tri krave pod jabukom';

/** Accepts an invitation and sets up the second factor. */
export async function joinDesk({ origin }: BenchServer, invitation: string): Promise<DeskBrowser> {
  const cookies = new Map<string, string>();
  const header = () => [...cookies].map(([name, value]) => `${name}=${value}`).join('; ');
  const post = async (path: string, fields: Record<string, string>) => {
    const answer = await fetch(origin + path, {
      ...{ method: 'POST', redirect: 'manual', body: new URLSearchParams({ locale: 'sr-Latn', ...fields }) },
      headers: { origin, 'sec-fetch-site': 'same-origin', cookie: header(), 'user-agent': 'bench' },
    });
    await answer.arrayBuffer();
    for (const set of answer.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(set) ?? [];
      cookies.set(name, value);
    }
    return answer.headers.get('location') ?? `status ${answer.status}`;
  };
  const t = new URL(invitation).searchParams.get('t') ?? '';
  await post('/api/desk/invitation', { t, name: 'Proba Merenja', password: PASSWORD });
  await post('/api/desk/factor/start', { password: PASSWORD });
  const page = await (await fetch(`${origin}/ured/drugi-korak`, { headers: { cookie: header() } })).text();
  const secret = /class="secret"[^>]*>([^<]+)</.exec(page)?.[1]?.replaceAll(/\s/g, '') ?? '';
  const code = new TOTP({ secret: Secret.fromBase32(secret) }).generate();
  await post('/api/desk/factor/finish', { code });
  return { cookie: header(), post };
}
