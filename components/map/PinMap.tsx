'use client';

import { divIcon, type LatLngExpression, latLngBounds, map as leafletMap, marker, svg } from 'leaflet';
import { useEffect, useId, useRef } from 'react';
import { FRAME, FRAME_CENTRE, FRAME_ZOOM } from '@/lib/geo/frame';
import type { LatLng } from '@/lib/geo/types';
import type { Locale } from '@/lib/i18n/locales';
import { NEIGHBOURS } from '@/lib/map/neighbours';
import type { MapSettings } from '@/lib/map/settings';
import 'leaflet/dist/leaflet.css';
import './live.css';
import './pin.css';
import { drawBase } from './live/base-layer';
import { tameGestures } from './live/gestures';
import { fetchBase } from './live/map-data';
import { addStreets } from './live/streets';
import { drawNames } from './live/town-names';

export interface PinMapLabels {
  label: string;
  hint: string;
  failed: string;
}

interface PinMapProps {
  locale: Locale;
  settings: MapSettings;
  /** Version of the built base map. */
  version: string;
  labels: PinMapLabels;
  /** Where the mark stands; null for none. */
  pin: LatLng | null;
  /** Where the map begins without one. */
  start: LatLng | null;
  onPick(place: LatLng): void;
  onFailed(): void;
}

const REACH = latLngBounds([39.5, 15], [48.5, 27]);
const NEAR_ZOOM = 11;
const MAX_ZOOM = 13;
const MAX_ZOOM_STREETS = 18;
/** About one metre; more would only claim what nobody knows. */
const round = (degrees: number) => Math.round(degrees * 1e5) / 1e5;

/** A small map to show one place on: a press puts the mark there, Enter puts it in the middle. */
export function PinMap(props: PinMapProps) {
  const element = useRef<HTMLElement>(null);
  const present = useRef(props);
  present.current = props;
  const steer = useRef<((pin: LatLng | null) => void) | null>(null);
  const hintId = useId();

  useEffect(() => {
    const container = element.current;
    if (!container) return;
    const { locale, settings, version, pin, start } = present.current;
    const tiles = settings.tiles;
    const map = leafletMap(container, {
      attributionControl: false,
      renderer: svg({ padding: 0.5 }),
      minZoom: 5.8,
      maxZoom: tiles ? MAX_ZOOM_STREETS : MAX_ZOOM,
      zoomSnap: tiles ? 1 : 0.5,
      maxBounds: REACH,
      maxBoundsViscosity: 1,
      inertia: false,
      fadeAnimation: false,
      zoomAnimation: !window.matchMedia('(prefers-reduced-motion: reduce)').matches,
    });
    const near = pin ?? start;
    const whole = FRAME_ZOOM + Math.log2(Math.min(map.getSize().x / FRAME.width, map.getSize().y / FRAME.height));
    if (near) map.setView([near.lat, near.lng], NEAR_ZOOM);
    else map.setView([FRAME_CENTRE.lat, FRAME_CENTRE.lng], tiles ? Math.floor(whole) : whole);
    tameGestures(map, () => {});
    if (tiles) addStreets(map, tiles, { locale, maxZoom: MAX_ZOOM_STREETS }, () => {});
    fetchBase(locale, version).then(
      ([topology, names]) => {
        drawBase(map, topology, settings.kosovo, tiles !== null);
        const apart = NEIGHBOURS.filter(({ name }) => name === 'apart').map(({ lat, lng, anchor }) => ({
          text: settings.kosovo.label,
          lat,
          lng,
          anchor,
        }));
        const text = drawNames(map, names.towns, apart);
        const place = () => text.place([], true);
        place();
        map.on('moveend', place);
      },
      () => present.current.onFailed(),
    );

    const mark = marker([0, 0], {
      icon: divIcon({ className: 'pin-mark', iconSize: [28, 36], iconAnchor: [14, 36] }),
      keyboard: false,
      interactive: false,
    });
    const show = (place: LatLng | null) => {
      if (place) mark.setLatLng([place.lat, place.lng] as LatLngExpression).addTo(map);
      else mark.remove();
    };
    const pick = ({ lat, lng }: LatLng) => {
      const place = { lat: round(lat), lng: round(lng) };
      show(place);
      present.current.onPick(place);
    };
    show(pin);
    steer.current = show;
    map.on('click', ({ latlng }) => pick(latlng));
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== 'Enter' || event.target !== container) return;
      event.preventDefault();
      pick(map.getCenter());
    };
    container.addEventListener('keydown', onKey);
    return () => {
      steer.current = null;
      container.removeEventListener('keydown', onKey);
      map.remove();
    };
  }, []);

  useEffect(() => steer.current?.(props.pin), [props.pin]);

  return (
    <>
      <p className="hint" id={hintId}>
        {props.labels.hint}
      </p>
      <div className="pin-map">
        <section
          className={props.settings.tiles ? `map-canvas streets ${props.settings.tiles.kind}` : 'map-canvas'}
          ref={element}
          aria-label={props.labels.label}
          aria-describedby={hintId}
        />
      </div>
    </>
  );
}
