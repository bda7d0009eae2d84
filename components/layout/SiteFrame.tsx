import type { ReactNode } from 'react';
import { Markup } from '@/components/ui/Markup';
import type { Locale } from '@/lib/i18n/locales';
import { hrefFor } from '@/lib/i18n/navigation';
import type { PageAddress } from './ScriptSwitch';
import { SiteFooter } from './SiteFooter';
import { type NavEntry, SiteHeader } from './SiteHeader';

interface SiteFrameProps extends PageAddress {
  locale: Locale;
  /** The entry of the main menu that this page belongs to. */
  nav?: NavEntry;
  /** See `Markup`. */
  inFlight?: boolean;
  children: ReactNode;
}

/** The frame of every public page: skip link, header, `<main id="main">` around the page, footer. */
export function SiteFrame({ locale, page, params, query, nav, inFlight, children }: SiteFrameProps) {
  return (
    <>
      <Markup as="div" inFlight={inFlight} html={SiteHeader({ locale, page, params, query, current: nav })} />
      <main id="main" tabIndex={-1}>
        {children}
      </main>
      <Markup
        as="footer"
        className="foot"
        inFlight={inFlight}
        html={SiteFooter({ locale, returnTo: hrefFor(locale, page, params, query) })}
      />
    </>
  );
}
