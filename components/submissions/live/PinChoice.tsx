'use client';

import { type ComponentType, useEffect, useState } from 'react';
import type { PinMap, PinMapLabels } from '@/components/map/PinMap';
import type { LatLng } from '@/lib/geo/types';
import type { Locale } from '@/lib/i18n/locales';
import { fill } from '@/lib/i18n/templates';
import type { MapSettings } from '@/lib/map/settings';
import { controlId } from '@/lib/story-form/steps';

interface PinChoiceProps {
  locale: Locale;
  settings: MapSettings;
  version: string;
  /** Where the map begins without a mark: the place that is already known. */
  start: LatLng | null;
  /** Ids of the fields of latitude and longitude, where they are not those of the form of stories. */
  fields?: { lat: string; lng: string };
  labels: PinMapLabels & { show: string; hide: string; remove: string; placed: string; loading: string };
}

type FieldIds = NonNullable<PinChoiceProps['fields']>;

const FORM_FIELDS: FieldIds = { lat: controlId('lat'), lng: controlId('lng') };
const control = (id: string) => document.getElementById(id) as HTMLInputElement | null;
const degrees = (text: string) => (text.trim() === '' ? Number.NaN : Number(text.replace(',', '.')));

/** The mark as the two fields have it; null when they hold none. */
function readPin(ids: FieldIds): LatLng | null {
  const place = { lat: degrees(control(ids.lat)?.value ?? ''), lng: degrees(control(ids.lng)?.value ?? '') };
  return Number.isFinite(place.lat) && Number.isFinite(place.lng) ? place : null;
}

/** Writes the mark into the two fields, as if somebody had typed it, so that it is checked and saved. */
function writePin(ids: FieldIds, place: LatLng | null): void {
  for (const name of ['lat', 'lng'] as const) {
    const field = control(ids[name]);
    if (!field) continue;
    field.value = place ? String(place[name]) : '';
    field.dispatchEvent(new Event('input', { bubbles: true }));
  }
}

/** A button that opens a map to show the exact place on. Leaflet comes only then; without a script there are the fields. */
export function PinChoice({ locale, settings, version, start, fields: ids = FORM_FIELDS, labels }: PinChoiceProps) {
  const [isAlive, setAlive] = useState(false);
  const [Loaded, setLoaded] = useState<ComponentType<Parameters<typeof PinMap>[0]> | null>(null);
  const [state, setState] = useState<'closed' | 'loading' | 'open' | 'failed'>('closed');
  const [pin, setPin] = useState<LatLng | null>(null);

  useEffect(() => setAlive(true), []);
  useEffect(() => {
    if (state !== 'open') return;
    const onTyped = () => setPin(readPin({ lat: ids.lat, lng: ids.lng }));
    const fields = [control(ids.lat), control(ids.lng)];
    for (const field of fields) field?.addEventListener('input', onTyped);
    return () => {
      for (const field of fields) field?.removeEventListener('input', onTyped);
    };
  }, [state, ids.lat, ids.lng]);

  if (!isAlive) return null;
  const open = () => {
    setPin(readPin(ids));
    setState('loading');
    import('@/components/map/PinMap').then(
      (loaded) => {
        setLoaded(() => loaded.PinMap);
        setState('open');
      },
      () => setState('failed'),
    );
  };
  const place = (next: LatLng | null) => {
    writePin(ids, next);
    setPin(next);
  };
  const isOpen = state === 'open' && Loaded !== null;
  return (
    <div className="pin">
      <div className="pin-tools">
        <button
          type="button"
          className="btn second"
          aria-expanded={isOpen}
          onClick={() => (isOpen ? setState('closed') : open())}
        >
          {isOpen ? labels.hide : labels.show}
        </button>
        {isOpen && pin && (
          <button type="button" className="aslink" onClick={() => place(null)}>
            {labels.remove}
          </button>
        )}
      </div>
      {isOpen && (
        <Loaded
          locale={locale}
          settings={settings}
          version={version}
          labels={labels}
          pin={pin}
          start={start}
          onPick={place}
          onFailed={() => setState('failed')}
        />
      )}
      <p role="status" className="small muted">
        {state === 'loading' && labels.loading}
        {state === 'failed' && labels.failed}
        {isOpen && pin && fill(labels.placed, { lat: String(pin.lat), lng: String(pin.lng) })}
      </p>
    </div>
  );
}
