import { formatFileSize, formatMoment } from '@/lib/i18n/formats';
import type { Locale } from '@/lib/i18n/locales';
import { words } from '@/lib/i18n/words';
import type { EvidenceView } from '@/lib/intake/queries';
import { CONSENT_WAYS, type ConsentFault, type TypedConsent } from '@/lib/intake/schema';

interface ConsentFieldsProps {
  locale: Locale;
  consent: TypedConsent;
  evidence: readonly EvidenceView[];
  faults: readonly ConsentFault[];
}

/** Who agreed, when and how, and what shows it. Only staff see it. */
export function ConsentFields({ locale, consent, evidence, faults }: ConsentFieldsProps) {
  const t = words(locale, 'DeskIntake');
  const faultOf = (field: ConsentFault['field']) => {
    const fault = faults.find((one) => one.field === field);
    return fault ? (
      <p className="fault" id={`${field}-fault`}>
        {t(`consent.faults.${fault.key}`)}
      </p>
    ) : null;
  };
  const isBad = (field: ConsentFault['field']) => faults.some((one) => one.field === field) || undefined;
  const described = (field: ConsentFault['field']) => (isBad(field) ? `${field}-fault` : undefined);
  return (
    <>
      <fieldset className={`desk-field${isBad('consentHow') ? ' faulty' : ''}`} id="consentHow" tabIndex={-1}>
        <legend>{t('consent.how')}</legend>
        {faultOf('consentHow')}
        {CONSENT_WAYS.map((way) => (
          <label className="desk-tick" key={way}>
            <input type="radio" name="consentHow" value={way} defaultChecked={consent.how === way} />{' '}
            {t(`consent.ways.${way}`)}
          </label>
        ))}
      </fieldset>
      <div className={`desk-field${isBad('consentOn') ? ' faulty' : ''}`}>
        <label htmlFor="consentOn">{t('consent.on')}</label>
        {faultOf('consentOn')}
        <input
          id="consentOn"
          name="consentOn"
          type="date"
          defaultValue={consent.on}
          aria-invalid={isBad('consentOn')}
          aria-describedby={described('consentOn')}
        />
      </div>
      <div className={`desk-field${isBad('consentWho') ? ' faulty' : ''}`}>
        <label htmlFor="consentWho">{t('consent.who')}</label>
        {faultOf('consentWho')}
        <input
          id="consentWho"
          name="consentWho"
          defaultValue={consent.who}
          autoComplete="off"
          aria-invalid={isBad('consentWho')}
          aria-describedby={described('consentWho')}
        />
      </div>
      <div className={`desk-field${isBad('consentNote') ? ' faulty' : ''}`}>
        <label htmlFor="consentNote">{t('consent.note')}</label>
        <p className="hint">{t('consent.noteHint')}</p>
        {faultOf('consentNote')}
        <textarea id="consentNote" name="consentNote" rows={4} defaultValue={consent.note} />
      </div>
      {evidence.length > 0 && (
        <ul className="intake-files">
          {evidence.map(({ key, bytes, addedAt }, at) => (
            <li key={key}>
              <a href={`/api/desk/intake/evidence/${key}`}>{t('consent.file', { n: at + 1 })}</a>{' '}
              <span className="muted">
                {formatFileSize(locale, bytes)}, {formatMoment(locale, addedAt)}
              </span>
              <label className="desk-tick">
                <input type="checkbox" name="removeEvidence" value={key} /> {t('removeOnSave')}
              </label>
            </li>
          ))}
        </ul>
      )}
      <div className="desk-field">
        <label htmlFor="evidence">{t('consent.evidence')}</label>
        <p className="hint">{t('consent.evidenceHint')}</p>
        <input
          id="evidence"
          name="evidence"
          type="file"
          multiple
          accept="application/pdf,image/jpeg,image/png,image/webp"
        />
      </div>
    </>
  );
}
