import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { PrismaBetterSqlite3 } from '@prisma/adapter-better-sqlite3';
import { bindMigrationAwareSqlAdapterFactory, type SqlDriverAdapter } from '@prisma/driver-adapter-utils';
import type { MigrationList, SchemaEngine, SchemasContainer } from '@prisma/schema-engine-wasm/schema_engine_bg';

/**
 * Prisma's own schema engine as WebAssembly. The Prisma CLI would download a binary, which a machine behind a
 * firewall cannot; this build comes with the npm package. It is instantiated by hand because its own entry
 * imports the .wasm as a module, which Node does not do.
 */
type EngineModule = typeof import('@prisma/schema-engine-wasm/schema_engine_bg');

let engineModule: Promise<EngineModule> | undefined;

async function loadEngineModule(): Promise<EngineModule> {
  const js = createRequire(import.meta.url).resolve('@prisma/schema-engine-wasm/schema_engine_bg');
  const bindings = (await import('@prisma/schema-engine-wasm/schema_engine_bg')) as EngineModule &
    WebAssembly.ModuleImports;
  const bytes = readFileSync(js.replace(/\.js$/, '.wasm'));
  const { instance } = await WebAssembly.instantiate(bytes, { './schema_engine_bg.js': bindings });
  bindings.__wbg_set_wasm(instance.exports);
  (instance.exports as { __wbindgen_start?: () => void }).__wbindgen_start?.();
  return bindings;
}

const SCHEMA_FILE = path.resolve('prisma/schema.prisma');
const MIGRATIONS_DIR = path.resolve('prisma/migrations');

/** The wanted schema, as the engine takes it. */
export function wantedSchema(): SchemasContainer {
  return { files: [{ path: SCHEMA_FILE, content: readFileSync(SCHEMA_FILE, 'utf8') }] };
}

/** The migrations on disk, as the engine takes them; oldest first. */
export function migrationsOnDisk(): MigrationList {
  const names = readdirSync(MIGRATIONS_DIR, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && existsSync(path.join(MIGRATIONS_DIR, entry.name, 'migration.sql')))
    .map((entry) => entry.name)
    .sort();
  return {
    baseDir: MIGRATIONS_DIR,
    lockfile: {
      path: 'migration_lock.toml',
      content: readFileSync(path.join(MIGRATIONS_DIR, 'migration_lock.toml'), 'utf8'),
    },
    shadowDbInitScript: '',
    migrationDirectories: names.map((name) => ({
      path: name,
      migrationFile: {
        path: 'migration.sql',
        content: { tag: 'ok', value: readFileSync(path.join(MIGRATIONS_DIR, name, 'migration.sql'), 'utf8') },
      },
    })),
  };
}

/** Nothing is kept from the engine: the search tables are hand-written and stand outside the migrations. */
export const NO_FILTER = { externalTables: [], externalEnums: [] };

/** The engine does not close the connections that it opens, and an open one holds the file's lock. */
class ClosingFactory extends PrismaBetterSqlite3 {
  readonly #opened: SqlDriverAdapter[] = [];

  override async connect(): Promise<SqlDriverAdapter> {
    const adapter = await super.connect();
    this.#opened.push(adapter);
    return adapter;
  }

  async close(): Promise<void> {
    for (const adapter of this.#opened) await adapter.dispose();
  }
}

/** Runs `work` with a schema engine on an SQLite file, and frees the engine. */
export async function withSchemaEngine<T>(file: string, work: (engine: SchemaEngine) => Promise<T>): Promise<T> {
  engineModule ??= loadEngineModule();
  const { SchemaEngine: Engine } = await engineModule;
  const factory = new ClosingFactory({ url: `file:${file}` });
  const adapter = bindMigrationAwareSqlAdapterFactory(factory);
  const schema = wantedSchema();
  const engine = await (
    Engine as unknown as {
      new: (options: object, log: (line: string) => void, adapter: unknown) => Promise<SchemaEngine>;
    }
  ).new({ datamodels: schema.files.map(({ path: name, content }) => [name, content]) }, () => {}, adapter);
  try {
    return await work(engine);
  } finally {
    engine.free();
    await factory.close();
  }
}
