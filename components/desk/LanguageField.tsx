import { LOCALES, type Locale } from '@/lib/i18n/locales';
import { LOCALE_NAMES } from '@/lib/site/names';

/** A choice of language, each named in its own. */
export function LanguageField({ locale, label, chosen }: { locale: Locale; label: string; chosen?: string }) {
  return (
    <div className="desk-field">
      <label htmlFor="language">{label}</label>
      <select id="language" name="language" defaultValue={chosen ?? locale}>
        {LOCALES.map((each) => (
          <option key={each} value={each} lang={each}>
            {LOCALE_NAMES[each].full}
          </option>
        ))}
      </select>
    </div>
  );
}
