import type { ReactNode } from 'react';
import { ScriptSwitch } from '@/components/layout/ScriptSwitch';
import { Markup } from '@/components/ui/Markup';
import type { Locale } from '@/lib/i18n/locales';
import { hrefFor, type PageParams, type PageQuery } from '@/lib/i18n/navigation';
import type { PageName } from '@/lib/i18n/routing';
import { words } from '@/lib/i18n/words';
import { DeskForm } from './DeskForm';
import { type DeskEntry, DeskLinks, DeskMenu } from './DeskNav';
import { Keyboard } from './keyboard/Keyboard';
import { keyboardLabels } from './keyboard/labels';
import './desk.css';

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
  /** What makes the keys alive; a page that is finished HTML has a place for it. */
  keys?: ReactNode;
  children: ReactNode;
}

/** The frame of every page of the desk: skip link, bar, `<main id="main">` around the page. */
export function DeskFrame({ locale, page, params, query, entries, signedIn, ...rest }: DeskFrameProps) {
  const t = words(locale, 'Desk');
  const nav = { locale, page, entries };
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
          {entries.length > 0 && <Markup as="nav" aria-label={t('mainMenu')} html={DeskLinks(nav)} />}
          <Markup as="div" className="desk-scripts" html={ScriptSwitch({ locale, page, params, query })} />
          {entries.length > 0 && <Markup as="details" className="desk-menu" html={DeskMenu(nav)} />}
          {entries.length > 0 && (rest.keys ?? <DeskKeys locale={locale} />)}
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
        {rest.children}
      </main>
    </>
  );
}

export function DeskKeys({ locale }: { locale: Locale }) {
  return <Keyboard labels={keyboardLabels(locale)} />;
}
