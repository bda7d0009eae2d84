import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { SMTPServer, type SMTPServerOptions } from 'smtp-server';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { forgetSettings } from '@/lib/env';
import type * as Deliver from '@/lib/mail/deliver';
import type * as Outbox from '@/lib/mail/outbox';
import { BACK_OFF_MS, SENDING_MS } from '@/lib/mail/retries';
import { MAIL_SAMPLES } from '@/lib/mail/samples';
import type { Transport } from '@/lib/mail/transport';
import { createTestDatabase, type TestDatabase } from '@/tests/support/database';

let database: TestDatabase;
let mail: typeof Deliver;
let outbox: typeof Outbox;
beforeAll(async () => {
  database = await createTestDatabase();
  mail = await import('@/lib/mail/deliver');
  outbox = await import('@/lib/mail/outbox');
});
afterAll(() => database.dispose());

const NOW = new Date('2026-11-25T10:00:00Z');
const at = (ms: number) => () => new Date(NOW.getTime() + ms);

/** A mail server of the test's own; it keeps what it is given. */
interface MailServer {
  url: string;
  received: { to: string[]; text: string }[];
  close: () => Promise<void>;
}
const servers: MailServer[] = [];

async function startMailServer(options: SMTPServerOptions = {}): Promise<MailServer> {
  const received: MailServer['received'] = [];
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onData(stream, session, callback) {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => {
        const to = session.envelope.rcptTo.map(({ address }) => address);
        received.push({ to, text: Buffer.concat(chunks).toString('utf8') });
        callback();
      });
    },
    ...options,
  });
  server.on('error', () => {});
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.server.address() as { port: number };
  const running = {
    url: `smtp://127.0.0.1:${port}`,
    received,
    close: () => new Promise<void>((resolve) => server.close(() => resolve())),
  };
  servers.push(running);
  return running;
}

function useServer(url: string): void {
  process.env.SMTP_URL = url;
  process.env.SITE_URL = 'https://mapa.example';
  forgetSettings();
}

async function queue(name: string, to = `${name}@primer.example`): Promise<void> {
  const { writing } = await import('@/lib/db/write');
  const { ok } = await import('@/lib/shared/result');
  const about = { template: 'confirm', locale: 'sr-Cyrl', values: MAIL_SAMPLES.confirm, submissionId: null } as const;
  await writing(async (tx) => {
    await outbox.queueMail(tx, { ...about, to, dedupeKey: name, dueAt: NOW });
    return ok(null);
  });
}

const rowOf = (dedupeKey: string) => database.prisma.outboxMail.findUniqueOrThrow({ where: { dedupeKey } });

beforeEach(async () => {
  await database.prisma.outboxMail.deleteMany();
  await database.prisma.outboxMail.deleteMany();
  process.env.SMTP_URL = '';
  process.env.SITE_URL = 'https://mapa.example';
  forgetSettings();
});
afterEach(async () => {
  await Promise.all(servers.splice(0).map((server) => server.close()));
  process.env.SMTP_URL = '';
  process.env.SITE_URL = '';
  forgetSettings();
});

describe('a mail server', () => {
  it('gets each mail once, whole, in text and HTML', async () => {
    const server = await startMailServer();
    useServer(server.url);
    await queue('ana');
    await queue('mira');
    // The same cause again.
    await queue('ana');
    expect(await mail.deliverDueMail(at(0))).toEqual({ sent: 2, delayed: 0, failed: 0 });
    expect(await mail.deliverDueMail(at(0))).toEqual({ sent: 0, delayed: 0, failed: 0 });

    expect(server.received.map(({ to }) => to)).toEqual([['ana@primer.example'], ['mira@primer.example']]);
    const [first] = server.received;
    expect(first?.text).toMatch(/^Content-Language: sr-Cyrl\r$/m);
    expect(first?.text).toMatch(/^Auto-Submitted: auto-generated\r$/m);
    expect(first?.text).toMatch(/^Message-ID: <[0-9a-f]{32}@mapa\.example>\r$/m);
    expect(first?.text).toContain('multipart/alternative');
    expect(first?.text).toContain('text/plain');
    expect(first?.text).toContain('text/html');
    const row = await rowOf('ana');
    expect(row).toMatchObject({ state: 'sent', sealed: null, lastError: null, sentAt: NOW });
  });

  it('that is down gets it when it is up again; meanwhile nothing is given up', async () => {
    const gone = await startMailServer();
    useServer(gone.url);
    await gone.close();
    await queue('ana');
    await queue('mira');
    // Two days long.
    let ms = 0;
    for (; ms < 48 * 3_600_000; ms += 3_600_000) {
      expect(await mail.deliverDueMail(at(ms))).toEqual({ sent: 0, delayed: 1, failed: 0 });
    }
    expect(await rowOf('ana')).toMatchObject({
      state: 'waiting',
      attempts: 0,
      lastError: expect.stringMatching(/CONN/),
    });
    const server = await startMailServer();
    useServer(server.url);
    expect(await mail.deliverDueMail(at(ms))).toEqual({ sent: 2, delayed: 0, failed: 0 });
  });

  it('that says not now is asked again, later each time, and then gets it once', async () => {
    let refusals = 3;
    const server = await startMailServer({
      onRcptTo(_, __, callback) {
        refusals -= 1;
        if (refusals < 0) return callback();
        callback(Object.assign(new Error('Try again later'), { responseCode: 451 }));
      },
    });
    useServer(server.url);
    await queue('ana');
    const tries: number[] = [];
    // As the job does it: again and again; only what is due is tried.
    for (let minute = 0; minute < 60 && (await rowOf('ana')).state !== 'sent'; minute += 1) {
      const { sent, delayed } = await mail.deliverDueMail(at(minute * 60_000));
      if (sent + delayed > 0) tries.push(minute);
    }
    expect(tries).toEqual([0, 1, 6, 21]);
    expect(server.received).toHaveLength(1);
    expect(await rowOf('ana')).toMatchObject({ state: 'sent', attempts: 4 });
  });

  it('that refuses the address for good is believed, and the address is not kept', async () => {
    const server = await startMailServer({
      onRcptTo({ address }, _, callback) {
        if (!address.startsWith('ana')) return callback();
        callback(Object.assign(new Error(`<${address}> does not exist`), { responseCode: 550 }));
      },
    });
    useServer(server.url);
    await queue('ana');
    await queue('mira');
    expect(await mail.deliverDueMail(at(0))).toEqual({ sent: 1, delayed: 0, failed: 1 });
    const row = await rowOf('ana');
    expect(row).toMatchObject({ state: 'failed', sealed: null });
    expect(row.lastError, 'codes, and not the address').toMatch(/550/);
    expect(row.lastError).not.toContain('primer');
  });

  it('is given up after two days of refusals', async () => {
    const server = await startMailServer({
      onRcptTo(_, __, callback) {
        callback(Object.assign(new Error('Busy'), { responseCode: 451 }));
      },
    });
    useServer(server.url);
    await queue('ana');
    let ms = 0;
    for (const wait of [0, ...BACK_OFF_MS]) {
      ms += wait;
      await mail.deliverDueMail(at(ms));
    }
    expect(await rowOf('ana')).toMatchObject({ state: 'failed', sealed: null, attempts: BACK_OFF_MS.length + 1 });
    expect(server.received).toEqual([]);
  });

  it('gets one address, whatever was typed into it', async () => {
    const server = await startMailServer();
    useServer(server.url);
    await queue('list', 'ana@primer.example, mira@primer.example');
    await queue('header', 'ana@primer.example\r\nBcc: mira@primer.example');
    await mail.deliverDueMail(at(0));
    for (const { to, text } of server.received) {
      expect(to.length).toBeLessThanOrEqual(1);
      expect(text).not.toMatch(/^Bcc:/m);
    }
    expect(server.received.flatMap(({ to }) => to)).not.toContain('mira@primer.example');
  });
});

describe('two processes', () => {
  it('never send the same mail', async () => {
    const server = await startMailServer();
    useServer(server.url);
    for (let n = 0; n < 20; n += 1) await queue(`osoba${n}`);
    const reports = await Promise.all([1, 2, 3].map(() => mail.deliverDueMail(at(0))));
    expect(reports.reduce((sum, { sent }) => sum + sent, 0)).toBe(20);
    expect(new Set(server.received.flatMap(({ to }) => to)).size).toBe(20);
    expect(server.received).toHaveLength(20);
  });
});

describe('a process that ends half-way', () => {
  /** Ends, for the outbox, between the claim and the sending, or between the sending and the note of it. */
  const dyingTransport = (send: () => Promise<void>): Transport => ({ send, close: () => {} });
  class ProcessEnded extends Error {}

  it('before sending leaves a mail that the next one sends, once', async () => {
    const server = await startMailServer();
    useServer(server.url);
    await queue('ana');
    // What a crash leaves behind: the row as it was claimed.
    await database.prisma.outboxMail.updateMany({
      data: { state: 'sending', attempts: 1, dueAt: new Date(NOW.getTime() + SENDING_MS) },
    });
    expect(await mail.deliverDueMail(at(SENDING_MS - 1)), 'it may still be sending').toMatchObject({ sent: 0 });
    expect(await mail.deliverDueMail(at(SENDING_MS))).toMatchObject({ sent: 1 });
    expect(await mail.deliverDueMail(at(SENDING_MS * 10))).toMatchObject({ sent: 0 });
    expect(server.received).toHaveLength(1);
  });

  it('claims before it sends', async () => {
    await queue('ana');
    let seen: string | undefined;
    await mail.deliverDueMail(
      at(0),
      dyingTransport(async () => {
        seen = (await rowOf('ana')).state;
      }),
    );
    expect(seen).toBe('sending');
  });

  it('after sending sends a second one that its reader’s server can tell: with the same Message-ID', async () => {
    const server = await startMailServer();
    useServer(server.url);
    await queue('ana');
    await mail.deliverDueMail(at(0));
    // The note was not written any more.
    const sealed = await resealed('ana');
    await database.prisma.outboxMail.updateMany({ data: { state: 'sending', sealed, dueAt: at(SENDING_MS)() } });
    await mail.deliverDueMail(at(SENDING_MS));
    const ids = server.received.map(({ text }) => /^Message-ID: (.*)\r$/m.exec(text)?.[1]);
    expect(ids).toHaveLength(2);
    expect(ids[0]).toBe(ids[1]);
  });

  it('for whatever reason a transport fails, leaves the mail waiting', async () => {
    await queue('ana');
    const report = await mail.deliverDueMail(
      at(0),
      dyingTransport(() => Promise.reject(new ProcessEnded())),
    );
    expect(report).toEqual({ sent: 0, delayed: 1, failed: 0 });
    expect(await rowOf('ana')).toMatchObject({ state: 'waiting', attempts: 1 });
  });

  async function resealed(dedupeKey: string): Promise<Uint8Array<ArrayBuffer>> {
    const { seal } = await import('@/lib/secrets');
    return seal({ to: `${dedupeKey}@primer.example`, values: MAIL_SAMPLES.confirm });
  }
});

describe('without a server', () => {
  const folder = () => path.join(database.folder, 'outbox');

  it('mails become files that only this user may read', async () => {
    await queue('ana');
    expect(await mail.deliverDueMail(at(0))).toEqual({ sent: 1, delayed: 0, failed: 0 });
    const files = readdirSync(folder());
    expect(files).toEqual([expect.stringMatching(/^\d{6,}\.eml$/)]);
    const file = path.join(folder(), files[0] ?? '');
    expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(statSync(folder()).mode & 0o777).toBe(0o700);
    expect(readFileSync(file, 'utf8')).toContain('To: ana@primer.example');
  });

  it('a mail written again is the same file', async () => {
    await queue('ana');
    await mail.deliverDueMail(at(0));
    const before = readdirSync(folder());
    const { seal } = await import('@/lib/secrets');
    const sealed = seal({ to: 'ana@primer.example', values: MAIL_SAMPLES.confirm });
    await database.prisma.outboxMail.updateMany({ data: { state: 'sending', sealed, dueAt: NOW } });
    await mail.deliverDueMail(at(0));
    expect(readdirSync(folder())).toEqual(before);
  });

  it('no mail is lost between its cause and a restart: it stands in the database', async () => {
    await queue('ana');
    const { closeDb } = await import('@/lib/db');
    await closeDb();
    expect(await mail.hasDueMail(NOW)).toBe(true);
    await mail.deliverDueMail(at(0));
    expect(await mail.hasDueMail(NOW)).toBe(false);
    expect(existsSync(folder())).toBe(true);
  });
});

describe('a mail with an empty place', () => {
  it('is not sent, and is noted at its story', async () => {
    const server = await startMailServer();
    useServer(server.url);
    const { seal } = await import('@/lib/secrets');
    const { id } = await database.prisma.submission.create({
      data: { reference: 'DFG-LNQ-RVW', state: 'pending', locale: 'en' },
    });
    const values = { ...MAIL_SAMPLES.received, answerBy: '' };
    await database.prisma.outboxMail.create({
      data: {
        ...{ dedupeKey: 'broken', template: 'received', locale: 'en', submissionId: id, dueAt: NOW },
        sealed: seal({ to: 'ana@primer.example', values }),
      },
    });
    expect(await mail.deliverDueMail(at(0))).toEqual({ sent: 0, delayed: 0, failed: 1 });
    expect(server.received).toEqual([]);
    const events = await database.prisma.submissionEvent.findMany({ where: { submissionId: id } });
    expect(events).toMatchObject([{ kind: 'mail_failed', actorKind: 'system', details: null }]);
  });
});

describe('links in mails', () => {
  it('lead to SITE_URL, or to this machine', () => {
    expect(mail.mailSite()).toBe('https://mapa.example');
    process.env.SITE_URL = '';
    process.env.PORT = '4321';
    forgetSettings();
    expect(mail.mailSite()).toBe('http://localhost:4321');
    process.env.PORT = '';
  });
});
