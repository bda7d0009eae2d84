import { readdirSync } from 'node:fs';
import { request as httpRequest, type IncomingMessage, type ServerResponse } from 'node:http';
import { connect } from 'node:net';
import path from 'node:path';
import { Readable } from 'node:stream';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import type { FileItem } from '@/lib/files/present';
import { createTestDatabase, type TestDatabase } from '@/tests/support/database';
import { heicHead, PLANTED, phonePhoto, plainPdf, plainPicture } from '@/tests/support/made-files';
import { type Answer, startTestServer, type TestServer } from '../server/support';
import { filesOnDisk, newDraft } from './support';

vi.mock('@/lib/files/cleaner', async () => ({ cleanFile: (await import('@/lib/files/clean/clean')).cleanInto }));

let database: TestDatabase;
let server: TestServer;
beforeAll(async () => {
  database = await createTestDatabase();
  const upload = await import('@/app/api/story/files/route');
  const file = await import('@/app/files/[key]/[rendition]/route');
  // The server's own door and listener, with the routes in the place of Next.
  server = await startTestServer(async (req, res) => {
    const [, folder, key = '', rendition = ''] = (req.url ?? '').split('?')[0]?.split('/') ?? [];
    const answer =
      folder === 'files'
        ? await file.GET(toRequest(req), { params: Promise.resolve({ key, rendition }) })
        : await upload.POST(toRequest(req));
    await send(answer, res);
  });
});
afterEach(async () => {
  await database.prisma.storyDraft.deleteMany();
  await database.prisma.rateLimiterFlexible.deleteMany();
  const { sweepBlobs } = await import('@/lib/files/commands');
  await sweepBlobs({ now: new Date(Date.now() + 2 * 86_400_000) });
});
afterAll(async () => {
  await server.close();
  await database.dispose();
});

function toRequest(req: IncomingMessage): Request {
  const body = req.method === 'POST' ? (Readable.toWeb(req) as ReadableStream) : null;
  return new Request(`http://${req.headers.host}${req.url}`, {
    method: req.method ?? 'GET',
    headers: Object.entries(req.headers).map(([name, value]) => [name, String(value)] as [string, string]),
    body,
    duplex: 'half',
  } as RequestInit);
}

async function send(answer: Response, res: ServerResponse): Promise<void> {
  res.writeHead(answer.status, [...answer.headers].flat());
  res.end(Buffer.from(await answer.arrayBuffer()));
}

type Part = string | { name: string; content: Buffer };

/** A form as a browser posts it. */
async function post(parts: [field: string, value: Part][], headers: Record<string, string> = {}): Promise<Answer> {
  const form = new FormData();
  for (const [field, value] of parts) {
    if (typeof value === 'string') form.append(field, value);
    else form.append(field, new File([new Uint8Array(value.content)], value.name));
  }
  const encoded = new Response(form);
  const body = Buffer.from(await encoded.arrayBuffer());
  return raw(body, { 'content-type': encoded.headers.get('content-type') ?? '', ...headers });
}

function raw(body: Buffer, headers: Record<string, string>): Promise<Answer> {
  const { port } = new URL(server.origin);
  return new Promise((resolve, reject) => {
    const req = httpRequest(
      {
        port,
        path: '/api/story/files',
        method: 'POST',
        agent: false,
        headers: { origin: server.origin, 'content-length': body.length, ...headers },
      },
      (res) => {
        const chunks: Buffer[] = [];
        res.on('data', (chunk: Buffer) => chunks.push(chunk));
        res.on('end', () => {
          const whole = Buffer.concat(chunks);
          resolve({ status: res.statusCode ?? 0, headers: res.headers, body: whole, text: whole.toString() });
        });
      },
    );
    req.on('error', reject);
    req.end(body);
  });
}

const JSON_WANTED = { accept: 'application/json' };
const cookieOf = (secret: string) => ({ cookie: `story_draft=${secret}` });
const photo = () => plainPicture(64, 48).jpeg().toBuffer();

interface Data {
  ok: boolean;
  code?: string;
  files: { ok: boolean; name: string; code?: string; text: string; key?: string }[];
  photos: FileItem[];
  documents: FileItem[];
}

async function postJson(secret: string, parts: [string, Part][]): Promise<Data> {
  const answer = await post([['locale', 'sr-Latn'], ...parts], { ...JSON_WANTED, ...cookieOf(secret) });
  return JSON.parse(answer.text) as Data;
}

describe('an upload by our script', () => {
  it('gives each file its own verdict, and the others stay', async () => {
    const secret = await newDraft();
    const data = await postJson(secret, [
      ['photoFiles', { name: 'Šivenje.jpg', content: await phonePhoto() }],
      ['photoFiles', { name: 'IMG_1.heic', content: heicHead() }],
      ['documentFiles', { name: 'izvestaj.pdf', content: await plainPdf() }],
      ['photoFiles', { name: 'velika.jpg', content: Buffer.alloc(10 * 1024 * 1024 + 1, 7) }],
      ['photoFiles', { name: '', content: Buffer.alloc(0) }],
    ]);
    expect(data.files.map(({ name, ok, code }) => [name, ok, code])).toEqual([
      ['Šivenje.jpg', true, undefined],
      ['IMG_1.heic', false, 'heic'],
      ['izvestaj.pdf', true, undefined],
      ['velika.jpg', false, 'tooLarge'],
    ]);
    expect(data.files[1]?.text).toContain('HEIC');
    expect(data.photos.map(({ name }) => name)).toEqual(['Šivenje.jpg']);
    expect(data.documents.map(({ name, audience }) => [name, audience])).toEqual([['izvestaj.pdf', 'staff']]);
    expect(readdirSync(path.join(database.folder, 'files', 'incoming'))).toEqual([]);
  });

  it('makes a draft where there is none, and gives its cookie', async () => {
    const answer = await post(
      [
        ['locale', 'en'],
        ['photoFiles', { name: 'a.jpg', content: await photo() }],
      ],
      JSON_WANTED,
    );
    expect(answer.status).toBe(200);
    const cookie = String(answer.headers['set-cookie']);
    expect(cookie).toMatch(/^story_draft=[\w-]{32};.*HttpOnly; SameSite=Lax/);
    const { photos } = JSON.parse(answer.text) as Data;
    const picture = await server.ask(photos[0]?.picture?.src ?? '', { cookie: cookie.split(';')[0] });
    expect(picture.status).toBe(200);
  });

  it('saves words and order, moves and removes', async () => {
    const secret = await newDraft();
    const { photos } = await postJson(secret, [
      ['photoFiles', { name: 'a.jpg', content: await photo() }],
      ['photoFiles', { name: 'b.png', content: await plainPicture(40, 40).png().toBuffer() }],
    ]);
    const [a, b] = photos.map(({ key }) => key) as [string, string];
    const words: [string, Part][] = [
      ['filesShown', 'photos'],
      ['photos.file', a],
      [`photos.${a}.alt`, 'Tri žene šiju'],
      ['photos.file', b],
      [`photos.${b}.author`, 'Mika'],
    ];
    const moved = await postJson(secret, [...words, ['fileAction', `up:${b}`]]);
    expect(moved.photos.map(({ name, alt, author }) => [name, alt, author])).toEqual([
      ['b.png', '', 'Mika'],
      ['a.jpg', 'Tri žene šiju', ''],
    ]);
    const left = await postJson(secret, [['fileAction', `remove:${b}`]]);
    expect(left.photos.map(({ name, alt }) => [name, alt])).toEqual([['a.jpg', 'Tri žene šiju']]);
    // Another draft's key moves and removes nothing.
    const other = await newDraft();
    await postJson(other, [['fileAction', `remove:${a}`]]);
    expect((await postJson(secret, [['fileAction', 'words']])).photos).toHaveLength(1);
  });

  it('from another site is refused', async () => {
    const secret = await newDraft();
    const answer = await post([['photoFiles', { name: 'a.jpg', content: await photo() }]], {
      ...JSON_WANTED,
      ...cookieOf(secret),
      origin: 'https://primer.example',
    });
    expect(answer.status).toBe(403);
    expect(filesOnDisk(database)).toEqual([]);
  });

  it('is limited by address', async () => {
    const secret = await newDraft();
    const { BUDGETS } = await import('@/lib/abuse/budgets');
    const { takeBudgets, addressKey } = await import('@/lib/abuse/limits');
    const key = addressKey(new Headers());
    const spy = vi.spyOn(await import('@/lib/abuse/limits'), 'addressKey').mockReturnValue(key);
    for (let at = 0; at < (BUDGETS.uploadFromAddress[0]?.points ?? 0); at += 1) {
      await takeBudgets([{ budget: 'uploadFromAddress', key }]);
    }
    const { files } = await postJson(secret, [['photoFiles', { name: 'a.jpg', content: await photo() }]]);
    spy.mockRestore();
    expect(files.map(({ code }) => code)).toEqual(['limited']);
  });
});

describe('a form without a script', () => {
  it('keeps what is typed on the page, says what became of each file, and leads back to it', async () => {
    const secret = await newDraft();
    const answer = await post(
      [
        ['page', 'files'],
        ['locale', 'en'],
        ['version', ''],
        ['links', 'https://primer.example/maske'],
        ['filesShown', 'photos'],
        ['filesShown', 'documents'],
        ['photoFiles', { name: 'a.jpg', content: await photo() }],
        ['photoFiles', { name: 'b.jpg', content: Buffer.from('<html>') }],
        ['fileAction', 'add'],
      ],
      { accept: 'text/html', ...cookieOf(secret) },
    );
    expect(answer.status).toBe(303);
    expect(answer.headers.location).toBe('/en/have-your-say/form/5#file-report');
    const { openDraft } = await import('@/lib/submissions/drafts');
    const { filesOfDraft } = await import('@/lib/files/queries');
    expect((await openDraft(secret))?.answers.links).toEqual(['https://primer.example/maske']);
    const { photos, report } = await filesOfDraft(secret);
    expect(photos).toHaveLength(1);
    expect(report).toEqual([
      { ok: true, kind: 'photo', name: 'a.jpg', key: photos[0]?.key },
      { ok: false, kind: 'photo', name: 'b.jpg', code: 'notAPicture' },
    ]);
  });

  it('a file that was chosen but not added comes along when one goes on', async () => {
    const secret = await newDraft();
    const fields: [string, Part][] = [
      ['page', 'files'],
      ['locale', 'sr-Latn'],
      ['filesShown', 'photos'],
    ];
    const going = await post([...fields, ['go', 'later'], ['photoFiles', { name: 'a.jpg', content: await photo() }]], {
      accept: 'text/html',
      ...cookieOf(secret),
    });
    expect(going.headers.location).toBe('/imate-rec/kasnije');
    const stopped = await post([...fields, ['go', 'later'], ['photoFiles', { name: 'b.jpg', content: heicHead() }]], {
      accept: 'text/html',
      ...cookieOf(secret),
    });
    expect(stopped.headers.location).toBe('/imate-rec/upitnik/5#file-report');
  });
});

describe('the door', () => {
  it('more than 21 MB at once gets a page in the visitor’s language, after all of it was sent', async () => {
    const answer = await raw(Buffer.alloc(23 * 1024 * 1024), {
      'content-type': 'multipart/form-data; boundary=x',
      accept: 'text/html',
      referer: `${server.origin}/en/have-your-say/form/5`,
    });
    expect(answer.status).toBe(413);
    expect(answer.text).toContain('<html lang="en">');
    expect(answer.text).toContain('At most 20 MB can be sent at a time');
  });

  it('an upload that is cut off half-way leaves nothing behind', async () => {
    const secret = await newDraft();
    const { port } = new URL(server.origin);
    const socket = connect(Number(port), 'localhost');
    socket.write(
      [
        'POST /api/story/files HTTP/1.1',
        `Host: localhost:${port}`,
        `Origin: ${server.origin}`,
        `Cookie: story_draft=${secret}`,
        'Content-Type: multipart/form-data; boundary=grenze',
        'Content-Length: 5000000',
        '',
        '--grenze',
        'Content-Disposition: form-data; name="photoFiles"; filename="a.jpg"',
        'Content-Type: image/jpeg',
        '',
        '',
      ].join('\r\n'),
    );
    socket.write(Buffer.alloc(300_000, 9));
    const incoming = path.join(database.folder, 'files', 'incoming');
    await expect.poll(() => readdirSync(incoming).length).toBe(1);
    socket.destroy();
    await expect.poll(() => readdirSync(incoming)).toEqual([]);
    await sleep(20);
    expect(filesOnDisk(database)).toEqual([]);
    expect(await database.prisma.storedFile.count()).toBe(0);
  });

  it.each([
    ['no form at all', Buffer.from('{}'), 'application/json'],
    ['a form without its boundary', Buffer.from('x'), 'multipart/form-data'],
    [
      'a form that ends too early',
      Buffer.from('--x\r\nContent-Disposition: form-data; name="a"\r\n\r\nb'),
      'multipart/form-data; boundary=x',
    ],
  ])('%s is an answer, not an error', async (_, body, type) => {
    const answer = await raw(body, { 'content-type': type, ...JSON_WANTED, ...cookieOf(await newDraft()) });
    expect(answer.status).toBe(400);
  });
});

describe('a file is served', () => {
  it('to its draft only, with a type of ours, and kept nowhere', async () => {
    const secret = await newDraft();
    const { photos, documents } = await postJson(secret, [
      ['photoFiles', { name: 'a.html', content: await phonePhoto() }],
      ['documentFiles', { name: 'Izveštaj; 1%.exe', content: await plainPdf() }],
    ]);
    const address = `/files/${photos[0]?.key}/w960.avif`;
    const mine = await server.ask(address, cookieOf(secret));
    expect(mine.status).toBe(200);
    expect(mine.headers).toMatchObject({
      'content-type': 'image/avif',
      'cache-control': 'private, no-store',
      'x-content-type-options': 'nosniff',
      'content-security-policy': "default-src 'none'; sandbox",
    });
    for (const word of Object.values(PLANTED)) expect(mine.body.includes(word)).toBe(false);

    const again = await server.ask(address, { ...cookieOf(secret), 'if-none-match': String(mine.headers.etag) });
    expect([again.status, again.body.length]).toEqual([304, 0]);
    const head = await server.ask(address, cookieOf(secret), 'HEAD');
    expect([head.status, head.headers['content-type']]).toEqual([200, 'image/avif']);

    const pdf = await server.ask(`/files/${documents[0]?.key}/document.pdf`, cookieOf(secret));
    expect(pdf.headers).toMatchObject({
      'content-type': 'application/pdf',
      'content-disposition': `attachment; filename="dokument.pdf"; filename*=UTF-8''Izve%C5%A1taj_%201_.exe.pdf`,
    });

    const strangers = await Promise.all(
      [address, `/files/${'a'.repeat(32)}/w960.avif`, `/files/${photos[0]?.key}/secret.txt`].map((at) =>
        server.ask(at),
      ),
    );
    const bare = strangers.map(({ status, text, headers }) => {
      const { date, 'x-request-id': id, ...rest } = headers;
      return { status, text, rest };
    });
    expect(bare[0]?.status).toBe(404);
    expect(bare[1]).toEqual(bare[0]);
    expect(bare[2]).toEqual(bare[0]);
  });
});
