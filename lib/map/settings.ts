import 'server-only';
import { settings } from '@/lib/env';
import type { Locale } from '@/lib/i18n/locales';
import { words } from '@/lib/i18n/words';
import { inScript } from '@/lib/serbian';
import { STREET_FILE_ADDRESS, STREET_FILE_CREDITS, type StreetLayer } from './streets';

/** How the area that the boundary source draws apart is drawn and named: a choice of the site's owner. */
export interface KosovoStyle {
  line: 'dashed' | 'solid' | 'none';
  label: string;
}

export interface MapSettings {
  kosovo: KosovoStyle;
  /** null: nothing is asked of any other server. */
  tiles: StreetLayer | null;
}

/** What the site's owner has set for the map, in the visitor's language and script. */
export function mapSettings(locale: Locale): MapSettings {
  const { MAP_KOSOVO_LINE, MAP_KOSOVO_LABEL } = settings();
  const label = MAP_KOSOVO_LABEL === undefined ? words(locale, 'Map')('kosovo') : inScript(MAP_KOSOVO_LABEL, locale);
  return {
    kosovo: { line: MAP_KOSOVO_LINE, label },
    tiles: streetLayer(),
  };
}

function streetLayer(): StreetLayer | null {
  const { MAP_TILES_URL, MAP_TILES_ATTRIBUTION, MAP_PMTILES_FILE } = settings();
  if (MAP_TILES_URL) return { kind: 'pictures', url: MAP_TILES_URL, attribution: MAP_TILES_ATTRIBUTION ?? '' };
  if (MAP_PMTILES_FILE) return { kind: 'file', url: STREET_FILE_ADDRESS, attribution: STREET_FILE_CREDITS };
  return null;
}
