import * as z from 'zod';

/**
 * A backup is a gzipped tar:
 *
 *     manifest.json   what this is, and what the database holds; first, so that a look at it costs nothing
 *     directory.db    the database, one file
 *     keys/…          DATA_DIR/keys
 *     files/…         DATA_DIR/files
 *     SHA256SUMS      of all the above, in their order; last, so that an archive that was cut off lacks it
 *
 * By hand: `tar xzf FILE && sha256sum -c SHA256SUMS`.
 */
export const FORMAT = 1;
export const MANIFEST = 'manifest.json';
export const DATABASE = 'directory.db';
export const SUMS = 'SHA256SUMS';
/** Folders of DATA_DIR that go into a backup. */
export const FOLDERS = ['keys', 'files'] as const;

const count = z.number().int().nonnegative();

export const manifestSchema = z.object({
  program: z.literal('solidarna-mapa'),
  format: z.number().int().positive(),
  /** Version of the program that made it. */
  version: z.string(),
  /** Moment of the database's copy. */
  createdAt: z.iso.datetime(),
  migrations: z.array(z.string()),
  tables: z.record(z.string(), count),
  contentVersion: count,
  audit: z.object({ entries: count, head: z.string() }).nullable(),
  foreignKeyFaults: count,
  /** Where the key of the contacts was: in DATA_DIR/keys, and so in here; or in CONTACT_KEY, and so not. */
  contactKey: z.enum(['file', 'setting', 'none']),
  /** What it unpacks to, roughly: files may come and go while it is made. */
  bytes: count,
});

export type Manifest = z.infer<typeof manifestSchema>;

/** One line of SHA256SUMS, as `sha256sum` writes it. */
export const sumLine = (sha256: string, name: string) => `${sha256}  ${name}\n`;

/** A path inside one of the folders, of parts that mean nothing to any file system. */
const PART = /^(?!\.{1,2}$)[A-Za-z0-9._-]{1,255}$/;

/** Whether an entry may have this name; what an archive may write where is decided here. */
export function isEntryName(name: string): boolean {
  if (name === MANIFEST || name === DATABASE || name === SUMS) return true;
  const [folder, ...parts] = name.split('/');
  return FOLDERS.some((known) => known === folder) && parts.length > 0 && parts.every((part) => PART.test(part));
}

/** Names that the writers of uploads and keys give to what is not whole yet: NAME.part, NAME.tmp, NAME.PID.RANDOM. */
const UNFINISHED = /(\.(part|tmp)|\.(part|tmp)[.-][\w-]+|\.\d+\.[0-9a-f]{6,})$|^\./;

export const isUnfinished = (name: string) => UNFINISHED.test(name);
