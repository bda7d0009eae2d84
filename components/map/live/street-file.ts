import type { GridLayer, Map as LeafletMap } from 'leaflet';
import { leafletLayer, PmtilesSource, type TileSource, type View } from 'protomaps-leaflet';
import type { Locale } from '@/lib/i18n/locales';
import { toLatin } from '@/lib/serbian';

export interface StreetOptions {
  locale: Locale;
  maxZoom: number;
}

/** Endings of the names' keys in the tiles. */
const LANGUAGES: Record<Locale, string> = { 'sr-Latn': 'sr', 'sr-Cyrl': 'sr', en: 'en' };
/** Places that the base map names itself, by the setting of the site's owner. */
const NAMED_BY_US = ['country', 'region'];

/**
 * Draws the vector tiles of a PMTiles archive, in the colours of the page's theme. Needs Leaflet's global `L`, which
 * Leaflet sets when it is loaded.
 * @throws when the archive cannot be read
 */
export async function addStreetFile(
  map: LeafletMap,
  url: string,
  { locale, maxZoom }: StreetOptions,
  onShown: () => void,
): Promise<void> {
  let isGone = false;
  map.once('unload', () => {
    isGone = true;
  });
  const { p: archive } = new PmtilesSource(url, false);
  const { maxZoom: maxDataZoom } = await archive.getHeader();
  if (isGone) return;

  const night = window.matchMedia('(prefers-color-scheme: dark)');
  let present = draw();
  const redraw = () => {
    present.remove();
    present = draw();
  };
  night.addEventListener('change', redraw);
  map.once('unload', () => night.removeEventListener('change', redraw));

  function draw(): GridLayer {
    const flavor = isDark(night) ? 'dark' : 'light';
    const layer = leafletLayer({
      url: archive,
      flavor,
      lang: LANGUAGES[locale],
      maxDataZoom,
      maxZoom,
      attribution: '',
    });
    // What is not in the archive is left to the ground below.
    layer.backgroundColor = undefined;
    const { tileCache } = layer.views.get('') as View;
    tileCache.source = forOurMap(tileCache.source, locale, onShown);
    return (layer as unknown as GridLayer).addTo(map);
  }
}

function isDark(night: MediaQueryList): boolean {
  const { theme } = document.documentElement.dataset;
  return theme === 'dark' || (theme !== 'light' && night.matches);
}

/**
 * The tiles of a source as our map shows them: without the borders and names of countries, which the base map draws
 * as it is set, and with names in the script of the page. The tiles have Serbian names in Cyrillic.
 * @param onRead called for every tile that has something in it
 */
export function forOurMap(source: TileSource, locale: Locale, onRead: () => void): TileSource {
  const nameKeys = ['name', `name:${LANGUAGES[locale]}`];
  return {
    async get(tile, size) {
      const layers = await source.get(tile, size);
      layers.delete('boundaries');
      const places = layers.get('places');
      if (places) {
        const ours = places.filter(({ props }) => !NAMED_BY_US.includes(String(props.kind)));
        layers.set('places', ours);
      }
      if (locale !== 'sr-Cyrl') {
        for (const { props } of [...layers.values()].flat()) {
          for (const key of nameKeys) if (typeof props[key] === 'string') props[key] = toLatin(props[key]);
        }
      }
      if (layers.size > 0) onRead();
      return layers;
    },
  };
}
