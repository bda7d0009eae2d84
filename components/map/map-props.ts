import type { ReactNode } from 'react';
import type { Locale } from '@/lib/i18n/locales';
import type { MapLabels } from '@/lib/map/labels';
import type { KosovoStyle } from '@/lib/map/settings';
import type { StreetLayer } from '@/lib/map/streets';
import type { MapView } from '@/lib/map/view';
import type { MapOf } from '@/lib/map/words';

/** What the map of the directory is given by its page. */
export interface LazyMapProps {
  locale: Locale;
  /** What stands on the map. */
  of: MapOf;
  /** Canonical query of what the page shows. */
  query: string;
  /** Centre and zoom from the address. */
  initialView: MapView | null;
  /** "Only what the map shows" is on: the query has the map's rectangle. */
  onlyInMap: boolean;
  /** Id of the tick that turns it on; its value is kept equal to what the map shows. */
  switchId: string;
  labels: MapLabels;
  kosovo: KosovoStyle;
  tiles: StreetLayer | null;
  /** Version of the built base map. */
  version: string;
  /** The server-drawn map, shown until the live one is there, and printed. */
  children: ReactNode;
}
