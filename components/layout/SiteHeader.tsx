/** @jsxImportSource @/lib/html */
import { MarkSprite } from '@/components/ui/MarkSprite';
import type { Locale } from '@/lib/i18n/locales';
import { hrefFor } from '@/lib/i18n/navigation';
import { words } from '@/lib/i18n/words';
import { type PageAddress, ScriptSwitch } from './ScriptSwitch';
import { Sign } from './Sign';

/** An entry of the main menu. */
export type NavEntry = 'directory' | 'stories' | 'voice' | 'howToSearch' | 'aboutData';

interface SiteHeaderProps extends PageAddress {
  locale: Locale;
  current?: NavEntry;
}

/** What stands above every page: skip link, sprite of marks, sign and name, the main menu (a plain list that opens, on a phone) and the switch of script and language. */
export function SiteHeader({ locale, current, ...address }: SiteHeaderProps) {
  const t = words(locale, 'Frame');
  const site = words(locale, 'Site');
  const entries: [NavEntry, string][] = [
    ['directory', hrefFor(locale, '/enterprises')],
    ['stories', hrefFor(locale, '/stories')],
    ['voice', hrefFor(locale, '/have-your-say')],
    ['howToSearch', hrefFor(locale, '/how-to-search')],
    ['aboutData', hrefFor(locale, '/about-the-data')],
  ];
  const links = entries.map(([entry, href]) => (
    <a key={entry} href={href} aria-current={entry === current ? 'page' : undefined}>
      {t(`nav.${entry}`)}
    </a>
  ));
  return (
    <>
      <a className="skip" href="#main">
        {t('skip')}
      </a>
      <MarkSprite />
      <header className="top">
        <div className="wrap">
          <a className="brand" href={hrefFor(locale, '/')}>
            <Sign />
            <span>
              <b>{site('name')}</b>
              <span>{site('coalition')}</span>
            </span>
          </a>
          <nav className="nav" aria-label={t('mainMenu')}>
            {links}
          </nav>
          <ScriptSwitch locale={locale} {...address} />
          <details className="menu">
            <summary className="btn second sm">{t('menu')}</summary>
            <nav aria-label={t('mainMenu')}>{links}</nav>
          </details>
        </div>
      </header>
      <div className="hem" />
    </>
  );
}
