import { PinChoice } from '@/components/submissions/live/PinChoice';
import { POSITION_PRECISIONS } from '@/lib/enterprises/schema';
import base from '@/lib/geo/base-map.json';
import type { LatLng } from '@/lib/geo/types';
import { words } from '@/lib/i18n/words';
import { partLabel } from '@/lib/keeping/present';
import type { MapSettings } from '@/lib/map/settings';
import { type FormView, fieldId } from './form-view';
import { type OptionGroup, SelectRow } from './SelectRow';
import { TextRow } from './TextRow';

interface PlaceFieldsProps {
  view: FormView;
  municipalities: readonly OptionGroup[];
  districts: readonly OptionGroup[];
  mapSettings: MapSettings;
  /** Where the map begins without a mark. */
  start: LatLng | null;
}

/** Where it is: as written, in the gazetteer, and on the map, by degrees, by name or by a press. */
export function PlaceFields({ view, municipalities, districts, mapSettings, start }: PlaceFieldsProps) {
  const { locale } = view;
  const t = words(locale, 'DeskRecords');
  return (
    <>
      <TextRow view={view} name="town" label={partLabel(locale, 'town')} />
      <SelectRow
        view={view}
        name="municipality"
        label={partLabel(locale, 'municipality')}
        groups={municipalities}
        none={t('notStated')}
      />
      <SelectRow
        view={view}
        name="district"
        label={t('district')}
        hint={t('hints.district')}
        groups={districts}
        none={t('notStated')}
        sourced={false}
      />
      <TextRow view={view} name="streetAddress" label={partLabel(locale, 'streetAddress')} />
      <TextRow view={view} name="postalCode" label={partLabel(locale, 'postalCode')} inputMode="numeric" />
      <fieldset className="rec-set">
        <legend>{partLabel(locale, 'position')}</legend>
        <p className="hint">{t('hints.position')}</p>
        <PinChoice
          locale={locale}
          settings={mapSettings}
          version={base.version}
          start={start}
          fields={{ lat: fieldId('position.lat'), lng: fieldId('position.lng') }}
          labels={{
            label: t('map.label'),
            hint: t('map.hint'),
            failed: t('map.failed'),
            show: t('map.show'),
            hide: t('map.hide'),
            remove: t('map.remove'),
            placed: t('map.placed', { lat: '{lat}', lng: '{lng}' }),
            loading: t('map.loading'),
          }}
        />
        <div className="rec-pair">
          <TextRow view={view} name="position.lat" label={t('sub.lat')} inputMode="decimal" sourced={false} />
          <TextRow view={view} name="position.lng" label={t('sub.lng')} inputMode="decimal" sourced={false} />
        </div>
        <SelectRow
          view={view}
          name="position.precision"
          label={t('sub.precision')}
          groups={[
            { label: null, options: POSITION_PRECISIONS.map((value) => ({ value, label: t(`precision.${value}`) })) },
          ]}
          none={t('notStated')}
        />
        <TextRow view={view} name="gazetteer" label={t('sub.gazetteer')} hint={t('hints.gazetteer')} sourced={false} />
      </fieldset>
    </>
  );
}
