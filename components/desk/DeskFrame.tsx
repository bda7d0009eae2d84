import type { ReactNode } from 'react';
import { ScriptSwitch } from '@/components/layout/ScriptSwitch';
import { Markup } from '@/components/ui/Markup';
import type { Locale } from '@/lib/i18n/locales';
import { hrefFor, type PageParams, type PageQuery } from '@/lib/i18n/navigation';
import type { PageName } from '@/lib/i18n/routing';
import { words } from '@/lib/i18n/words';
import { DeskForm } from './DeskForm';
import { Keyboard } from './keyboard/Keyboard';
import { keyboardLabels } from './keyboard/labels';
import './desk.css';

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

interface DeskFrameProps {
  locale: Locale;
  page: PageName;
  /** Parameters of the path. */
  params?: PageParams | undefined;
  /** What the page keeps in its address; the other languages keep it too. */
  query?: PageQuery | undefined;
  /** What stands in the bar; empty before somebody is signed in wholly. */
  entries: readonly DeskEntry[];
  signedIn: boolean;
  children: ReactNode;
}

/** The frame of every page of the desk: skip link, bar, `<main id="main">` around the page. */
export function DeskFrame({ locale, page, params, query, entries, signedIn, children }: DeskFrameProps) {
  const t = words(locale, 'Desk');
  const links = entries.map((entry) => (
    <a key={entry} href={hrefFor(locale, PAGES[entry])} aria-current={isWithin(page, entry) ? 'page' : undefined}>
      {t(`nav.${entry}`)}
    </a>
  ));
  return (
    <>
      <a className="skip" href="#main">
        {words(locale, 'Frame')('skip')}
      </a>
      <header className="deskbar">
        <div className="wrap">
          <a className="desk-name" href={hrefFor(locale, '/desk')}>
            {t('desk')}
          </a>
          {links.length > 0 && <nav aria-label={t('mainMenu')}>{links}</nav>}
          <Markup as="div" className="desk-scripts" html={ScriptSwitch({ locale, page, params, query })} />
          {links.length > 0 && (
            <details className="desk-menu">
              <summary>{t('menu')}</summary>
              <nav aria-label={t('mainMenu')}>{links}</nav>
            </details>
          )}
          {links.length > 0 && <Keyboard labels={keyboardLabels(locale)} />}
          {signedIn ? (
            <DeskForm locale={locale} action="/api/desk/sign-out" className="">
              <button type="submit" className="as-link">
                {t('signOut')}
              </button>
            </DeskForm>
          ) : (
            <a href={hrefFor(locale, '/')}>{t('toSite')}</a>
          )}
        </div>
      </header>
      <main id="main" tabIndex={-1}>
        {children}
      </main>
    </>
  );
}
