/** @jsxImportSource @/lib/html */
import type { Locale } from '@/lib/i18n/locales';
import { words } from '@/lib/i18n/words';

/** What the markers mean: the rows of a list. */
export function MapLegend({ locale }: { locale: Locale }) {
  const t = words(locale, 'Map');
  return (
    <>
      <li>
        <svg viewBox="0 0 24 24" aria-hidden="true">
          <path className="legend-tile" d="M3 3h18v18H3z" />
        </svg>
        {t('legendPlace')}
      </li>
      <li>
        <svg viewBox="0 0 24 24" aria-hidden="true">
          <path className="ring" d="M1 1h22v22H1z" />
          <path className="legend-tile" d="M5.5 5.5h13v13h-13z" />
        </svg>
        {t('legendMunicipality')}
      </li>
      <li>
        <svg viewBox="0 0 24 24" aria-hidden="true">
          <path className="legend-behind" d="M7 7h15v15H7z" />
          <path className="legend-tile" d="M2 2h15v15H2z" />
        </svg>
        {t('legendPile')}
      </li>
    </>
  );
}
