import { DeskForm } from '@/components/desk/DeskForm';
import { hrefFor } from '@/lib/i18n/navigation';
import { words } from '@/lib/i18n/words';
import { type FormValues, fieldValue } from '@/lib/keeping/form-values';
import { isEmptyPart, PARTS, UNSPLITTABLE } from '@/lib/keeping/parts';
import { partLabel, partValue, type Shown } from '@/lib/keeping/present';
import type { OpenRecord } from '@/lib/keeping/schema';
import './records.css';
import { recordName } from './record-name';

interface SplitRecordPageProps extends Shown {
  record: OpenRecord;
  /** What was typed before. */
  values: FormValues;
  trouble: string | null;
}

/** Which facts of a record stay, and which go to a new one. */
export function SplitRecordPage({ locale, vocab, record, values, trouble }: SplitRecordPageProps) {
  const t = words(locale, 'DeskRecords');
  const id = String(record.id);
  const parts = PARTS.filter(
    (part) => !UNSPLITTABLE.includes(part.key) && part.key !== 'basis' && !isEmptyPart(record.input, part),
  );
  return (
    <div className="wrap desk-page">
      <header>
        <p>
          <a href={hrefFor(locale, '/desk/enterprises/[id]', { id })}>{t('back')}</a>
        </p>
        <h1>{t('split.pageTitle', { name: recordName(record.input, locale) })}</h1>
        <p>{t('split.lead')}</p>
      </header>
      {trouble && (
        <div className="errsum" role="alert">
          <h2>{t('faultTitle')}</h2>
          <p>{trouble}</p>
        </div>
      )}
      <DeskForm
        locale={locale}
        action="/api/desk/enterprises/split"
        hidden={{ id, version: String(record.version) }}
        className="desk-form rec-form"
      >
        <div className="desk-field">
          <label htmlFor="name">{t('split.name')}</label>
          <input id="name" name="name" defaultValue={fieldValue(values, 'name')} maxLength={200} required />
        </div>
        <table className="desk-table rec-facts">
          <tbody>
            {parts.map(({ key }) => {
              const chosen = fieldValue(values, `part.${key}`) || 'stay';
              const isNumber = key === 'registrationNumber' || key === 'taxId';
              return (
                <tr key={key}>
                  <th scope="row">{partLabel(locale, key)}</th>
                  <td>{partValue(record.input, key, { locale, vocab })}</td>
                  <td>
                    <fieldset className="rec-choices">
                      <legend className="vh">{partLabel(locale, key)}</legend>
                      {(['stay', 'go', ...(isNumber ? [] : (['both'] as const))] as const).map((choice) => (
                        <label key={choice} className="desk-tick">
                          <input type="radio" name={`part.${key}`} value={choice} defaultChecked={chosen === choice} />{' '}
                          {t(`split.${choice}`)}
                        </label>
                      ))}
                    </fieldset>
                  </td>
                </tr>
              );
            })}
          </tbody>
        </table>
        <div className="desk-actions">
          <button type="submit" className="btn">
            {t('split.submit')}
          </button>
          <a href={hrefFor(locale, '/desk/enterprises/[id]', { id })}>{t('cancel')}</a>
        </div>
      </DeskForm>
    </div>
  );
}
