import { LOCALES, type Locale } from '@/lib/i18n/locales';
import { hrefFor } from '@/lib/i18n/navigation';
import type { PageName } from '@/lib/i18n/routing';
import { ownPath } from '@/lib/site/theme';
import type { Refusal } from './access-rules';

/** Where somebody goes who has to do something else first; who lacks the right altogether goes nowhere. */
export const REFUSAL_PAGES = {
  signedOut: '/desk/sign-in',
  setUpFactor: '/desk/set-up-factor',
  showFactor: '/desk/code',
} as const satisfies Record<Exclude<Refusal['code'], 'forbidden'>, PageName>;

/** A path of the desk to go on to; anything else leads to the desk's first page. */
export function deskPath(wanted: string, locale: Locale): string {
  const path = ownPath(wanted);
  const isDesk = LOCALES.map((each) => hrefFor(each, '/desk')).some(
    (desk) => path === desk || path.startsWith(`${desk}/`) || path.startsWith(`${desk}?`),
  );
  return isDesk ? path : hrefFor(locale, '/desk');
}
