import { existsSync, readFileSync, statSync } from 'node:fs';
import { isIP } from 'node:net';
import path from 'node:path';
import { parseEnv } from 'node:util';
import * as z from 'zod';
import { isStreetArchive } from '@/lib/map/street-archive';

/**
 * The one reader of `process.env`. Not `server-only`: the start script and the command line read it too,
 * outside Next. A lint rule keeps it out of components.
 */

const flag = z.enum(['on', 'off']);
const emptyIsUnset = (value: unknown) => (value === '' ? undefined : value);
const optional = <T extends z.ZodType>(schema: T) => z.preprocess(emptyIsUnset, schema.optional());

/** Whether a text is a list of IP addresses and ranges, `10.0.0.1, 192.168.0.0/16, ::1`; an empty one is. */
function areAddressRanges(list: string): boolean {
  const entries = list.split(',').map((entry) => entry.trim());
  return entries.every((entry) => {
    if (entry === '') return entries.length === 1;
    const [address = '', bits, ...rest] = entry.split('/');
    const family = isIP(address);
    if (family === 0 || rest.length > 0) return false;
    return bits === undefined || (/^\d{1,3}$/.test(bits) && Number(bits) <= (family === 4 ? 32 : 128));
  });
}

/** Every setting, its limits and its default. `.env.example` lists the same; a test compares the two. */
export const settingsSchema = z.object({
  PORT: z.preprocess(emptyIsUnset, z.coerce.number().int().min(1).max(65535).default(3000)),
  DATA_DIR: z.preprocess(emptyIsUnset, z.string().default('data')),
  DATABASE_URL: optional(z.string().regex(/^file:.+/, { error: 'must begin with file: and name an SQLite file' })),
  SITE_URL: optional(z.url({ protocol: /^https?$/, error: 'must be a whole address with http:// or https://' })),
  MAP_TILES_URL: optional(
    z.string().regex(/^(https?:\/\/|\/).*\{z\}.*\{x\}.*\{y\}|^(https?:\/\/|\/).*\{z\}.*\{y\}.*\{x\}/, {
      error: 'must be an address with {z}, {x} and {y}',
    }),
  ),
  MAP_TILES_ATTRIBUTION: optional(z.string()),
  MAP_PMTILES_FILE: optional(z.string()),
  MAP_KOSOVO_LINE: z.preprocess(emptyIsUnset, z.enum(['dashed', 'solid', 'none']).default('dashed')),
  MAP_KOSOVO_LABEL: optional(z.string()),
  LOG_LEVEL: z.preprocess(emptyIsUnset, z.enum(['error', 'warn', 'info', 'debug']).default('info')),
  PAGE_CACHE: z.preprocess(emptyIsUnset, flag.default('on')),
  PAGE_CACHE_MB: z.preprocess(emptyIsUnset, z.coerce.number().int().min(1).max(1024).default(24)),
  SMTP_URL: optional(
    z.string().regex(/^smtps?:\/\/[^\s/]+/, { error: 'must begin with smtp:// or smtps:// and name a server' }),
  ),
  MAIL_FROM: z.preprocess(
    emptyIsUnset,
    z
      .string()
      .regex(/^[^<>\r\n]*<?[^<>@\s]+@[^<>@\s]+>?$/, { error: 'must be an address, or a name and <an address>' })
      .default('Solidarna mapa <solidarna-mapa@localhost>'),
  ),
  CONTACT_KEY: optional(z.string().regex(/^[0-9a-f]{64}$/i, { error: 'must be 64 hexadecimal digits' })),
  TRUSTED_PROXIES: z.preprocess(
    emptyIsUnset,
    z
      .string()
      .default('')
      .refine(areAddressRanges, { error: 'must be IP addresses or ranges (10.0.0.0/8), separated by commas' }),
  ),
  JOBS: z.preprocess(emptyIsUnset, flag.default('on')),
  DEMO: optional(z.literal('1', { error: 'must be 1, or empty' })),
  STALE_MONTHS: z.preprocess(emptyIsUnset, z.coerce.number().int().min(1).max(120).default(12)),
  OWNER_REMINDERS: z.preprocess(emptyIsUnset, flag.default('off')),
  OWNER_REMINDERS_PER_NIGHT: z.preprocess(emptyIsUnset, z.coerce.number().int().min(1).max(500).default(10)),
  LINK_CHECK: z.preprocess(emptyIsUnset, flag.default('off')),
  LINK_CHECK_PER_NIGHT: z.preprocess(emptyIsUnset, z.coerce.number().int().min(1).max(5000).default(200)),
  CHROMIUM_PATH: optional(z.string()),
});

export type Settings = z.infer<typeof settingsSchema>;

/** A setting that is wrong: its name, its value and what is allowed. Stops the start. */
export class SettingsError extends Error {
  override name = 'SettingsError';
}

/**
 * Checks the settings and fills in the defaults.
 * @throws SettingsError with one line for each wrong setting
 */
export function parseSettings(source: Record<string, string | undefined>): Settings {
  const result = settingsSchema.safeParse(source);
  if (result.success) return checkTogether(result.data);
  const lines = result.error.issues.map((issue) => {
    const name = String(issue.path[0]);
    return `${name}=${JSON.stringify(source[name] ?? '')}: ${issue.message}`;
  });
  throw new SettingsError(lines.join('\n'));
}

function checkTogether(settings: Settings): Settings {
  if (settings.MAP_TILES_URL && !settings.MAP_TILES_ATTRIBUTION) {
    throw new SettingsError(
      'MAP_TILES_ATTRIBUTION="": must name whom the street layer comes from when MAP_TILES_URL is set',
    );
  }
  const wrong = wrongStreetFile(settings);
  if (wrong) throw new SettingsError(`MAP_PMTILES_FILE=${JSON.stringify(settings.MAP_PMTILES_FILE)}: ${wrong}`);
  return settings;
}

function wrongStreetFile({ MAP_PMTILES_FILE: file, MAP_TILES_URL }: Settings): string | null {
  if (!file) return null;
  if (MAP_TILES_URL) return 'must be empty when MAP_TILES_URL is set: the map has one street layer';
  if (!statSync(file, { throwIfNoEntry: false })?.isFile()) return 'must be the path of a file that exists';
  try {
    return isStreetArchive(file) ? null : 'must be a PMTiles archive, version 3, of vector tiles';
  } catch (error) {
    return `must be a file that the server may read (${error instanceof Error ? error.message : error})`;
  }
}

/** Reads `.env` beside package.json, if there is one; a variable that is already set wins. */
function loadDotEnv(): Record<string, string | undefined> {
  return { ...(existsSync('.env') ? parseEnv(readFileSync('.env', 'utf8')) : {}), ...process.env };
}

let cached: Settings | undefined;

/** The settings of this process, read once. @throws SettingsError */
export function settings(): Settings {
  cached ??= parseSettings(loadDotEnv());
  return cached;
}

/** Reads the settings anew at the next call; for tests, which change the environment. */
export function forgetSettings(): void {
  cached = undefined;
}

/** Absolute path of the folder that holds all state. */
export function dataDir(): string {
  return path.resolve(settings().DATA_DIR);
}

/** Absolute path of the SQLite file. */
export function databaseFile(): string {
  const url = settings().DATABASE_URL;
  return url ? path.resolve(url.slice('file:'.length)) : path.join(dataDir(), 'directory.db');
}
