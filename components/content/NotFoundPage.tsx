import { Icon } from '@/components/ui/Icon';
import { Tile } from '@/components/ui/Tile';
import type { Locale } from '@/lib/i18n/locales';
import { hrefFor } from '@/lib/i18n/navigation';
import { words } from '@/lib/i18n/words';

/** An address that leads nowhere: what may have happened, and a search. */
export function NotFoundPage({ locale }: { locale: Locale }) {
  const t = words(locale, 'NotFound');
  const home = words(locale, 'Home');
  return (
    <div className="wrap not-found">
      {/* A page that is not found has no metadata of its own; React moves this into the head. */}
      <title>{words(locale, 'Site')('titleOf', { title: t('title') })}</title>
      <Tile mark="open" />
      <div className="under">
        <h1>{t('title')}</h1>
        <p>{t('text')}</p>
        <search>
          <form className="search" action={hrefFor(locale, '/enterprises')}>
            <label className="vh" htmlFor="not-found-search">
              {home('searchField')}
            </label>
            <Icon name="search" />
            <input id="not-found-search" name="q" placeholder={home('searchPlaceholder')} autoComplete="off" />
            <button className="btn" type="submit">
              {home('searchSubmit')}
            </button>
          </form>
        </search>
        <p className="links">
          <a href={hrefFor(locale, '/enterprises')}>{t('directory')}</a>
          <a href={hrefFor(locale, '/')}>{t('home')}</a>
        </p>
      </div>
    </div>
  );
}
