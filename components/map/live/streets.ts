import { type Map as LeafletMap, tileLayer } from 'leaflet';
import type { StreetLayer } from '@/lib/map/streets';
import type { StreetOptions } from './street-file';

/**
 * Lays streets between the ground and the lines of the base map. Where they cannot be read, the base map is seen.
 * @param onShown called when the first of them are there
 */
export function addStreets(map: LeafletMap, streets: StreetLayer, options: StreetOptions, onShown: () => void): void {
  if (streets.kind === 'pictures') {
    tileLayer(streets.url, { maxZoom: options.maxZoom }).once('tileload', onShown).addTo(map);
    return;
  }
  import('./street-file')
    .then(({ addStreetFile }) => addStreetFile(map, streets.url, options, onShown))
    .catch((error: unknown) => console.warn('The streets cannot be read', error));
}
