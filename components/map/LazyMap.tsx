'use client';

import { usePathname, useRouter } from 'next/navigation';
import { type ComponentType, useCallback, useEffect, useRef, useState } from 'react';
import { formatBoundingBox, parseBoundingBox } from '@/lib/geo/boxes';
import type { BoundingBox } from '@/lib/geo/types';
import { formatMapView, type MapView, parseMapView } from '@/lib/map/view';
import type { LeafletMap } from './LeafletMap';
import type { LiveMap } from './live/live-map';
import type { LazyMapProps } from './map-props';

/** The address follows the map when it has stood still for so long, in milliseconds. */
const SETTLED_MS = 300;

/** Commas are allowed in a query, and people read addresses. */
const toQuery = (params: URLSearchParams) => (params.size > 0 ? `?${params.toString().replaceAll('%2C', ',')}` : '');

/**
 * The map of the directory: the server's picture at its final size, until it comes into view and Leaflet is loaded.
 * It keeps `map=lat,lng,zoom` in the address and, when the switch is on, asks for the list of what it shows.
 */
export function LazyMap({ children, switchId, ...props }: LazyMapProps) {
  const { query, onlyInMap, labels } = props;
  const frame = useRef<HTMLDivElement>(null);
  const live = useRef<LiveMap | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  const [Live, setLive] = useState<ComponentType<Parameters<typeof LeafletMap>[0]> | null>(null);
  const [state, setState] = useState<'still' | 'loading' | 'live' | 'failed'>('still');
  const router = useRouter();
  const pathname = usePathname();

  useEffect(() => {
    const element = frame.current;
    if (!element) return;
    // On a phone the map's column is not displayed until somebody asks for it: then it comes into view.
    const observer = new IntersectionObserver(([entry]) => {
      if (!entry?.isIntersecting) return;
      observer.disconnect();
      setState('loading');
      import('./LeafletMap').then(
        (loaded) => setLive(() => loaded.LeafletMap),
        () => setState('failed'),
      );
    });
    observer.observe(element);
    return () => observer.disconnect();
  }, []);

  const onMove = useCallback(
    (view: MapView, box: BoundingBox) => {
      clearTimeout(timer.current);
      timer.current = setTimeout(() => {
        const tick = document.getElementById(switchId) as HTMLInputElement | null;
        const seen = formatBoundingBox(box);
        if (tick) tick.value = seen;
        const params = new URLSearchParams(window.location.search);
        params.set('map', formatMapView(view));
        if (tick?.checked) {
          params.set('bbox', seen);
          params.delete('page');
          router.replace(`${pathname}${toQuery(params)}`, { scroll: false });
        } else window.history.replaceState(null, '', `${pathname}${toQuery(params)}${window.location.hash}`);
      }, SETTLED_MS);
    },
    [switchId, router, pathname],
  );
  useEffect(() => () => clearTimeout(timer.current), []);

  useEffect(() => {
    // "Back" leads to an address with another view of the map.
    const onBack = () => {
      const view = parseMapView(new URLSearchParams(window.location.search).get('map') ?? '');
      if (view) live.current?.look(view);
    };
    window.addEventListener('popstate', onBack);
    return () => window.removeEventListener('popstate', onBack);
  }, []);

  const onReady = useCallback(() => {
    setState('live');
    // Ticked without having moved the map, the switch means what is seen now, not the whole country.
    const tick = document.getElementById(switchId) as HTMLInputElement | null;
    if (tick && !tick.checked && live.current) tick.value = formatBoundingBox(live.current.box());
  }, [switchId]);
  const onMap = useCallback((map: LiveMap | null) => {
    live.current = map;
  }, []);
  const hrefOfBox = useCallback(
    (box: BoundingBox) => {
      const params = new URLSearchParams(query);
      params.set('bbox', formatBoundingBox(box));
      for (const name of ['page', 'view', 'map', 'inMap']) params.delete(name);
      return `${pathname}${toQuery(params)}`;
    },
    [query, pathname],
  );

  const box = onlyInMap ? parseBoundingBox(new URLSearchParams(query).get('bbox') ?? '') : null;
  return (
    <div className={state === 'live' ? 'map is-live' : 'map'} ref={frame}>
      {children}
      {Live && <Live {...props} box={box} onReady={onReady} onMove={onMove} onMap={onMap} hrefOfBox={hrefOfBox} />}
      {state === 'loading' && <p className="map-note">{labels.loading}</p>}
      {state === 'failed' && <p className="map-note">{labels.failed}</p>}
    </div>
  );
}
