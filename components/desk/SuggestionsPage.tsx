import type { Locale } from '@/lib/i18n/locales';
import { hrefFor } from '@/lib/i18n/navigation';
import { words } from '@/lib/i18n/words';
import './suggestions.css';

export type SuggestionTab = 'waiting' | 'decided' | 'spam';

/** One suggestion of the list, in words. */
export interface SuggestionLine {
  reference: string;
  kind: string;
  name: string;
  facts: string;
  byOwner: boolean;
  odd: boolean;
  arrived: string;
}

interface SuggestionsPageProps {
  locale: Locale;
  tab: SuggestionTab;
  counts: Record<SuggestionTab, number>;
  lines: readonly SuggestionLine[];
  page: number;
  pages: number;
  /** Words of what was just done; null when nothing was. */
  done: string | null;
}

const TABS: readonly SuggestionTab[] = ['waiting', 'decided', 'spam'];

/** The list of suggestions: those that wait longest first. */
export function SuggestionsPage({ locale, tab, counts, lines, page, pages, done }: SuggestionsPageProps) {
  const t = words(locale, 'DeskSuggestions');
  const href = (state: SuggestionTab, number = 1) =>
    hrefFor(locale, '/desk/suggestions', {}, { state, ...(number > 1 && { page: String(number) }) });
  return (
    <div className="wrap desk-page">
      <header>
        <h1>{t('title')}</h1>
        <p>{t('lead')}</p>
      </header>
      {done && (
        <p className="notice" role="status">
          {done}
        </p>
      )}
      <nav className="desk-tabs" aria-label={t('title')}>
        {TABS.map((state) => (
          <a key={state} href={href(state)} aria-current={state === tab ? 'page' : undefined}>
            {t(`tabs.${state}`, { n: counts[state] })}
          </a>
        ))}
      </nav>
      {lines.length === 0 ? <p className="notice">{t(`empty.${tab}`)}</p> : <Table locale={locale} lines={lines} />}
      {pages > 1 && (
        <nav className="desk-actions" aria-label={t('pages')}>
          {page > 1 && <a href={href(tab, page - 1)}>{t('previous')}</a>}
          <span>{t('page', { page, pages })}</span>
          {page < pages && <a href={href(tab, page + 1)}>{t('nextPage')}</a>}
        </nav>
      )}
    </div>
  );
}

function Table({ locale, lines }: { locale: Locale; lines: readonly SuggestionLine[] }) {
  const t = words(locale, 'DeskSuggestions');
  return (
    <table className="desk-table">
      <thead>
        <tr>
          <th scope="col">{t('columns.what')}</th>
          <th scope="col">{t('columns.facts')}</th>
          <th scope="col">{t('columns.sent')}</th>
        </tr>
      </thead>
      <tbody>
        {lines.map(({ reference, kind, name, facts, byOwner, odd, arrived }) => (
          <tr key={reference}>
            <td>
              <a className="t" href={hrefFor(locale, '/desk/suggestions/[reference]', { reference })}>
                {name}
              </a>
              <br />
              <span className="muted">
                {kind} · <span className="num">{reference}</span>
              </span>
              {byOwner && <span className="badge good">{t('owner')}</span>}
              {odd && <span className="badge warn">{t('odd')}</span>}
            </td>
            <td data-label={t('columns.facts')}>{facts}</td>
            <td data-label={t('columns.sent')}>{arrived}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
