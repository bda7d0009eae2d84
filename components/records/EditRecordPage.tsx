import type { EnterpriseInput } from '@/lib/enterprises/schema';
import type { LatLng } from '@/lib/geo/types';
import { hrefFor } from '@/lib/i18n/navigation';
import { words } from '@/lib/i18n/words';
import type { FormValues } from '@/lib/keeping/form-values';
import { PARTS } from '@/lib/keeping/parts';
import { faultText, partSources, type Shown } from '@/lib/keeping/present';
import type { SaveFault } from '@/lib/keeping/save-fault';
import type { MapSettings } from '@/lib/map/settings';
import { FormNotices } from './FormNotices';
import { type FormOptions, RecordForm } from './RecordForm';
import { recordName } from './record-name';

interface EditRecordPageProps extends Shown {
  /** null for a new record. */
  record: { id: number; version: number; input: EnterpriseInput } | null;
  values: FormValues;
  fault: SaveFault | null;
  options: FormOptions;
  mapSettings: MapSettings;
  start: LatLng | null;
}

/** A new record, or the form of one that is there. */
export function EditRecordPage({
  locale,
  vocab,
  record,
  values,
  fault,
  options,
  mapSettings,
  start,
}: EditRecordPageProps) {
  const t = words(locale, 'DeskRecords');
  const faults =
    fault?.code === 'faults' ? Object.fromEntries(fault.faults.map((one) => [one.field, faultText(one, locale)])) : {};
  const sources =
    record === null
      ? {}
      : Object.fromEntries(
          PARTS.filter(({ facts }) => facts.length > 0).map(({ key }) => [key, partSources(record.input, key, locale)]),
        );
  return (
    <div className="wrap desk-page">
      <header>
        {record && (
          <p>
            <a href={hrefFor(locale, '/desk/enterprises/[id]', { id: String(record.id) })}>{t('back')}</a>
          </p>
        )}
        <h1>{record ? t('editTitle', { name: recordName(record.input, locale) }) : t('newTitle')}</h1>
        {!record && <p>{t('newLead')}</p>}
      </header>
      {fault && <FormNotices locale={locale} vocab={vocab} fault={fault} input={record?.input ?? null} />}
      <RecordForm
        view={{ locale, values, faults, sources }}
        id={record?.id ?? null}
        version={fault?.code === 'stale' ? fault.version : (record?.version ?? 0)}
        options={options}
        mapSettings={mapSettings}
        start={start}
        otherValues={record?.input.otherValues ?? []}
        offersAnyway={fault?.code === 'duplicates'}
      />
    </div>
  );
}
