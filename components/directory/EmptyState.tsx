import { useTranslations } from 'next-intl';
import type { EmptyModel } from '@/lib/search/present';

/** No hits: what was sought, which filter to drop and how many that gives, and one way to contribute. */
export function EmptyState({ empty, contributeHref }: { empty: EmptyModel | null; contributeHref: string }) {
  const t = useTranslations('Directory.empty');
  if (!empty) return null;
  return (
    <div className="empty">
      <span className="tile" aria-hidden="true">
        <svg viewBox="0 0 24 24">
          <path d="M10.7 3h2.6v18h-2.6zM3 10.7h18v2.6H3z" />
        </svg>
      </span>
      <div>
        <h3>{empty.title}</h3>
        {empty.ways.length > 0 ? (
          <ul>
            {empty.ways.map((way) => (
              <li key={way.href}>
                <a href={way.href}>{way.label}</a>
                {` – ${way.count}`}
              </li>
            ))}
          </ul>
        ) : (
          <p>{t('noWay')}</p>
        )}
        <p>
          <a href={contributeHref}>{t('contribute')}</a>
        </p>
      </div>
    </div>
  );
}
