import { Markup } from '@/components/ui/Markup';
import base from '@/lib/geo/base-map.json';
import { formatBoundingBox } from '@/lib/geo/boxes';
import { FRAME_BOX } from '@/lib/geo/frame';
import type { Locale } from '@/lib/i18n/locales';
import { mapLabels } from '@/lib/map/labels';
import type { DirectoryMap } from '@/lib/map/queries';
import type { MapSettings } from '@/lib/map/settings';
import type { MapView } from '@/lib/map/view';
import { type MapOf, mapWords } from '@/lib/map/words';
import { LazyMap } from './LazyMap';
import { MapCredits } from './MapCredits';
import { MapLegend } from './MapLegend';
import { frameOfMap, StaticMap } from './StaticMap';

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
        <Markup
          as="svg"
          {...frameOfMap(t('label'))}
          html={StaticMap({ locale, markers: map.markers, kosovo: settings.kosovo, chosen: new Set(districts) })}
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
        <Markup as="ul" className="legend" aria-label={t('legend')} html={MapLegend({ locale })} />
        {map.withoutPosition > 0 && (
          <p>
            {t.rich('withoutPlace', {
              count: map.withoutPosition,
              link: (text) => <a href={withoutPositionHref}>{text}</a>,
            })}
          </p>
        )}
        <Markup as="div" className="map-credits" html={MapCredits({ locale, settings })} />
      </div>
    </>
  );
}
