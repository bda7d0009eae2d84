import type { EnterpriseInput } from '@/lib/enterprises/schema';
import { hrefFor } from '@/lib/i18n/navigation';
import { words } from '@/lib/i18n/words';
import { faultText, partLabel, partValue, type Shown } from '@/lib/keeping/present';
import type { SaveFault } from '@/lib/keeping/save-fault';
import { inScript } from '@/lib/serbian';
import { fieldLabel } from './form/field-label';
import { fieldId } from './form/form-view';

interface FormNoticesProps extends Shown {
  fault: SaveFault;
  /** The record as it is now; null for a new one. */
  input: EnterpriseInput | null;
}

/** Why the form was not saved, and what to do. */
export function FormNotices({ locale, vocab, fault, input }: FormNoticesProps) {
  const t = words(locale, 'DeskRecords');
  const other = (id: number, name: string) => (
    <a href={hrefFor(locale, '/desk/enterprises/[id]', { id: String(id) })}>{inScript(name, locale)}</a>
  );
  switch (fault.code) {
    case 'faults':
      return (
        <div className="errsum" role="alert">
          <h2>{t('faultTitle')}</h2>
          <ul>
            {fault.faults.map((one) => (
              <li key={one.field}>
                <a href={`#${fieldId(one.field)}`}>{`${fieldLabel(locale, one.field)}: ${faultText(one, locale)}`}</a>
              </li>
            ))}
          </ul>
        </div>
      );
    case 'stale':
      return (
        <div className="notice warn" role="alert">
          <h2>{t('stale.title')}</h2>
          <p>{t('stale.text')}</p>
          <ul>
            {fault.conflicts.map(({ group, both }) => (
              <li key={group}>
                {t(both ? 'stale.both' : 'stale.theirs', {
                  part: partLabel(locale, group),
                  value: (input && partValue(input, group, { locale, vocab })) || t('notStated'),
                })}
              </li>
            ))}
          </ul>
        </div>
      );
    case 'duplicates':
      return (
        <div className="notice warn" role="alert">
          <h2>{t('duplicates.title')}</h2>
          <p>{t('duplicates.text')}</p>
          <ul className="rec-suspects">
            {fault.suspects.map(({ id, name, reasons }) => (
              <li key={id}>
                {other(id, name)}{' '}
                <span className="muted">
                  ({reasons.map((reason) => words(locale, 'Import.duplicateReasons')(reason)).join(', ')})
                </span>
              </li>
            ))}
          </ul>
        </div>
      );
    case 'numberTaken':
      return (
        <div className="errsum" role="alert">
          <h2>{t('faultTitle')}</h2>
          <p>
            <a href={`#${fieldId(fault.field)}`}>{t('numberTaken', { name: inScript(fault.name, locale) })}</a>{' '}
            {other(fault.id, t('openOther'))}
          </p>
        </div>
      );
    default:
      return (
        <div className="errsum" role="alert">
          <h2>{t('faultTitle')}</h2>
          <p>{t(fault.code)}</p>
        </div>
      );
  }
}
