import type { Locale } from '@/lib/i18n/locales';
import { words } from '@/lib/i18n/words';
import './suggestions.css';

/** One thing whose words are edited. */
export interface WordsEntry {
  href: string;
  label: string;
  /** "changed 26 Nov 2026"; null where the words are those of the house. */
  detail: string | null;
}

export type WordsGroup = 'pages' | 'terms' | 'mails' | 'reasons';

/** Everything that is worded at the desk, by kind; only what one's role may change. */
export function WordsPage({
  locale,
  groups,
}: {
  locale: Locale;
  groups: readonly { group: WordsGroup; entries: readonly WordsEntry[] }[];
}) {
  const t = words(locale, 'DeskWords');
  return (
    <div className="wrap desk-page">
      <header>
        <h1>{t('title')}</h1>
        <p>{t('lead')}</p>
      </header>
      {groups.map(({ group, entries }) => (
        <section key={group} aria-labelledby={`words-${group}`}>
          <h2 id={`words-${group}`}>{t(`groups.${group}`)}</h2>
          <p className="muted">{t(`groupLeads.${group}`)}</p>
          <ul className="words-list">
            {entries.map(({ href, label, detail }) => (
              <li key={href}>
                <a href={href}>{label}</a>
                {detail && <span className="muted">{detail}</span>}
              </li>
            ))}
          </ul>
        </section>
      ))}
    </div>
  );
}
