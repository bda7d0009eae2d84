import type { IncomingMessage, ServerResponse } from 'node:http';
import { expect, it } from 'vitest';
import { captureAnswer } from '@/server/capture';
import { withWholeAnswers } from '@/server/empty-answers';

const POLICY = "default-src 'none'; script-src 'nonce-x'";
let asked: { url: string | undefined; headers: IncomingMessage['headers'] }[] = [];

/** Next as it is: an empty page for what is not found or fails, and the page of what is not found when the server asks for it. */
const next = (status: number, type = 'text/html; charset=utf-8') =>
  withWholeAnswers((req, res: ServerResponse) => {
    asked.push({ url: req.url, headers: req.headers });
    if (req.headers['x-not-found'] !== undefined) {
      res.setHeader('content-type', type);
      res.write('whole ');
      res.end(`page ${req.url}`);
      return;
    }
    res.statusCode = status;
    res.setHeader('content-type', type);
    res.setHeader('etag', '"empty"');
    res.write('<script>');
    res.end('</script>');
  });

async function answerOf(address: string, status: number, headers: Record<string, string> = {}, type?: string) {
  asked = [];
  const { body, ...answer } = await captureAnswer(next(status, type), address, headers);
  return { ...answer, body: body.toString() };
}

it.each([
  ['/nema-je?a=1', 'sr-Latn'],
  ['/cir/nema-je', 'sr-Cyrl'],
  ['/en/not-there', 'en'],
  ['/sr-Cyrl/enterprises/nema-je', 'sr-Cyrl'],
])(
  'what is not found at %s is answered with a whole page in %s, under the policy of the request',
  async (address, locale) => {
    const answer = await answerOf(address, 404, {
      'content-security-policy': POLICY,
      cookie: 'session=1',
      'x-theme': 'dark',
    });
    expect(answer).toMatchObject({ status: 404, body: `whole page /${locale}/not-found` });
    expect(answer.headers.etag).toBeUndefined();
    expect(asked[1]?.headers).toMatchObject({ 'content-security-policy': POLICY, 'x-theme': 'dark' });
    expect(asked[1]?.headers.cookie, 'the page is nobody’s own').toBeUndefined();
  },
);

it('a page that failed says so in a sentence of the language of its address, with the number by which it stands in the log', async () => {
  const answer = await answerOf('/en/enterprises', 500, { accept: 'text/html', 'x-request-id': 'abc123' });
  expect(answer.status).toBe(500);
  expect(answer.body).toContain('abc123');
  expect(answer.body).toMatch(/<html lang="en"/);
});

it('all else stays what it is: pages that are there, data for scripts, files, forms', async () => {
  const rest: [string, number, Record<string, string>, string?][] = [
    ['/preduzeca', 200, {}],
    ['/nema-je', 404, { rsc: '1' }],
    ['/api/v1/enterprises/nema', 404, {}],
    ['/files/nema', 404, {}],
    ['/nema-je', 404, {}, 'application/problem+json'],
  ];
  for (const [address, status, headers, type] of rest) {
    expect(await answerOf(address, status, headers, type)).toMatchObject({ status, body: '<script></script>' });
  }
});
