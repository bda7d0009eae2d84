import { FormOutcome } from '@/components/desk/FormOutcome';
import type { Locale } from '@/lib/i18n/locales';
import { type Words, words } from '@/lib/i18n/words';

type Key = Parameters<Words<'DeskRecords'>>[0];

interface DeskNoteProps {
  locale: Locale;
  /** What is done (`done.…`), or what stood in the way. */
  done: Extract<Key, `done.${string}`> | null;
  trouble: string | null;
}

/** How the last form of a record's page went. */
export function DeskNote({ locale, done, trouble }: DeskNoteProps) {
  const t = words(locale, 'DeskRecords');
  return <FormOutcome heading={t('faultTitle')} fault={trouble} done={done && t(done)} />;
}
