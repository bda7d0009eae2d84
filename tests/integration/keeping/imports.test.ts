import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Staff } from '@/lib/accounts/access-rules';
import { beginCheck, beginWrite, decideRows, discardImport, receiveImport } from '@/lib/imports/desk/commands';
import { importFolder, readProgress, tellProgress } from '@/lib/imports/desk/folder';
import { findImport, findRejected, listImports, listVerdicts } from '@/lib/imports/desk/queries';
import { undoRun } from '@/lib/imports/desk/undo-run';
import { EMPTY_QUERY } from '@/lib/search/params';
import { listMatchingIds } from '@/lib/search/queries';
import type { TestDatabase } from '../../support/database';
import { createRealDatabase } from '../../support/real-database';
import { makeStaff, valueIn } from './support';

let base: TestDatabase;
let mira: Staff;
let editor: Staff;

beforeAll(async () => {
  base = await createRealDatabase();
  mira = await makeStaff(base, 'Mira', 'coordinator');
  editor = await makeStaff(base, 'Ana', 'editor');
});
afterAll(() => base.dispose());

let uploads = 0;

async function upload(text: string, name = 'lista.csv'): Promise<number> {
  const received = path.join(base.folder, 'incoming', `upload-${++uploads}`);
  mkdirSync(path.dirname(received), { recursive: true });
  writeFileSync(received, text);
  return valueIn(await receiveImport(mira, { received, name, bytes: text.length })).id;
}

/** Waits for the work beside the server, as the page does. */
async function settled(id: number) {
  for (;;) {
    const job = valueIn(await findImport(mira, id));
    if (job.state !== 'checking' && job.state !== 'writing') return job;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

const found = (text: string) => listMatchingIds({ ...EMPTY_QUERY, text });

describe('an import on a page', () => {
  it('columns are guessed by Serbian titles, rows judged, duplicates decided row by row, written, and undone', async () => {
    const known = await base.prisma.enterprise.findFirstOrThrow({ where: { municipalityId: { not: null } } });
    const place = await base.prisma.municipality.findUniqueOrThrow({ where: { id: known.municipalityId ?? '' } });
    const twin = `"${known.nameSr} d.o.o.";"";;`;
    const list = [
      'Naziv;Opština;Matični broj;Boja',
      'Uvezena zadruga Jedan;Čačak;;plava',
      'Uvezena zadruga Dva;Nigdina;;',
      twin,
      'Uvezena zadruga Tri;Čačak;12345678;',
    ].join('\n');
    const id = await upload(list);
    const job = valueIn(await findImport(mira, id));
    expect(job).toMatchObject({ state: 'uploaded', columns: ['Naziv', 'Opština', 'Matični broj', 'Boja'] });
    expect(job.mapping).toEqual(['name_sr', 'municipality', 'registration_number', null]);
    expect(place.id).not.toBe('');

    valueIn(await beginCheck(mira, { id, names: ['name_sr', 'municipality', 'registration_number', ''] }));
    const checked = await settled(id);
    expect(checked).toMatchObject({ state: 'checked', counts: { new: 1, duplicates: 1, errors: 2 } });
    expect(await base.prisma.enterprise.count({ where: { nameSr: { startsWith: 'Uvezena' } } })).toBe(0);
    const errors = valueIn(await listVerdicts(mira, { id, verdict: 'error', page: 1 })).rows;
    expect(errors.map(({ row, errors: [one] }) => [row, one?.column, one?.code])).toEqual([
      [3, 'municipality', 'unknownMunicipality'],
      [5, 'registration_number', 'notARegistrationNumber'],
    ]);
    const { rows, undecided } = valueIn(await listVerdicts(mira, { id, verdict: 'duplicate', page: 1 }));
    expect([rows.map(({ row }) => row), undecided]).toEqual([[4], 1]);
    expect(rows[0]?.candidates[0]).toMatchObject({ of: { record: { id: known.id } }, reasons: ['sameName'] });

    valueIn(await decideRows(mira, { id, decisions: new Map([[4, `same:${known.id}`]]) }));
    valueIn(await beginWrite(mira, { id }));
    const done = await settled(id);
    expect(done).toMatchObject({
      state: 'done',
      counts: { new: 1, updated: 1, errors: 2, duplicates: 0 },
      hasRejected: true,
    });
    expect(found('uvezena zadruga jedan')).toHaveLength(1);
    expect((await base.prisma.enterprise.findUniqueOrThrow({ where: { id: known.id } })).nameSr).toBe(
      `${known.nameSr} d.o.o.`,
    );
    const rejected = valueIn(await findRejected(mira, id));
    expect(readFileSync(rejected.path, 'utf8')).toContain('Uvezena zadruga Dva;Nigdina;;');
    const history = await base.prisma.recordChange.findFirstOrThrow({
      where: { runId: done.runId },
      orderBy: { id: 'asc' },
    });
    expect(history.actor).toBe(`staff:${mira.id}`);

    expect(await undoRun(editor, done.runId ?? 0)).toMatchObject({ ok: false, error: { code: 'forbidden' } });
    const run = done.runId ?? 0;
    const undoing = async () => valueIn(await listImports(mira)).runs.find(({ id }) => id === run);
    expect(await undoRun(mira, run, { waitMs: 0 }), 'a large one goes on without whoever asked').toMatchObject({
      ok: false,
      error: { code: 'running' },
    });
    expect(await undoing()).toMatchObject({ undoing: 'running', undoneAt: null });
    expect(valueIn(await undoRun(mira, run, { waitMs: 60_000 })), 'asked again, it is the same one').toMatchObject({
      restored: 1,
      removed: 1,
    });
    expect(await undoing()).toMatchObject({ undoing: null, undoneAt: expect.any(Date) });
    expect(found('uvezena zadruga jedan')).toEqual([]);
    expect((await base.prisma.enterprise.findUniqueOrThrow({ where: { id: known.id } })).nameSr).toBe(known.nameSr);
    expect(await undoRun(mira, done.runId ?? 0)).toMatchObject({ ok: false, error: { code: 'alreadyUndone' } });
    const actions = (await base.prisma.auditEntry.findMany({ orderBy: { id: 'asc' } })).map(({ action }) => action);
    expect(actions).toEqual(['import.upload', 'import.check', 'import.write', 'import.run', 'import.undo']);
  }, 240_000);

  it('"new" writes a likely duplicate as a record of its own, "skip" leaves it out', async () => {
    const known = await base.prisma.enterprise.findMany({ take: 2, orderBy: { id: 'asc' } });
    const id = await upload(
      `name_sr\n${known.map(({ nameSr }) => `"${nameSr.replaceAll('"', '""')} a.d."`).join('\n')}\n`,
    );
    valueIn(await beginCheck(mira, { id, names: ['name_sr'] }));
    expect((await settled(id)).counts).toMatchObject({ duplicates: 2 });
    valueIn(
      await decideRows(mira, {
        id,
        decisions: new Map([
          [2, 'new'],
          [3, 'skip'],
        ]),
      }),
    );
    valueIn(await beginWrite(mira, { id }));
    expect((await settled(id)).counts).toMatchObject({ new: 1, skipped: 1, duplicates: 0 });
  }, 240_000);

  it('what cannot be read is told, and nothing of it is kept', async () => {
    const id = await upload('PK\u0003\u0004 nije tabela', 'lista.xlsx');
    const job = valueIn(await findImport(mira, id));
    expect(job).toMatchObject({ state: 'failed', fault: { code: 'unusable', reason: 'badXlsx' } });
    expect(existsSync(importFolder(id))).toBe(false);
  });

  it('a mapping without a name, twice the same, or of other columns is refused; nothing is written', async () => {
    const id = await upload('A;B\nx;y\n');
    expect(await beginCheck(mira, { id, names: ['town', 'town'] })).toMatchObject({
      ok: false,
      error: { code: 'mappingWrong' },
    });
    expect(await beginCheck(mira, { id, names: ['name_sr'] })).toMatchObject({
      ok: false,
      error: { code: 'mappingWrong' },
    });
    expect(await beginWrite(mira, { id })).toMatchObject({ ok: false, error: { code: 'wrongState' } });
    valueIn(await beginCheck(mira, { id, names: ['town', ''] }));
    expect(await settled(id)).toMatchObject({
      state: 'failed',
      fault: { code: 'unusable', reason: 'nameColumnMissing' },
    });
    valueIn(await discardImport(mira, { id }));
    expect(existsSync(importFolder(id))).toBe(false);
  }, 240_000);

  it('progress can be read whole at any moment, however fast it is told', async () => {
    const id = await upload('Naziv\nUvezena zadruga Brza\n');
    const since = new Date(Date.now() - 1_000);
    for (const rows of [1, 20, 300]) {
      tellProgress(id, { rows, all: 300 });
      tellProgress(id, { rows: rows + 1, all: 300 });
      expect(await readProgress(id, since)).toEqual({ rows: rows + 1, all: 300 });
    }
    valueIn(await discardImport(mira, { id }));
  });

  it('nobody without the right sees or begins anything', async () => {
    const refused = { ok: false, error: { code: 'forbidden' } };
    expect(await listImports(editor)).toEqual(refused);
    expect(await findImport(editor, 1)).toEqual(refused);
    expect(await beginCheck(editor, { id: 1, names: ['name_sr'] })).toEqual(refused);
    expect(await beginWrite(editor, { id: 1 })).toEqual(refused);
    expect(await decideRows(editor, { id: 1, decisions: new Map() })).toEqual(refused);
    expect(await discardImport(editor, { id: 1 })).toEqual(refused);
    expect(await findRejected(editor, 1)).toEqual(refused);
    expect(await receiveImport(editor, { received: 'x', name: 'x', bytes: 1 })).toEqual(refused);
  });
});
