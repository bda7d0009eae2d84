import { existsSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { Presets, SingleBar } from 'cli-progress';
import { closeDb } from '@/lib/db';
import { sqliteCodeOf } from '@/lib/db/sqlite-code';
import { databaseFile, SettingsError, settings } from '@/lib/env';
import type { Locale } from '@/lib/i18n/locales';
import { words } from '@/lib/i18n/words';
import { type ImportOptions, importFile } from '@/lib/imports/commands';
import { presentReport, toJson, undoText, unusableJson, unusableText } from '@/lib/imports/present';
import { UnusableFileError } from '@/lib/imports/table';
import { undoImport } from '@/lib/imports/undo';
import { vocabularies } from '@/lib/taxonomies/queries';

/**
 * `npm run import -- FILE` and `npm run import -- --undo RUN`; docs/import.md tells the rest.
 * Exit codes: 0 done, 1 rows were rejected (or the undoing refused), 2 the file, the words of the command, the
 * database or the disk cannot be used.
 */
const DONE = 0;
const REJECTED = 1;
const UNUSABLE = 2;

const LANGUAGES: Readonly<Record<string, Locale>> = {
  sr: 'sr-Latn', 'sr-Latn': 'sr-Latn', 'sr-Cyrl': 'sr-Cyrl', en: 'en',
}; // biome-ignore format: a table

const OPTIONS = {
  'dry-run': { type: 'boolean' },
  'skip-invalid': { type: 'boolean' },
  'allow-duplicates': { type: 'boolean' },
  'other-values': { type: 'string' },
  undo: { type: 'string' },
  json: { type: 'boolean' },
  lang: { type: 'string' },
  help: { type: 'boolean', short: 'h' },
} as const;

type Flags = ReturnType<typeof readArguments>['values'];
const readArguments = () => parseArgs({ options: OPTIONS, allowPositionals: true });

function say(text: string): void {
  process.stdout.write(`${text}\n`);
}

function complain(text: string): void {
  process.stderr.write(`${text}\n`);
}

async function main(): Promise<number> {
  let parsed: ReturnType<typeof readArguments>;
  try {
    parsed = readArguments();
  } catch (error) {
    return showUsage('sr-Latn', error instanceof Error ? error.message : String(error));
  }
  const { values: flags, positionals } = parsed;
  const locale = LANGUAGES[flags.lang ?? 'sr'];
  if (!locale) return showUsage('sr-Latn', `--lang ${flags.lang}`);
  if (flags.help) {
    say(words(locale, 'Import.cli')('usage'));
    return DONE;
  }
  const [file, ...more] = positionals;
  const isUndo = flags.undo !== undefined;
  if (more.length > 0 || isUndo === (file !== undefined)) return showUsage(locale);
  if (isUndo && !/^[1-9]\d{0,8}$/.test(flags.undo ?? '')) return showUsage(locale, `--undo ${flags.undo}`);
  const trouble = databaseTrouble(locale);
  if (trouble !== null) return refuse(trouble, flags);
  try {
    return await (file === undefined ? undo(Number(flags.undo), flags, locale) : importRows(file, flags, locale));
  } catch (error) {
    if (settings().LOG_LEVEL === 'debug') console.error(error);
    return refuse(failureText(error, locale), flags);
  }
}

/** Everything is one transaction, so what breaks it off leaves nothing behind. */
function failureText(error: unknown, locale: Locale): string {
  const t = words(locale, 'Import.cli');
  const code = sqliteCodeOf(error) ?? (error as NodeJS.ErrnoException).code;
  if (code === 'SQLITE_FULL' || code === 'ENOSPC') return t('diskFull');
  if (code === 'SQLITE_BUSY') return t('busy');
  // Prisma tells the reason in its last line.
  const reason = error instanceof Error ? (error.message.trim().split('\n').at(-1) ?? '') : String(error);
  return t('failed', { reason });
}

function showUsage(locale: Locale, wrong?: string): number {
  if (wrong) complain(wrong);
  complain(words(locale, 'Import.cli')('usage'));
  return UNUSABLE;
}

function refuse(text: string, { json }: Flags): number {
  if (json) {
    const counts = { run: null, new: 0, updated: 0, unchanged: 0, duplicates: 0 };
    say(JSON.stringify({ ...counts, errors: [{ row: null, column: null, value: null, reason: text }] }));
  } else complain(text);
  return UNUSABLE;
}

/** Why nothing can be read into the database; null when it is ready. */
function databaseTrouble(locale: Locale): string | null {
  const t = words(locale, 'Import.cli');
  const file = databaseFile();
  if (!existsSync(file)) return t('noDatabase', { file });
  try {
    return vocabularies().taxonomies.size > 0 ? null : t('databaseNotReady', { file });
  } catch {
    return t('databaseNotReady', { file });
  }
}

async function importRows(file: string, flags: Flags, locale: Locale): Promise<number> {
  const progress = flags.json ? null : progressBar(locale);
  const options: ImportOptions = {
    dryRun: flags['dry-run'] === true,
    skipInvalid: flags['skip-invalid'] === true,
    allowDuplicates: flags['allow-duplicates'] === true,
    ...(flags['other-values'] === undefined ? {} : { otherValuesFile: path.resolve(flags['other-values']) }),
    ...(progress === null ? {} : { onProgress: progress.show }),
  };
  try {
    const report = await importFile(path.resolve(file), options);
    progress?.stop();
    if (flags.json) say(JSON.stringify(toJson(report, locale)));
    else {
      const verdict = words(locale, 'Import.cli.verdict');
      for (const { tag, text } of presentReport(report, locale)) {
        if (tag === 'result') say(text);
        else complain(`${verdict(tag)}: ${text}`);
      }
    }
    return report.errors.length > 0 ? REJECTED : DONE;
  } catch (error) {
    progress?.stop();
    if (!(error instanceof UnusableFileError)) throw error;
    if (flags.json) say(JSON.stringify(unusableJson(error, locale)));
    else complain(unusableText(file, error, locale));
    return UNUSABLE;
  }
}

async function undo(run: number, { json }: Flags, locale: Locale): Promise<number> {
  const result = await undoImport(run);
  const text = undoText(result, locale);
  if (json) say(JSON.stringify(result.ok ? result.value : { ...result.error, reason: text }));
  else if (result.ok) say(text);
  else complain(text);
  if (result.ok) return DONE;
  return result.error.code === 'unknownRun' ? UNUSABLE : REJECTED;
}

/** A bar on the terminal, where there is one; it never stands in the result. */
function progressBar(locale: Locale) {
  if (!process.stderr.isTTY) return null;
  const t = words(locale, 'Import.cli');
  const bar = new SingleBar({ format: '{phase} {bar} {value}/{total}', hideCursor: true }, Presets.shades_classic);
  let shown: string | null = null;
  return {
    show(phase: 'check' | 'write', rows: number, all: number | null) {
      const total = Math.max(all ?? rows, rows);
      const name = phase === 'check' ? t('checking') : t('writing');
      if (shown === phase) bar.setTotal(total);
      else {
        if (shown !== null) bar.stop();
        bar.start(total, 0, { phase: name });
      }
      shown = phase;
      bar.update(rows, { phase: name });
    },
    stop() {
      if (shown !== null) bar.stop();
      shown = null;
    },
  };
}

try {
  process.exitCode = await main();
} catch (error) {
  if (!(error instanceof SettingsError)) throw error;
  complain(error.message);
  process.exitCode = UNUSABLE;
} finally {
  await closeDb();
}
