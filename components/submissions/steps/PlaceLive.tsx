import base from '@/lib/geo/base-map.json';
import type { Locale } from '@/lib/i18n/locales';
import { words } from '@/lib/i18n/words';
import type { MapSettings } from '@/lib/map/settings';
import { PinInSlot } from '../live/PinInSlot';

/** The map of the page, which comes when its button is pressed. */
export function PlaceLive({ locale, settings }: { locale: Locale; settings: MapSettings }) {
  const t = words(locale, 'StoryForm');
  return (
    <PinInSlot
      locale={locale}
      settings={settings}
      version={base.version}
      labels={{
        label: t('mapLabel'),
        hint: t('mapHint'),
        failed: t('mapFailed'),
        show: t('showMap'),
        hide: t('hideMap'),
        remove: t('mapRemove'),
        placed: t('mapPlaced', { lat: '{lat}', lng: '{lng}' }),
        loading: t('mapLoading'),
      }}
    />
  );
}
