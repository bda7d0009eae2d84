import { mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { cleanFile } from '@/lib/files/cleaner';
import type { FileKind } from '@/lib/files/fields';
import { hugePng, phonePhoto, plainPdf } from '@/tests/support/made-files';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'cleaner-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

async function clean(kind: FileKind, content: Buffer) {
  const input = path.join(folder, 'received');
  const out = path.join(folder, 'out');
  mkdirSync(out, { recursive: true });
  writeFileSync(input, content);
  return { outcome: await cleanFile(kind, input, out), written: readdirSync(out) };
}

it('the process of its own cleans a photo and a document, for the server’s eyes only', async () => {
  const photo = await clean('photo', await phonePhoto());
  expect(photo.outcome).toMatchObject({ ok: true, kind: 'photo' });
  expect(photo.written).toContain('w480.avif');
  for (const name of photo.written) expect(statSync(path.join(folder, 'out', name)).mode & 0o777).toBe(0o600);
  expect((await clean('document', await plainPdf())).outcome).toMatchObject({ ok: true, pages: 1 });
});

it('says why a file is refused', async () => {
  expect((await clean('photo', hugePng(20_000, 10_000))).outcome).toEqual({ ok: false, code: 'tooManyPixels' });
});

it('a document that fills the memory of its reader ends the reader, not the site', async () => {
  const many = `%PDF-1.7\n1 0 obj\n[${'<</A 1>>'.repeat(1_200_000)}]\nendobj\n%%EOF`;
  expect((await clean('document', Buffer.from(many))).outcome).toEqual({ ok: false, code: 'broken' });
});
