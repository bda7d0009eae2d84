import { once } from 'node:events';
import { createServer, type IncomingMessage, request, type Server, type ServerResponse } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import { afterEach, expect, it, vi } from 'vitest';
import { type PostRoute, withDeskPosts } from '@/server/desk-posts';

let server: Server;
afterEach(() => server.close());

const ADDRESS = '/api/desk/stories/decide';
const byNext = vi.fn(async (_req: IncomingMessage, res: ServerResponse) => {
  res.end('next');
});

/** A server that knows one route. @returns its port */
async function serve(POST: PostRoute['POST']): Promise<number> {
  byNext.mockClear();
  const render = withDeskPosts(byNext, new Map([[ADDRESS, async () => (POST ? { POST } : {})]]));
  server = createServer((req, res) => {
    void Promise.resolve(render(req, res)).catch(() => {
      res.statusCode = 500;
      res.end('failed');
    });
  });
  server.listen(0);
  await once(server, 'listening');
  return (server.address() as AddressInfo).port;
}

interface Sent {
  path?: string;
  body?: string;
  headers?: Record<string, string>;
}

const FORM = 'application/x-www-form-urlencoded';

async function post(port: number, { path = ADDRESS, body = '', headers = {} }: Sent) {
  const sent = request({ port, path, method: 'POST', headers: { 'content-type': FORM, ...headers } });
  sent.end(body);
  const [answer] = (await once(sent, 'response')) as [IncomingMessage];
  const chunks: Buffer[] = [];
  for await (const chunk of answer) chunks.push(chunk);
  return { status: answer.statusCode, headers: answer.headers, text: Buffer.concat(chunks).toString() };
}

it('a form reaches its route whole: every field in its order, in any script, and the headers', async () => {
  let seen: unknown;
  const port = await serve(async (received) => {
    const form = await received.formData();
    seen = { fields: [...form], again: (await received.formData()).get('tick'), url: new URL(received.url).pathname };
    return Response.json({ cookie: received.headers.get('cookie'), origin: received.headers.get('origin') });
  });
  const body = 'note=%D0%9F%D1%80%D0%B8%D1%87%D0%B0+%26+%C5%A1%0D%0A2&tick=a&tick=b&empty=';
  const answer = await post(port, {
    path: `${ADDRESS}?x=1`,
    body,
    headers: { cookie: 'a=1; b=2', origin: 'https://m.rs' },
  });
  expect(seen).toEqual({
    fields: [
      ['note', 'Прича & š\r\n2'],
      ['tick', 'a'],
      ['tick', 'b'],
      ['empty', ''],
    ],
    again: 'a',
    url: ADDRESS,
  });
  expect(JSON.parse(answer.text)).toEqual({ cookie: 'a=1; b=2', origin: 'https://m.rs' });
  expect(byNext).not.toHaveBeenCalled();
});

it('its answer goes back as it is: status, several cookies, an empty body or a long file', async () => {
  const long = 'č'.repeat(300_000);
  const port = await serve(async (received) => {
    if ((await received.formData()).has('file')) return new Response(long, { headers: { 'content-type': 'text/csv' } });
    const headers = new Headers({ location: '/ured' });
    headers.append('set-cookie', 'a=1; Path=/');
    headers.append('set-cookie', 'b=2; Path=/');
    return new Response(null, { status: 303, headers });
  });
  const led = await post(port, {});
  expect(led).toMatchObject({
    status: 303,
    text: '',
    headers: { location: '/ured', 'set-cookie': ['a=1; Path=/', 'b=2; Path=/'] },
  });
  const file = await post(port, { body: 'file=1' });
  expect(file.headers['content-type']).toBe('text/csv');
  expect(file.text === long).toBe(true);
});

it('files, other addresses and routes without a POST go to Next', async () => {
  const port = await serve(async () => new Response('ours'));
  const type = { 'content-type': 'multipart/form-data; boundary=x' };
  expect((await post(port, { headers: type })).text).toBe('next');
  expect((await post(port, { path: '/api/desk/stories/other' })).text).toBe('next');
  expect((await post(port, { path: '/api/desk/../desk/stories/decide' })).text).toBe('next');
  expect(await (await fetch(`http://localhost:${port}${ADDRESS}`)).text()).toBe('next');
  expect((await post(port, {})).text).toBe('ours');
  server.close();
  expect((await post(await serve(undefined), {})).text).toBe('next');
});

it('a form that breaks off runs nothing, one with an odd host is read, and a fault of the route is the server’s to tell', async () => {
  const route = vi.fn(async (received: Request) => {
    if ((await received.formData()).has('bad')) throw new Error('bad');
    return new Response('ours');
  });
  const port = await serve(route);
  const socket = connect(port, 'localhost');
  socket.write(`POST ${ADDRESS} HTTP/1.1\r\nHost: x\r\nContent-Type: ${FORM}\r\nContent-Length: 50\r\n\r\nstory=1&`);
  await new Promise((resolve) => setTimeout(resolve, 50));
  socket.destroy();
  await new Promise((resolve) => setTimeout(resolve, 50));
  expect(route).not.toHaveBeenCalled();
  expect((await post(port, { headers: { host: 'a b|c' } })).text).toBe('ours');
  expect(await post(port, { body: 'bad=1' })).toMatchObject({ status: 500, text: 'failed' });
});
