/** @jsxImportSource @/lib/html */
import type { Locale } from '@/lib/i18n/locales';
import { hrefFor } from '@/lib/i18n/navigation';
import type { PageName } from '@/lib/i18n/routing';
import { words } from '@/lib/i18n/words';

const PAGES = {
  home: '/desk',
  enterprises: '/desk/enterprises',
  suggestions: '/desk/suggestions',
  translations: '/desk/translations',
  intake: '/desk/intake',
  words: '/desk/words',
  figures: '/desk/figures',
  audit: '/desk/audit',
  system: '/desk/system',
  people: '/desk/people',
  account: '/desk/account',
} as const satisfies Record<string, PageName>;

/** An entry of the desk's bar. */
export type DeskEntry = keyof typeof PAGES;

/** Whether a page is that of an entry, or one below it. */
function isWithin(page: PageName, entry: DeskEntry): boolean {
  return page === PAGES[entry] || (entry !== 'home' && page.startsWith(`${PAGES[entry]}/`));
}

interface DeskNavProps {
  locale: Locale;
  page: PageName;
  entries: readonly DeskEntry[];
}

/** The links of the desk's bar; finished HTML. */
export function DeskLinks({ locale, page, entries }: DeskNavProps) {
  const t = words(locale, 'Desk');
  return (
    <>
      {entries.map((entry) => (
        <a key={entry} href={hrefFor(locale, PAGES[entry])} aria-current={isWithin(page, entry) ? 'page' : undefined}>
          {t(`nav.${entry}`)}
        </a>
      ))}
    </>
  );
}

/** The same behind a button, for narrow screens; finished HTML. */
export function DeskMenu(props: DeskNavProps) {
  const t = words(props.locale, 'Desk');
  return (
    <>
      <summary>{t('menu')}</summary>
      <nav aria-label={t('mainMenu')}>{DeskLinks(props)}</nav>
    </>
  );
}
