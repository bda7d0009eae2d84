import { createHash } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { toHtml } from '@/lib/html/html';
import { hrefFor } from '@/lib/i18n/navigation';
import { placeVisitorPart, SHELL_HEADER, VISITOR_MARK, type VisitorRequest } from '@/lib/site/visitor-part';
import { KEPT_HEADER } from '@/lib/story-form/kept-header';
import { nextLikePage, startTestServer, type TestServer } from './support';

const FORM = hrefFor('sr-Latn', '/have-your-say/form/[step]', { step: '3' });
const CYRILLIC = hrefFor('sr-Cyrl', '/have-your-say/form/[step]', { step: '3' });

let server: TestServer;
let renders: { url: string | undefined; isShell: boolean }[];
let asked: VisitorRequest[];
let answer: (request: VisitorRequest) => string | null;

beforeEach(async () => {
  renders = [];
  asked = [];
  answer = ({ cookies }) => `Ćao, ${cookies ?? 'niko'}`;
  placeVisitorPart('/have-your-say/form/[step]', async (request) => {
    asked.push(request);
    const text = answer(request);
    return text === null ? null : toHtml(text);
  });
  server = await startTestServer((req: IncomingMessage, res: ServerResponse) => {
    const isShell = req.headers[SHELL_HEADER] !== undefined;
    renders.push({ url: req.url, isShell });
    res.setHeader('Content-Type', 'text/html; charset=utf-8');
    res.end(nextLikePage(req, `<main>${isShell ? VISITOR_MARK : 'cela strana'}</main>`));
  });
});
afterEach(() => server.close());

describe('a page with a part for each visitor', () => {
  it('is rendered once, and answered with the part of whoever asks', async () => {
    const one = await server.ask(FORM, { cookie: 'story_draft=jedan' });
    const two = await server.ask(`${FORM}?from=check&q=a?b&view=x&view=y`, { cookie: 'story_draft=dva' });
    expect(one.text).toContain('<main>Ćao, story_draft=jedan</main>');
    expect(two.text).toContain('<main>Ćao, story_draft=dva</main>');
    expect(renders).toEqual([{ url: FORM, isShell: true }]);
    expect(asked[1]).toMatchObject({ locale: 'sr-Latn', params: { step: '3' } });
    expect(asked[1]?.search).toEqual({ from: 'check', q: 'a?b', view: ['x', 'y'] });
  });

  it('is kept by nobody on the way', async () => {
    const { headers } = await server.ask(FORM, { cookie: 'story_draft=jedan' });
    expect(headers['cache-control']).toBe('private, no-store');
    expect(headers.etag).toBeUndefined();
  });

  it('runs the scripts of the page by their hashes, and none that a visitor typed', async () => {
    answer = () => '</textarea><script>steal()</script>';
    const { text, headers } = await server.ask(FORM);
    const policy = String(headers['content-security-policy']);
    expect(text).toContain('&lt;script&gt;steal()');
    expect(policy.match(/sha256-/g)).toHaveLength(2);
    expect(policy).not.toContain(createHash('sha256').update('steal()').digest('base64'));
    expect(text + policy).not.toMatch(/nonce-|nonce="/);
  });

  it('comes without its body to a HEAD', async () => {
    const { status, text } = await server.ask(FORM, {}, 'HEAD');
    expect([status, text]).toEqual([200, '']);
    expect(asked).toHaveLength(1);
  });

  it('is rendered anew after a write', async () => {
    await server.ask(FORM);
    server.write();
    await server.ask(FORM);
    expect(renders.map(({ isShell }) => isShell)).toEqual([true, true]);
  });

  it('is another one in each language and theme', async () => {
    await server.ask(FORM);
    await server.ask(CYRILLIC);
    await server.ask(FORM, { cookie: 'theme=dark' });
    await server.ask(FORM, { cookie: 'theme=dark; story_draft=tri' });
    expect(renders).toHaveLength(3);
  });
});

describe('the page is rendered as a whole', () => {
  it('for a visitor for whom it is another page', async () => {
    answer = () => null;
    const { text } = await server.ask(`${FORM}?check=1`);
    expect(text).toContain('cela strana');
    expect(renders.at(-1)).toEqual({ url: `${FORM}?check=1`, isShell: false });
  });

  it('for what was typed and could not be saved, and for a navigation inside the app', async () => {
    expect((await server.ask(FORM, { [KEPT_HEADER]: 'nesto' })).text).toContain('cela strana');
    expect((await server.ask(FORM, { rsc: '1' })).text).toContain('cela strana');
    expect(asked).toEqual([]);
  });

  it('and never with the mark, whatever a visitor sends', async () => {
    answer = () => null;
    const { text } = await server.ask(FORM, { [SHELL_HEADER]: '1' });
    expect(text).toContain('cela strana');
    expect(text).not.toContain(VISITOR_MARK.toString());
  });
});
