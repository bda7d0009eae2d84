/** @jsxImportSource @/lib/html */
import { TileHtml } from '@/components/ui/TileHtml';
import type { DirectoryWords, EmptyModel } from '@/lib/search/present';

interface EmptyStateProps {
  t: DirectoryWords;
  empty: EmptyModel;
  /** Address of the page that says how to add or correct a record. */
  contributeHref: string;
}

/** No hits: what was sought, which filter to drop and how many that gives, and one way to contribute. */
export function EmptyState({ t, empty, contributeHref }: EmptyStateProps) {
  return (
    <>
      <TileHtml mark="open" />
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
          <p>{t('empty.noWay')}</p>
        )}
        <p>
          <a href={contributeHref}>{t('empty.contribute')}</a>
        </p>
      </div>
    </>
  );
}
