import type { Locale } from '@/lib/i18n/locales';
import { words } from '@/lib/i18n/words';
import type { DuplicateRow, ImportReport, RowError, RowWarning } from './report';
import type { UnusableFileError } from './table';
import type { UndoError, Undone } from './undo-types';

/** A line for a person, and whether it belongs to the result or to what is wrong. */
export interface Line {
  tag: 'error' | 'warning' | 'duplicate' | 'result';
  text: string;
}

/** At most so many lines of one sort: the first tell what is wrong with the others. `--json` has all. */
const MOST_LINES = 50;
/** Names in one line. */
const MOST_NAMES = 5;

/** What is shown where a message names something that is not known. */
const NONE = 'none';

type Params = Record<string, string | number>;

function withNone(params: Params): Params {
  return 'nearest' in params && params.nearest === '' ? { ...params, nearest: NONE } : params;
}

/** Why a cell or row was refused, in words. */
export function reasonText({ code, params }: Pick<RowError, 'code' | 'params'>, locale: Locale): string {
  return words(locale, 'Import.reasons')(code, withNone(params));
}

/** The whole report for a person. */
export function presentReport(report: ImportReport, locale: Locale): Line[] {
  const t = words(locale, 'Import.cli');
  const line = (tag: Line['tag'], text: string): Line => ({ tag, text });
  return [
    ...report.unknownColumns.map(({ name, nearest }) =>
      line('warning', t('unknownColumn', { name, nearest: nearest ?? NONE })),
    ),
    ...(report.unreadColumns.length > 0
      ? [line('warning', t('unreadColumns', { names: report.unreadColumns.join(', ') }))]
      : []),
    ...limited(groupWarnings(report.warnings).map((group) => line('warning', warningText(group, locale)))),
    ...limited(report.duplicateRows.map((row) => line('duplicate', duplicateText(row, locale)))),
    ...limited(report.errors.map((error) => line('error', problemText(error, reasonText(error, locale), locale)))),
    ...outcome(report, locale).map((text) => line('result', text)),
  ];
}

function limited(lines: readonly Line[]): Line[] {
  if (lines.length <= MOST_LINES) return [...lines];
  const [first] = lines;
  const rest = lines.length - MOST_LINES;
  return [...lines.slice(0, MOST_LINES), { tag: first?.tag ?? 'warning', text: `… +${rest}` }];
}

function outcome(report: ImportReport, locale: Locale): string[] {
  const t = words(locale, 'Import.cli');
  const { run, updated, unchanged, duplicates, rejectedFile } = report;
  const errors = new Set(report.errors.map(({ row }) => row)).size;
  const lines = [t('counts', { new: report.new, updated, unchanged, duplicates, errors })];
  if (report.dryRun) return [...lines, t('dryRun')];
  if (run === null) return [...lines, t('nothingWritten')];
  lines.push(report.new + updated > 0 ? t('written', { run }) : t('unchanged', { run }));
  if (duplicates > 0) lines.push(t('heldBack'));
  if (rejectedFile !== null) lines.push(t('rejectedFile', { file: rejectedFile }));
  return lines;
}

function problemText({ row, column, value }: RowError | RowWarning, reason: string, locale: Locale): string {
  const t = words(locale, 'Import.cli');
  if (row === 0) return t('noRow', { value, reason });
  return column === null ? t('wholeRow', { row, reason }) : t('cell', { row, column, value, reason });
}

/** Warnings that say the same of many rows, together: a column that is missing is missing in all of them. */
function groupWarnings(warnings: readonly RowWarning[]): RowWarning[][] {
  const groups = new Map<string, RowWarning[]>();
  for (const warning of warnings) {
    const key = JSON.stringify([warning.code, warning.column, warning.value, warning.params]);
    const group = groups.get(key);
    if (group) group.push(warning);
    else groups.set(key, [warning]);
  }
  return [...groups.values()];
}

function warningText(group: readonly RowWarning[], locale: Locale): string {
  const [warning] = group;
  if (!warning) return '';
  const reason = words(locale, 'Import.warnings')(warning.code, warning.params);
  if (group.length === 1) return problemText(warning, reason, locale);
  const column = warning.column ?? '';
  return words(locale, 'Import.cli')('manyRows', { rows: group.length, first: warning.row, column, reason });
}

function duplicateText({ row, name, of, reasons }: DuplicateRow, locale: Locale): string {
  const t = words(locale, 'Import.cli');
  const why = reasons.map((reason) => words(locale, 'Import.duplicateReasons')(reason)).join(', ');
  if ('row' in of) return t('duplicateOfRow', { row, name, other: of.row, reasons: why });
  return t('duplicateOfRecord', { row, name, other: of.record.name, slug: of.record.slug, reasons: why });
}

/** Why a file cannot be used, in words. */
export function unusableText(file: string, error: UnusableFileError, locale: Locale): string {
  const t = words(locale, 'Import.cli');
  const reason = words(locale, 'Import.unusable')(error.code, { detail: error.detail });
  return error.row === null ? t('unusable', { file, reason }) : t('unusableRow', { file, row: error.row, reason });
}

/** What `--json` prints: the shape that scripts rely on, with what else is known. */
export function toJson(report: ImportReport, locale: Locale) {
  const { run, updated, unchanged, duplicates, unknownColumns, unreadColumns, rejectedFile, dryRun } = report;
  return {
    run,
    ...{ new: report.new, updated, unchanged, duplicates },
    errors: report.errors.map((error) => ({
      row: error.row,
      column: error.column,
      value: error.value,
      reason: reasonText(error, locale),
      code: error.code,
    })),
    duplicateRows: report.duplicateRows,
    warnings: report.warnings.map(({ row, column, value, code, params }) => ({
      ...{ row, column, value },
      reason: words(locale, 'Import.warnings')(code, params),
      code,
    })),
    unknownColumns,
    unreadColumns,
    rejectedFile,
    dryRun,
  };
}

/** What `--json` prints for a file that cannot be used. */
export function unusableJson(error: UnusableFileError, locale: Locale) {
  const reason = words(locale, 'Import.unusable')(error.code, { detail: error.detail });
  return {
    run: null,
    ...{ new: 0, updated: 0, unchanged: 0, duplicates: 0 },
    errors: [{ row: error.row, column: null, value: null, reason, code: error.code }],
    unusable: error.code,
  };
}

/** What became of undoing a run, in one line. */
export function undoText(
  result: { ok: true; value: Undone } | { ok: false; error: UndoError },
  locale: Locale,
): string {
  const t = words(locale, 'Import.cli');
  if (result.ok) return t('undone', { ...result.value });
  const { error } = result;
  if (error.code !== 'changedSince') return t(error.code, { run: error.run });
  const names = error.records.slice(0, MOST_NAMES).map(({ name, id }) => `„${name}“ (${id})`);
  return t('changedSince', {
    run: error.run,
    names: names.join(', '),
    more: Math.max(0, error.records.length - MOST_NAMES),
  });
}
