/** @jsxImportSource @/lib/html */

import { rich } from '@/lib/html/rich';
import type { Locale } from '@/lib/i18n/locales';
import { words } from '@/lib/i18n/words';
import type { MapSettings } from '@/lib/map/settings';

interface MapCreditsProps {
  locale: Locale;
  settings: MapSettings;
}

/** Whom the map comes from, and the footnote of the area's name; always visible. */
export function MapCredits({ locale, settings: { kosovo, tiles } }: MapCreditsProps) {
  const t = words(locale, 'Map');
  return (
    <>
      <p>
        {rich((values) => t.rich('credits', values), {
          naturalEarth: (name) => <a href="https://www.naturalearthdata.com/">{name}</a>,
          geoNames: (name) => <a href="https://www.geonames.org/">{name}</a>,
        })}
        {tiles && ' '}
        {tiles?.kind === 'pictures' && t('streetCredits', { name: tiles.attribution })}
        {tiles?.kind === 'file' && (
          <a href="https://www.openstreetmap.org/copyright">{t('streetCredits', { name: tiles.attribution })}</a>
        )}
      </p>
      {kosovo.label.includes('*') && <p>{t('kosovoFootnote')}</p>}
    </>
  );
}
