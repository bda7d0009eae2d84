import { spawn } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { loadReferenceData } from '@/lib/taxonomies/commands';
import { createTestDatabase, type TestDatabase } from '../../support/database';

/** A database with the vocabularies and the gazetteer, and no record. */
export async function createReferenceDatabase(): Promise<TestDatabase> {
  const database = await createTestDatabase();
  await database.prisma.$transaction((tx) => loadReferenceData(tx, path.resolve('prisma/data')), { timeout: 60_000 });
  return database;
}

let files = 0;

/** Saves rows as a CSV file in the database's folder; each call makes a new one. */
export function saveCsv({ folder }: TestDatabase, text: string, name = `list-${++files}.csv`): string {
  const file = path.join(folder, 'lists', name);
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, text);
  return file;
}

/** Every row of the tables that hold content, and the content version; not the runs and the history. */
export async function wholeContent({ prisma }: TestDatabase): Promise<unknown> {
  return {
    enterprises: await prisma.enterprise.findMany({
      orderBy: { id: 'asc' },
      include: { names: true, terms: true, contacts: true, facts: { include: { source: true } }, aliases: true },
    }),
    sources: await prisma.source.findMany({ orderBy: { id: 'asc' } }),
    meta: await prisma.meta.findMany(),
  };
}

export interface CommandResult {
  code: number | null;
  stdout: string;
  stderr: string;
}

/** Runs the importer's command as staff do. */
export function runImport(args: string[], env: Record<string, string> = {}): Promise<CommandResult> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, ['scripts/run.mjs', 'scripts/import.ts', ...args], {
      env: { ...process.env, ...env },
    });
    const result: CommandResult = { code: null, stdout: '', stderr: '' };
    child.stdout.on('data', (chunk) => {
      result.stdout += chunk;
    });
    child.stderr.on('data', (chunk) => {
      result.stderr += chunk;
    });
    child.once('error', reject);
    child.once('close', (code) => resolve({ ...result, code }));
  });
}
