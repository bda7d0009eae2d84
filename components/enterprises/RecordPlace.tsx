/** @jsxImportSource @/lib/html */
import type { Html } from '@/lib/html/html';
import type { Locale } from '@/lib/i18n/locales';
import { words } from '@/lib/i18n/words';
import type { RecordModel } from '@/lib/site/record/present';

interface RecordPlaceProps {
  locale: Locale;
  place: RecordModel['place'];
  map: Html | null;
}

/** The small map, how exactly the place is known, and the way to the big one. */
export function RecordPlace({ locale, place, map }: RecordPlaceProps) {
  return (
    <>
      {map}
      <p className="small muted">
        {place.note} {place.mapHref && <a href={place.mapHref}>{words(locale, 'Record')('onBigMap')}</a>}
      </p>
    </>
  );
}
