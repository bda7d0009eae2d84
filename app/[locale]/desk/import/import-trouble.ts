import { oneOf, type PageSearch } from '@/lib/accounts/outcomes';
import { formatFileSize } from '@/lib/i18n/formats';
import type { Locale } from '@/lib/i18n/locales';
import { words } from '@/lib/i18n/words';
import { LARGEST_IMPORT } from '@/lib/imports/desk/limits';

const FAULTS = [
  ...['noFile', 'tooLarge', 'interrupted', 'full', 'busy', 'unknown', 'wrongState', 'mappingWrong', 'broken'],
  ...['unknownRun', 'alreadyUndone', 'changedSince'],
] as const;

/** What stood in the way of the last form, by the code in the address. */
export function importTrouble(search: PageSearch, locale: Locale): string | null {
  const fault = FAULTS.find((code) => code === oneOf(search, 'fault'));
  const values = { size: formatFileSize(locale, LARGEST_IMPORT), run: String(Number(oneOf(search, 'run')) || 0) };
  return fault ? words(locale, 'DeskImport')(`faults.${fault as 'changedSince'}`, values) : null;
}
