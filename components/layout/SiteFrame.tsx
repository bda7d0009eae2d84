import type { ReactNode } from 'react';
import { MarkSprite } from '@/components/ui/MarkSprite';
import type { Locale } from '@/lib/i18n/locales';
import { hrefFor } from '@/lib/i18n/navigation';
import { words } from '@/lib/i18n/words';
import type { PageAddress } from './ScriptSwitch';
import { SiteFooter } from './SiteFooter';
import { type NavEntry, SiteHeader } from './SiteHeader';

interface SiteFrameProps extends PageAddress {
  locale: Locale;
  /** The entry of the main menu that this page belongs to. */
  nav?: NavEntry;
  children: ReactNode;
}

/** The frame of every public page: skip link, header, `<main id="main">` around the page, footer. */
export function SiteFrame({ locale, page, params, query, nav, children }: SiteFrameProps) {
  const t = words(locale, 'Frame');
  return (
    <>
      <a className="skip" href="#main">
        {t('skip')}
      </a>
      <MarkSprite />
      <SiteHeader locale={locale} page={page} params={params} query={query} current={nav} />
      <main id="main" tabIndex={-1}>
        {children}
      </main>
      <SiteFooter locale={locale} returnTo={hrefFor(locale, page, params, query)} />
    </>
  );
}
