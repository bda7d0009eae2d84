import type { Locale } from '@/lib/i18n/locales';
import { words } from '@/lib/i18n/words';

/** What can be done with the ticked rows; the form around it leads to the page that shows what would happen. */
export function TogetherBar({ locale, actions }: { locale: Locale; actions: readonly string[] }) {
  const t = words(locale, 'DeskQueue');
  const names = words(locale, 'DeskBulk');
  return (
    <fieldset className="together">
      <legend>{t('together.title')}</legend>
      <p className="muted">{t('together.hint')}</p>
      <div className="desk-field">
        <label htmlFor="act">{t('together.action')}</label>
        <select
          id="act"
          name="act"
          data-key="z"
          data-key-name={words(locale, 'DeskKeys')('together')}
          defaultValue={actions[0]}
        >
          {actions.map((action) => (
            <option key={action} value={action}>
              {names(`actions.${action as 'claim'}`)}
            </option>
          ))}
        </select>
      </div>
      <button type="submit" className="btn second">
        {t('together.preview')}
      </button>
    </fieldset>
  );
}
