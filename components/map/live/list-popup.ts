import { type Map as LeafletMap, type Popup, popup } from 'leaflet';
import type { LatLng } from '@/lib/geo/types';
import type { MapLabels } from '@/lib/map/labels';
import type { MapItem } from '@/lib/map/present';

/** What a popup shows: records, and how many more there are than it names. */
export interface PopupList {
  items: readonly MapItem[];
  /** A sentence on the rest with the address of the list that holds it; null when all are named. */
  rest: { text: string; href: string } | null;
}

/** The one popup of the map: the records behind a marker, as links. */
export interface ListPopup {
  /**
   * Opens at a place; the focus goes to the first link once the records are there.
   * @param onClose called when it closes, with whether the focus is to go back to the marker
   */
  open(place: LatLng, title: string, list: Promise<PopupList>, onClose: (back: boolean) => void): void;
  /** @param back the focus goes back to where it came from */
  close(back: boolean): void;
  isOpen(): boolean;
}

/** Makes the popup of a map. */
export function listPopup(map: LeafletMap, labels: MapLabels): ListPopup {
  let present: { view: Popup; close: (back: boolean) => void } | null = null;

  return {
    open(place, title, list, onClose) {
      present?.close(false);
      const box = document.createElement('div');
      box.className = 'map-list';
      box.setAttribute('role', 'dialog');
      box.setAttribute('aria-label', title);
      box.tabIndex = -1;
      const heading = element('p', 'map-list-title', title);
      const content = element('p', 'map-list-wait', labels.loadingList);
      content.setAttribute('role', 'status');
      const closer = element('button', 'map-list-close', labels.close);
      closer.setAttribute('type', 'button');
      box.append(heading, closer, content);

      const view = popup({
        className: 'map-popup',
        closeButton: false,
        autoPanPadding: [12, 12],
        maxWidth: 300,
        minWidth: 220,
        offset: [0, -10],
        // The keyboard leaves it by Escape, which also leads back to the marker.
        closeOnEscapeKey: false,
      })
        .setLatLng([place.lat, place.lng])
        .setContent(box)
        .openOn(map);

      let isOpen = true;
      const close = (back: boolean) => {
        if (!isOpen) return;
        isOpen = false;
        present = null;
        view.remove();
        onClose(back);
      };
      present = { view, close };
      view.on('remove', () => close(false));
      closer.addEventListener('click', () => close(true));
      box.focus({ preventScroll: true });

      list.then(
        (found) => isOpen && fillIn(found),
        () => {
          if (isOpen) content.textContent = labels.listFailed;
        },
      );

      function fillIn({ items, rest }: PopupList): void {
        const entries = document.createElement('ul');
        entries.append(...items.map((item) => entry(item, labels)));
        content.replaceWith(entries);
        if (rest) {
          const more = element('a', 'map-list-rest', rest.text);
          more.setAttribute('href', rest.href);
          box.append(more);
        }
        const wasInside = box.contains(document.activeElement);
        // Leaflet takes the content out and puts it in again, and the focus with it.
        view.update();
        if (wasInside) box.querySelector('a')?.focus({ preventScroll: true });
      }
    },
    close: (back) => present?.close(back),
    isOpen: () => present !== null,
  };
}

function entry({ name, href, detail, mark, coarse }: MapItem, labels: MapLabels): HTMLElement {
  const item = document.createElement('li');
  const tile = element('span', 'map-list-tile', '');
  // The codes of the marks are our own, and the sprite stands in the page.
  tile.innerHTML = `<svg viewBox="0 0 24 24" aria-hidden="true"><use href="#m-${encodeURIComponent(mark)}"/></svg>`;
  const link = element('a', '', name);
  link.setAttribute('href', href);
  const words = document.createElement('span');
  words.append(link, element('small', '', [detail, coarse ? labels.onlyMunicipality : ''].filter(Boolean).join(' · ')));
  item.append(tile, words);
  return item;
}

function element(tag: string, className: string, text: string): HTMLElement {
  const made = document.createElement(tag);
  if (className) made.className = className;
  made.textContent = text;
  return made;
}
