'use client';

import { useEffect, useId, useRef, useState } from 'react';
import type { BoundingBox } from '@/lib/geo/types';
import type { MapView } from '@/lib/map/view';
import 'leaflet/dist/leaflet.css';
import './live.css';
import type { Hint } from './live/gestures';
import { createLiveMap, type LiveMap } from './live/live-map';
import type { LazyMapProps } from './map-props';

/** How long a hint stays, in milliseconds. */
const HINT_MS = 1800;

interface LeafletMapProps extends Omit<LazyMapProps, 'children' | 'switchId'> {
  /** The rectangle of the query, where the map begins without a view. */
  box: BoundingBox | null;
  onReady(): void;
  onMove(view: MapView, box: BoundingBox): void;
  /** Called once with the map, so that its owner can steer it. */
  onMap(map: LiveMap | null): void;
  hrefOfBox(box: BoundingBox): string;
}

/** React's side of the live map: its element, its buttons, its messages. Everything on the map is Leaflet's. */
export function LeafletMap(props: LeafletMapProps) {
  const { labels, query } = props;
  const element = useRef<HTMLElement>(null);
  const map = useRef<LiveMap | null>(null);
  const present = useRef(props);
  present.current = props;
  const [hint, setHint] = useState<Hint | null>(null);
  const [failed, setFailed] = useState(false);
  const keysId = useId();

  useEffect(() => {
    if (!element.current) return;
    const { locale, of, kosovo, tiles, version, initialView, box } = present.current;
    const live = createLiveMap(element.current, {
      locale,
      of,
      labels: present.current.labels,
      kosovo,
      tiles,
      version,
      query: present.current.query,
      view: initialView,
      box,
      describedBy: keysId,
      onMove: (view, seen) => present.current.onMove(view, seen),
      onState: (state) => {
        setFailed(state === 'failed');
        if (state === 'ready') present.current.onReady();
      },
      onHint: setHint,
      hrefOfBox: (seen) => present.current.hrefOfBox(seen),
    });
    map.current = live;
    present.current.onMap(live);
    return () => {
      present.current.onMap(null);
      map.current = null;
      live.remove();
    };
  }, [keysId]);

  useEffect(() => map.current?.show(query), [query]);

  useEffect(() => {
    if (hint === null) return;
    const timer = setTimeout(() => setHint(null), HINT_MS);
    return () => clearTimeout(timer);
  }, [hint]);

  return (
    <div className="map-live">
      <div className="zoom">
        <button type="button" aria-label={labels.zoomIn} onClick={() => map.current?.zoomBy(1)}>
          <svg className="ico" viewBox="0 0 24 24" aria-hidden="true">
            <path d="M12 4v16M4 12h16" />
          </svg>
        </button>
        <button type="button" aria-label={labels.zoomOut} onClick={() => map.current?.zoomBy(-1)}>
          <svg className="ico" viewBox="0 0 24 24" aria-hidden="true">
            <path d="M4 12h16" />
          </svg>
        </button>
      </div>
      <p className="vh" id={keysId}>
        {labels.keys}
      </p>
      <section
        className={props.tiles ? `map-canvas streets ${props.tiles.kind}` : 'map-canvas'}
        ref={element}
        aria-label={labels.label}
      />
      {hint && (
        <p className="map-hint" aria-hidden="true">
          {hint === 'wheel' ? labels.wheelHint : labels.touchHint}
        </p>
      )}
      <p className="map-touch">{labels.touchHint}</p>
      {failed && (
        <p className="map-failed" role="status">
          {labels.failed}{' '}
          <button type="button" onClick={() => map.current?.retry()}>
            {labels.retry}
          </button>
        </p>
      )}
    </div>
  );
}
