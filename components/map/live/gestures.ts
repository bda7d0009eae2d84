import type { Map as LeafletMap } from 'leaflet';

export type Hint = 'wheel' | 'touch';

/**
 * Keeps the map from trapping the page: the wheel zooms only with Ctrl (or Command), and one finger scrolls the page
 * while two move the map. `showHint` is called when somebody tries the other way.
 */
export function tameGestures(map: LeafletMap, showHint: (hint: Hint) => void): void {
  const container = map.getContainer();
  map.scrollWheelZoom.disable();

  // Captured, so that Leaflet's handlers are on or off before they see the same event.
  container.addEventListener(
    'wheel',
    (event) => {
      if (event.ctrlKey || event.metaKey) map.scrollWheelZoom.enable();
      else {
        map.scrollWheelZoom.disable();
        showHint('wheel');
      }
    },
    { capture: true, passive: true },
  );
  container.addEventListener(
    'pointerdown',
    ({ pointerType }) => {
      if (pointerType === 'touch') map.dragging.disable();
      else map.dragging.enable();
    },
    { capture: true },
  );
  container.addEventListener(
    'touchmove',
    ({ touches }) => {
      if (touches.length === 1) showHint('touch');
    },
    { passive: true },
  );
}
