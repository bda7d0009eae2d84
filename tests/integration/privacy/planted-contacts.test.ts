import { readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { GET as enterprises } from '@/app/api/v1/enterprises/route';
import { GET as list } from '@/app/api/v1/stories/route';
import { GET as atom } from '@/app/api/v1/stories.atom/route';
import { GET as csv } from '@/app/api/v1/stories.csv/route';
import { GET as geojson } from '@/app/api/v1/stories.geojson/route';
import { GET as sitemap } from '@/app/sitemap.xml/route';
import { runJob } from '@/lib/jobs/run';
import type { TestDatabase } from '../../support/database';
import { foundIn, type Planted } from '../../support/find-contacts';
import { plantContacts } from '../../support/planted-contacts';
import { createRealDatabase } from '../../support/real-database';

let database: TestDatabase;
let planted: Planted;
const printed: string[] = [];

beforeAll(async () => {
  database = await createRealDatabase();
  for (const stream of [process.stdout, process.stderr]) {
    const write = stream.write.bind(stream);
    stream.write = ((chunk: string | Uint8Array, ...rest: []) => {
      printed.push(Buffer.from(chunk as Uint8Array).toString());
      return write(chunk, ...rest);
    }) as typeof stream.write;
  }
  planted = await plantContacts(database.prisma, new Date());
});
afterAll(() => database.dispose());

/** Every file below a folder. */
function filesBelow(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => path.join(folder, name))
    .filter((file) => statSync(file).isFile());
}

describe('planted contacts', () => {
  it('are there, and can be found when they stand in a text', () => {
    expect(planted.secrets.length).toBeGreaterThan(35);
    expect(foundIn('zovi 060/7704-102 ili piši', planted.secrets)).toEqual(['607704102']);
    expect(foundIn('РАДОВАН ЗАСАЂЕНКО', planted.secrets)).toEqual(['Zasađenko']);
    expect(foundIn('nadezda planticeva', planted.secrets)).toEqual(['Plantićeva']);
  });

  it('stand in no file of the data folder: the database, its log, the files', async () => {
    await database.prisma.$queryRawUnsafe('PRAGMA wal_checkpoint(PASSIVE)');
    const files = filesBelow(database.folder).filter((file) => !file.includes('contact.key'));
    expect(files.some((file) => file.endsWith('directory.db'))).toBe(true);
    for (const file of files) {
      expect(foundIn(readFileSync(file, 'latin1'), planted.secrets), file).toEqual([]);
      expect(foundIn(readFileSync(file, 'utf8'), planted.secrets), file).toEqual([]);
    }
  });

  it('stand in no row of the outbox, before and after the mails are sent, and not in the log', async () => {
    const text = async () => JSON.stringify(await database.prisma.outboxMail.findMany(), (_, value) => (value instanceof Uint8Array ? Buffer.from(value).toString('latin1') : value)); // biome-ignore format: one line
    expect(await database.prisma.outboxMail.count()).toBeGreaterThan(10);
    expect(foundIn(await text(), planted.secrets)).toEqual([]);
    expect((await runJob('mail')).ok).toBe(true);
    expect(await database.prisma.outboxMail.count({ where: { state: 'sent' } })).toBeGreaterThan(5);
    expect(foundIn(await text(), planted.secrets)).toEqual([]);
    expect(foundIn(printed.join(''), planted.secrets)).toEqual([]);
  });

  const ADDRESSES: [string, (request: Request) => Response | Promise<Response>][] = [
    ['/api/v1/stories?limit=100', list],
    ['/api/v1/stories.csv', csv],
    ['/api/v1/stories.geojson', geojson],
    ['/api/v1/stories.atom', atom],
    ['/api/v1/enterprises?limit=100', enterprises],
    ['/sitemap.xml', sitemap],
  ];

  it.each(ADDRESSES)('stand not in %s', async (address, handler) => {
    const answer = await handler(new Request(`http://mapa.example${address}`));
    expect(answer.status).toBe(200);
    expect(foundIn(await answer.text(), planted.secrets)).toEqual([]);
  });

  it('cannot be searched for', async () => {
    for (const secret of [...planted.secrets, ...planted.references]) {
      const answer = await list(new Request(`http://mapa.example/api/v1/stories?q=${encodeURIComponent(secret)}`));
      const body = (await answer.json()) as { data?: { reference?: string }[] };
      const found = (body.data ?? []).filter(({ reference }) => reference && planted.references.includes(reference));
      if (planted.secrets.includes(secret)) expect(found, secret).toEqual([]);
    }
  });

  it('of who wants to be named stand there by name only', async () => {
    const story = await database.prisma.story.findFirstOrThrow({ where: { authorName: planted.publicName } });
    expect(story.publication).toBe('published');
    const named = await database.prisma.story.count({ where: { NOT: { authorName: null } } });
    expect(named).toBe(2);
  });
});
