import { CONTACT_KINDS } from '@/lib/enterprises/contacts';
import { words } from '@/lib/i18n/words';
import { contactRows, valueOf } from '@/lib/keeping/form-values';
import { type FormView, fieldId } from './form-view';

/** The contacts, each in a row, and empty rows for new ones; who empties a row takes the contact away. */
export function ContactRows({ view }: { view: FormView }) {
  const t = words(view.locale, 'DeskRecords');
  const { values, faults } = view;
  return (
    <div className="rec-contacts">
      <p className="hint">{t('hints.personal')}</p>
      {contactRows(values).map((row, index) => {
        const name = (part: string) => `contacts.${row}.${part}`;
        const fault = faults[name('value')] ?? faults[name('kind')] ?? faults[name('consentOn')];
        const label = (part: 'kind' | 'value' | 'consentOn') => `${t(`sub.${part}`)} ${index + 1}`;
        return (
          <div key={row} className={`rec-contact${fault ? ' faulty' : ''}`}>
            {fault && (
              <p className="fault" id={`${fieldId(name('value'))}-fault`}>
                {fault}
              </p>
            )}
            <select
              name={name('kind')}
              aria-label={label('kind')}
              defaultValue={valueOf(values, name('kind')) || CONTACT_KINDS[0]}
            >
              {CONTACT_KINDS.map((kind) => (
                <option key={kind} value={kind}>
                  {t(`contactKinds.${kind}`)}
                </option>
              ))}
            </select>
            <input
              id={fieldId(name('value'))}
              name={name('value')}
              aria-label={label('value')}
              aria-describedby={fault ? `${fieldId(name('value'))}-fault` : undefined}
              aria-invalid={fault ? true : undefined}
              defaultValue={valueOf(values, name('value'))}
              autoComplete="off"
              spellCheck={false}
            />
            <label className="desk-tick">
              <input
                type="checkbox"
                name={name('personal')}
                value="1"
                defaultChecked={valueOf(values, name('personal')) !== ''}
              />{' '}
              {t('sub.personal')}
            </label>
            <label className="rec-consent">
              <span className="small">{t('sub.consentOn')}</span>
              <input type="date" name={name('consentOn')} defaultValue={valueOf(values, name('consentOn'))} />
            </label>
          </div>
        );
      })}
      <p className="hint small">
        {view.sources.contacts !== undefined &&
          (view.sources.contacts === '' ? t('noSource') : t('fromSources', { sources: view.sources.contacts }))}
      </p>
    </div>
  );
}
