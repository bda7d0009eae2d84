import base from '@/lib/geo/base-map.json';
import { formatBoundingBox } from '@/lib/geo/boxes';
import { FRAME_BOX } from '@/lib/geo/frame';
import type { Locale } from '@/lib/i18n/locales';
import { words } from '@/lib/i18n/words';
import { mapLabels } from '@/lib/map/labels';
import type { DirectoryMap } from '@/lib/map/queries';
import type { MapSettings } from '@/lib/map/settings';
import type { MapView } from '@/lib/map/view';
import { type MapOf, mapWords } from '@/lib/map/words';
import { LazyMap } from './LazyMap';
import { MapCredits } from './MapCredits';
import { StaticMap } from './StaticMap';
import './map.css';

interface MapPanelProps {
  locale: Locale;
  /** What stands on the map; the enterprises unless said. */
  of?: MapOf;
  /** The markers of the page's query, for the map that the server draws. */
  map: DirectoryMap;
  settings: MapSettings;
  /** Canonical query of what the page shows. */
  query: string;
  /** Centre and zoom from the address. */
  view: MapView | null;
  /** The query's rectangle as the address has it; null when the list is not limited by one. */
  bbox: string | null;
  /** Codes of the chosen districts. */
  districts: readonly string[];
  /** Id of the page's form, of which the switch is a field. */
  form: string;
  /** Address of the list of the hits without a position. */
  withoutPositionHref: string;
}

const SWITCH_ID = 'only-in-map';
const END_ID = 'after-map';

/** The map's column of the directory: map, switch, legend, what is not on the map, and whom the map comes from. */
export function MapPanel(props: MapPanelProps) {
  const { locale, of = 'enterprises', map, settings, query, view, bbox, districts, form, withoutPositionHref } = props;
  const t = mapWords(locale, of);
  return (
    <>
      <a className="skip" href={`#${END_ID}`}>
        {t('skip')}
      </a>
      <LazyMap
        locale={locale}
        of={of}
        query={query}
        initialView={view}
        onlyInMap={bbox !== null}
        switchId={SWITCH_ID}
        labels={mapLabels(locale, of)}
        kosovo={settings.kosovo}
        tiles={settings.tiles}
        version={base.version}
      >
        <StaticMap
          locale={locale}
          label={t('label')}
          markers={map.markers}
          kosovo={settings.kosovo}
          chosen={new Set(districts)}
        />
      </LazyMap>
      <div className="map-foot" id={END_ID} tabIndex={-1}>
        <label className="tick">
          <input
            // A list that is limited in another way is another field: the tick must follow the address.
            key={bbox ?? ''}
            type="checkbox"
            id={SWITCH_ID}
            name="bbox"
            form={form}
            defaultValue={bbox ?? formatBoundingBox(FRAME_BOX)}
            defaultChecked={bbox !== null}
          />
          {t('onlyInMap')}
        </label>
        <MapLegend locale={locale} />
        {map.withoutPosition > 0 && (
          <p>
            {t.rich('withoutPlace', {
              count: map.withoutPosition,
              link: (text) => <a href={withoutPositionHref}>{text}</a>,
            })}
          </p>
        )}
        <MapCredits locale={locale} settings={settings} />
      </div>
    </>
  );
}

function MapLegend({ locale }: { locale: Locale }) {
  const t = words(locale, 'Map');
  return (
    <ul className="legend" aria-label={t('legend')}>
      <li>
        <svg viewBox="0 0 24 24" aria-hidden="true">
          <path className="legend-tile" d="M3 3h18v18H3z" />
        </svg>
        {t('legendPlace')}
      </li>
      <li>
        <svg viewBox="0 0 24 24" aria-hidden="true">
          <path className="ring" d="M1 1h22v22H1z" />
          <path className="legend-tile" d="M5.5 5.5h13v13h-13z" />
        </svg>
        {t('legendMunicipality')}
      </li>
      <li>
        <svg viewBox="0 0 24 24" aria-hidden="true">
          <path className="legend-behind" d="M7 7h15v15H7z" />
          <path className="legend-tile" d="M2 2h15v15H2z" />
        </svg>
        {t('legendPile')}
      </li>
    </ul>
  );
}
