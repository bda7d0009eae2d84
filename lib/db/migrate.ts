import { existsSync } from 'node:fs';
import { enableWal, openReader } from './connect';
import { migrationsOnDisk, NO_FILTER, wantedSchema, withSchemaEngine } from './schema-engine';

/**
 * Brings an SQLite file (made where it is missing) to the newest schema by applying the migrations it lacks, and
 * puts it into WAL mode. Takes no backup: the caller does that first.
 * @returns names of the migrations that were applied now
 */
export async function migrateDatabase(file: string): Promise<{ applied: string[] }> {
  // Applying takes an exclusive lock even when there is nothing to do, which would fail beside a running server.
  if ((await pendingMigrations(file)).length === 0) return { applied: [] };
  const output = await withSchemaEngine(file, (engine) =>
    engine.applyMigrations({ migrationsList: migrationsOnDisk(), filters: NO_FILTER }),
  );
  enableWal(file);
  return { applied: output.appliedMigrationNames };
}

/** Names of the migrations that the file lacks: all of them when there is no file, or none was ever applied. */
export async function pendingMigrations(file: string): Promise<string[]> {
  if (!hasHistory(file)) return migrationsOnDisk().migrationDirectories.map((directory) => directory.path);
  const { history } = await withSchemaEngine(file, (engine) =>
    engine.diagnoseMigrationHistory({
      migrationsList: migrationsOnDisk(),
      optInToShadowDatabase: false,
      filters: NO_FILTER,
    }),
  );
  return history?.diagnostic === 'databaseIsBehind' ? history.unappliedMigrationNames : [];
}

// The engine throws on a file without its table of applied migrations.
function hasHistory(file: string): boolean {
  if (!existsSync(file)) return false;
  const connection = openReader(file);
  try {
    return connection.prepare(`SELECT 1 FROM sqlite_master WHERE name = '_prisma_migrations'`).get() !== undefined;
  } finally {
    connection.close();
  }
}

/**
 * What still separates a migrated file from `schema.prisma`.
 * @returns SQL that would bring the file to the schema; null when there is no difference
 */
export async function driftFromSchema(file: string): Promise<string | null> {
  const schema = wantedSchema();
  const diff = await withSchemaEngine(file, (engine) =>
    engine.diff({
      from: { tag: 'schemaDatasource', files: schema.files, configDir: '' },
      to: { tag: 'schemaDatamodel', files: schema.files },
      script: true,
      exitCode: true,
      filters: NO_FILTER,
    }),
  );
  return diff.exitCode === 0 ? null : diff.stdout;
}

/**
 * SQL of the migration that would bring the migrations on disk to `schema.prisma`.
 * @param scratchFile an SQLite file that does not exist yet; the caller removes it
 */
export async function draftMigration(scratchFile: string): Promise<string | null> {
  await migrateDatabase(scratchFile);
  return driftFromSchema(scratchFile);
}
