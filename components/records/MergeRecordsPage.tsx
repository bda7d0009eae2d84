import { DeskForm } from '@/components/desk/DeskForm';
import { hrefFor } from '@/lib/i18n/navigation';
import { words } from '@/lib/i18n/words';
import { differingParts, isEmptyPart, usualChoice } from '@/lib/keeping/parts';
import { partLabel, partValue, type Shown } from '@/lib/keeping/present';
import type { OpenRecord } from '@/lib/keeping/schema';
import './records.css';
import { recordName } from './record-name';

interface MergeRecordsPageProps extends Shown {
  kept: OpenRecord;
  /** null while it is not known which one. */
  other: OpenRecord | null;
  /** What was typed for the other one. */
  named: string;
  trouble: string | null;
}

/** Two records side by side; of each fact in which they differ one chooses what stays. */
export function MergeRecordsPage({ locale, vocab, kept, other, named, trouble }: MergeRecordsPageProps) {
  const t = words(locale, 'DeskRecords');
  const id = String(kept.id);
  return (
    <div className="wrap desk-page">
      <header>
        <p>
          <a href={hrefFor(locale, '/desk/enterprises/[id]', { id })}>{t('back')}</a>
        </p>
        <h1>{t('merge.pageTitle', { name: recordName(kept.input, locale) })}</h1>
        <p>{t('merge.lead')}</p>
      </header>
      {trouble && (
        <div className="errsum" role="alert">
          <h2>{t('faultTitle')}</h2>
          <p>{trouble}</p>
        </div>
      )}
      <form method="get" action={hrefFor(locale, '/desk/enterprises/[id]/merge', { id })} className="desk-form row">
        <div className="desk-field">
          <label htmlFor="with">{t('merge.with')}</label>
          <input id="with" name="with" defaultValue={named} required />
        </div>
        <button type="submit" className="btn second">
          {t('merge.choose')}
        </button>
      </form>
      {other && <Comparison locale={locale} vocab={vocab} kept={kept} other={other} />}
    </div>
  );
}

function Comparison({ locale, vocab, kept, other }: Shown & { kept: OpenRecord; other: OpenRecord }) {
  const t = words(locale, 'DeskRecords');
  const parts = differingParts(kept.input, other.input);
  const value = (record: OpenRecord, key: string) => partValue(record.input, key, { locale, vocab }) || t('notStated');
  const hidden = {
    id: String(kept.id),
    version: String(kept.version),
    other: String(other.id),
    otherVersion: String(other.version),
  };
  const turned = hrefFor(locale, '/desk/enterprises/[id]/merge', { id: String(other.id) }, { with: String(kept.id) });
  return (
    <DeskForm locale={locale} action="/api/desk/enterprises/merge" hidden={hidden} className="desk-form rec-form">
      {parts.length === 0 ? (
        <p>{t('merge.same')}</p>
      ) : (
        <table className="desk-table rec-compare">
          <thead>
            <tr>
              <th scope="col">{t('merge.field')}</th>
              <th scope="col">{`${t('merge.this')}: ${recordName(kept.input, locale)}`}</th>
              <th scope="col">{`${t('merge.other')}: ${recordName(other.input, locale)}`}</th>
            </tr>
          </thead>
          <tbody>
            {parts.map((part) => {
              const usual = usualChoice(kept.input, other.input, part);
              const mayBoth = part.isList && !isEmptyPart(kept.input, part) && !isEmptyPart(other.input, part);
              return (
                <tr key={part.key}>
                  <th scope="row">
                    {partLabel(locale, part.key)}
                    {mayBoth && (
                      <label className="desk-tick">
                        <input type="radio" name={`keep.${part.key}`} value="both" defaultChecked={usual === 'both'} />{' '}
                        {t('merge.both')}
                      </label>
                    )}
                  </th>
                  {(['this', 'other'] as const).map((side) => (
                    <td key={side} data-label={t(`merge.${side}`)}>
                      <label>
                        <input type="radio" name={`keep.${part.key}`} value={side} defaultChecked={usual === side} />{' '}
                        <span>{value(side === 'this' ? kept : other, part.key)}</span>
                      </label>
                    </td>
                  ))}
                </tr>
              );
            })}
          </tbody>
        </table>
      )}
      <div className="desk-actions">
        <button type="submit" className="btn">
          {t('merge.submit')}
        </button>
        <a href={turned}>{t('merge.swap')}</a>
        <a href={hrefFor(locale, '/desk/enterprises/[id]', { id: String(kept.id) })}>{t('cancel')}</a>
      </div>
    </DeskForm>
  );
}
