import type { Locale } from '@/lib/i18n/locales';
import type { StaticMarker } from '@/lib/map/present';
import type { MapSettings } from '@/lib/map/settings';
import { MapCredits } from './MapCredits';
import { StaticMap } from './StaticMap';

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
        <StaticMap locale={locale} label={label} markers={markers} kosovo={settings.kosovo} />
      </div>
      <MapCredits locale={locale} settings={settings} />
    </div>
  );
}
