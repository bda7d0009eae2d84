import { afterEach, expect, it } from 'vitest';
import { nextLikePage, startTestServer, type TestServer } from './support';

let server: TestServer;
afterEach(() => server.close());

it("hands on the socket's address and not what a visitor says it is; the log has neither", async () => {
  const handed: unknown[] = [];
  server = await startTestServer((req, res) => {
    handed.push(req.headers['x-client-address']);
    res.end(nextLikePage(req));
  });
  const lie = { 'x-client-address': '198.51.100.77', 'x-forwarded-for': '198.51.100.78' };
  await server.ask('/api/story/save', lie, 'POST');
  await server.ask('/api/v1/enterprises/%E0%A4%A', lie);
  expect(handed).toEqual([expect.stringMatching(/^(::1|127\.0\.0\.1|::ffff:127\.0\.0\.1)$/)]);
  expect(server.lines.length).toBeGreaterThan(1);
  expect(server.lines.join('\n')).not.toMatch(/198\.51\.100|127\.0\.0\.1|::1/);
});
