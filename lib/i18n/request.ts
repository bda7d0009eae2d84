import { getRequestConfig } from 'next-intl/server';
import { formats, TIME_ZONE } from './formats';
import { DEFAULT_LOCALE, isLocale } from './locales';
import { messagesOf } from './messages';

/** What next-intl's own functions (`getTranslations`, `getFormatter`) work with; found by its plugin. */
export default getRequestConfig(async ({ requestLocale }) => {
  const asked = await requestLocale;
  const locale = isLocale(asked) ? asked : DEFAULT_LOCALE;
  return { locale, messages: messagesOf(locale), formats, timeZone: TIME_ZONE };
});
