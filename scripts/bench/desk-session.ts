import { Agent, type IncomingMessage, type RequestOptions, request } from 'node:http';
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
  // The same client as that of the limits (measure.ts): `fetch` would take a part of the time for itself.
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  const post = async (path: string, fields: Record<string, string>) => {
    const body = new URLSearchParams({ locale: 'sr-Latn', ...fields }).toString();
    const headers = {
      ...{ origin, 'sec-fetch-site': 'same-origin', cookie: header(), 'user-agent': 'bench' },
      ...{ 'content-type': 'application/x-www-form-urlencoded', 'content-length': Buffer.byteLength(body) },
    };
    const answer = await send(origin + path, { method: 'POST', headers, agent }, body);
    for (const set of answer.headers['set-cookie'] ?? []) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(set) ?? [];
      cookies.set(name, value);
    }
    return answer.headers.location ?? `status ${answer.statusCode}`;
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

function send(url: string, options: RequestOptions, body: string): Promise<IncomingMessage> {
  return new Promise((resolve, reject) => {
    const sent = request(url, options, (answer) => {
      answer.on('error', reject);
      answer.on('end', () => resolve(answer));
      answer.resume();
    });
    sent.on('error', reject);
    sent.end(body);
  });
}
