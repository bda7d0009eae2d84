import { useTranslations } from 'next-intl';
import type { PhoneModel } from '@/lib/search/present';

/** On a phone: the page of filters, and the map or back to the list; plain links, so that "back" works. */
export function PhoneBar({ phone, isMap }: { phone: PhoneModel; isMap: boolean }) {
  const t = useTranslations('Directory');
  return (
    <nav className="phonebar" aria-label={t('phone.label')}>
      <a href="#filteri">
        <svg className="ico" viewBox="0 0 24 24" aria-hidden="true">
          <path d="M3 7h9m6 0h3M3 17h3m6 0h9" />
          <circle cx="15" cy="7" r="2.5" />
          <circle cx="9" cy="17" r="2.5" />
        </svg>
        {phone.filters}
      </a>
      <a className="main" href={phone.otherHref}>
        <svg className="ico" viewBox="0 0 24 24" aria-hidden="true">
          <path
            d={
              isMap
                ? 'M3 6h3M10 6h11M3 12h3M10 12h11M3 18h3M10 18h11'
                : 'M3 6l6-2.5 6 2.5 6-2.5v15L15 21l-6-2.5L3 21zM9 3.5v15M15 6v15'
            }
          />
        </svg>
        {isMap ? phone.list : t('map')}
      </a>
    </nav>
  );
}
