/** @jsxImportSource @/lib/html */
import type { Locale } from '@/lib/i18n/locales';
import { words } from '@/lib/i18n/words';

const THEMES = [
  ['auto', 'themeAuto'],
  ['light', 'themeLight'],
  ['dark', 'themeDark'],
] as const;

/**
 * Light, dark or as the device has it: a form that works without JavaScript. The answer sets (or removes) the
 * theme's cookie and leads back to `returnTo`.
 */
export function ThemeChoice({ locale, returnTo }: { locale: Locale; returnTo: string }) {
  const t = words(locale, 'Frame');
  return (
    <form className="theme" method="post" action="/theme">
      <input type="hidden" name="returnTo" value={returnTo} />
      <fieldset>
        <legend>{t('footer.theme')}</legend>
        {THEMES.map(([theme, label]) => (
          <button key={theme} type="submit" name="theme" value={theme}>
            {t(`footer.${label}`)}
          </button>
        ))}
      </fieldset>
    </form>
  );
}
