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
  if (trouble !== null) {
    return (
      <div className="errsum" role="alert">
        <h2>{words(locale, 'DeskRecords')('faultTitle')}</h2>
        <p>{trouble}</p>
      </div>
    );
  }
  return (
    done && (
      <p className="notice" role="status">
        {words(locale, 'DeskRecords')(done)}
      </p>
    )
  );
}
