/** @jsxImportSource @/lib/html */
import type { Locale } from '@/lib/i18n/locales';
import type { StaticMarker } from '@/lib/map/present';
import type { MapSettings } from '@/lib/map/settings';
import { MapCredits } from './MapCredits';
import { frameOfMap, StaticMap } from './StaticMap';

interface MapPictureProps {
  locale: Locale;
  /** What the map shows, for screen readers. */
  label: string;
  markers: readonly StaticMarker[];
  settings: MapSettings;
}

/** The server-drawn map in its frame, with its credits: for pages that need no live map. */
export function MapPicture({ locale, label, markers, settings }: MapPictureProps) {
  return (
    <div className="map-picture">
      <div className="map">
        {/* biome-ignore lint/a11y/noSvgWithoutTitle: its attributes name it */}
        <svg {...frameOfMap(label)}>
          <StaticMap locale={locale} markers={markers} kosovo={settings.kosovo} />
        </svg>
      </div>
      <div className="map-credits">
        <MapCredits locale={locale} settings={settings} />
      </div>
    </div>
  );
}
