import { DeskForm } from '@/components/desk/DeskForm';
import type { EnterpriseInput } from '@/lib/enterprises/schema';
import type { LatLng } from '@/lib/geo/types';
import { hrefFor } from '@/lib/i18n/navigation';
import { words } from '@/lib/i18n/words';
import { valueOf } from '@/lib/keeping/form-values';
import { partLabel } from '@/lib/keeping/present';
import { METHODS } from '@/lib/keeping/verification';
import type { MapSettings } from '@/lib/map/settings';
import { AreaRow } from './form/AreaRow';
import { ContactRows } from './form/ContactRows';
import type { FormView } from './form/form-view';
import { PlaceFields } from './form/PlaceFields';
import { type OptionGroup, SelectRow } from './form/SelectRow';
import { SourceFields } from './form/SourceFields';
import { TextRow } from './form/TextRow';
import { TicksRow } from './form/TicksRow';
import './records.css';

/** Terms and places that the fields offer. */
export interface FormOptions {
  terms: Readonly<Record<string, readonly OptionGroup[]>>;
  municipalities: readonly OptionGroup[];
  districts: readonly OptionGroup[];
}

interface RecordFormProps {
  view: FormView;
  /** null for a new record. */
  id: number | null;
  version: number;
  options: FormOptions;
  mapSettings: MapSettings;
  start: LatLng | null;
  otherValues: EnterpriseInput['otherValues'];
  /** Possible duplicates are shown above; a second button saves all the same. */
  offersAnyway: boolean;
}

/** The whole record as a form, in the order of its page. */
export function RecordForm({
  view,
  id,
  version,
  options,
  mapSettings,
  start,
  otherValues,
  offersAnyway,
}: RecordFormProps) {
  const { locale } = view;
  const t = words(locale, 'DeskRecords');
  const label = (key: string) => partLabel(locale, key);
  const terms = (taxonomy: string) => options.terms[taxonomy] ?? [];
  return (
    <DeskForm
      locale={locale}
      action="/api/desk/enterprises/save"
      hidden={{ id: id === null ? undefined : String(id), version: String(version) }}
      className="desk-form rec-form"
    >
      <section aria-labelledby="s-name">
        <h2 id="s-name">{label('nameSr')}</h2>
        <TextRow view={view} name="nameSr" label={label('nameSr')} required />
        <TextRow view={view} name="shortName" label={label('shortName')} />
        <AreaRow view={view} name="otherNames" label={label('otherNames')} hint={t('hints.otherNames')} rows={3} />
        <TextRow view={view} name="nameEn" label={label('nameEn')} lang="en" />
        <TextRow
          view={view}
          name="nameSrCyrl"
          label={label('nameSrCyrl')}
          hint={t('hints.nameSrCyrl')}
          lang="sr-Cyrl"
        />
      </section>
      <section aria-labelledby="s-what">
        <h2 id="s-what">{t('sections.what')}</h2>
        <SelectRow
          view={view}
          name="legalForm"
          label={label('legalForm')}
          groups={terms('legalForm')}
          none={t('notStated')}
        />
        <TicksRow view={view} name="activities" label={label('activities')} groups={terms('activity')} />
        <TicksRow view={view} name="products" label={label('products')} groups={terms('product')} />
        <TicksRow view={view} name="targetGroups" label={label('targetGroups')} groups={terms('targetGroup')} />
        <TextRow view={view} name="foundedYear" label={label('foundedYear')} inputMode="numeric" />
        <div className="rec-pair">
          <SelectRow view={view} name="size.code" label={label('size')} groups={terms('size')} none={t('notStated')} />
          <TextRow view={view} name="size.year" label={t('sub.year')} inputMode="numeric" sourced={false} />
        </div>
      </section>
      <section aria-labelledby="s-stands">
        <h2 id="s-stands">{t('sections.stands')}</h2>
        <SelectRow view={view} name="basis" label={label('basis')} groups={terms('basis')} />
        <SelectRow
          view={view}
          name="legalStatus.code"
          label={label('legalStatus')}
          hint={t('hints.legalStatus')}
          groups={terms('legalStatus')}
          none={t('notStated')}
        />
        <div className="rec-pair">
          <TextRow view={view} name="legalStatus.from" label={t('sub.from')} type="date" sourced={false} />
          <TextRow view={view} name="legalStatus.to" label={t('sub.to')} type="date" sourced={false} />
        </div>
        <SelectRow
          view={view}
          name="coalitionCriteria"
          label={label('coalitionCriteria')}
          hint={t('hints.coalition')}
          groups={terms('coalitionCriteria')}
          none={t('notStated')}
        />
        <div className="rec-pair">
          <SelectRow
            view={view}
            name="operatingState"
            label={label('operatingState')}
            groups={terms('operatingState')}
            none={t('notStated')}
          />
          <TextRow view={view} name="operatingStateOn" label={t('sub.since')} type="date" sourced={false} />
        </div>
        <TextRow view={view} name="registrationNumber" label={label('registrationNumber')} inputMode="numeric" />
        <TextRow view={view} name="taxId" label={label('taxId')} inputMode="numeric" />
        <TicksRow view={view} name="networks" label={label('networks')} groups={terms('network')} />
      </section>
      <section aria-labelledby="s-where">
        <h2 id="s-where">{t('sections.where')}</h2>
        <PlaceFields
          view={view}
          municipalities={options.municipalities}
          districts={options.districts}
          mapSettings={mapSettings}
          start={start}
        />
      </section>
      <section aria-labelledby="s-contact">
        <h2 id="s-contact">{t('sections.contact')}</h2>
        <ContactRows view={view} />
      </section>
      <section aria-labelledby="s-texts">
        <h2 id="s-texts">{t('sections.texts')}</h2>
        <p className="hint">{t('hints.texts')}</p>
        {(['activity', 'mission', 'description'] as const).map((name) => (
          <div key={name} className="rec-pair wide">
            <AreaRow view={view} name={`${name}Sr`} label={label(`${name}Sr`)} rows={name === 'activity' ? 3 : 6} />
            <AreaRow
              view={view}
              name={`${name}En`}
              label={label(`${name}En`)}
              rows={name === 'activity' ? 3 : 6}
              lang="en"
            />
          </div>
        ))}
        <AreaRow view={view} name="note" label={label('note')} hint={t('hints.note')} rows={2} sourced={false} />
      </section>
      {otherValues.length > 0 && (
        <section aria-labelledby="s-others">
          <h2 id="s-others">{t('sections.others')}</h2>
          {otherValues.map(({ field, value, source }, index) => (
            <label key={`${field} ${source.title} ${value}`} className="desk-tick">
              <input
                type="checkbox"
                name="dropOther"
                value={index}
                defaultChecked={view.values.dropOther?.includes(String(index))}
              />{' '}
              {t('dropOther', { source: source.title, value, part: label(field === 'website' ? 'contacts' : field) })}
            </label>
          ))}
        </section>
      )}
      <section aria-labelledby="s-source">
        <h2 id="s-source">{t('sections.source')}</h2>
        <SourceFields view={view} mayBeSlip={id !== null} />
        <fieldset className="rec-set">
          <legend>{t('verify.legend')}</legend>
          <div className="rec-choices">
            {(['', ...METHODS] as const).map((method) => (
              <label key={method} className="desk-tick">
                <input
                  type="radio"
                  name="verified"
                  value={method}
                  defaultChecked={valueOf(view.values, 'verified') === method}
                />{' '}
                {t(method === '' ? 'verify.no' : `verify.${method}`)}
              </label>
            ))}
          </div>
        </fieldset>
      </section>
      <div className="desk-actions rec-save">
        <button type="submit" className="btn" data-key="s" data-key-name={t('save')}>
          {t(id === null ? 'create' : 'save')}
        </button>
        {offersAnyway && (
          <button type="submit" name="anyway" value="1" className="btn second">
            {t('duplicates.anyway')}
          </button>
        )}
        <a
          href={
            id === null
              ? hrefFor(locale, '/desk/enterprises')
              : hrefFor(locale, '/desk/enterprises/[id]', { id: String(id) })
          }
        >
          {t('cancel')}
        </a>
      </div>
    </DeskForm>
  );
}
