import { DeskField } from '@/components/desk/DeskField';
import { DeskForm } from '@/components/desk/DeskForm';
import type { Locale } from '@/lib/i18n/locales';
import { hrefFor } from '@/lib/i18n/navigation';
import { words } from '@/lib/i18n/words';

interface SavedFiltersProps {
  locale: Locale;
  saved: readonly { id: number; name: string; query: string; removable: boolean }[];
  /** Query of what is shown now; empty when nothing is chosen. */
  query: string;
  /** Path and query of this page. */
  here: string;
  /** Name as it was typed before, and what was wrong with it. */
  typed: string;
  fault: string | undefined;
}

/** The filters that the team has saved, and a form to save the present one. */
export function SavedFilters({ locale, saved, query, here, typed, fault }: SavedFiltersProps) {
  const t = words(locale, 'DeskQueue');
  return (
    <details className="queue-saved" open={fault !== undefined}>
      <summary>{t('saved.title')}</summary>
      {saved.length === 0 && <p className="muted">{t('saved.none')}</p>}
      <ul>
        {saved.map(({ id, name, query: kept, removable }) => (
          <li key={id}>
            <a href={hrefFor(locale, '/desk', {}, kept)} aria-current={kept === query ? 'true' : undefined}>
              {name}
            </a>
            {removable && (
              <DeskForm
                locale={locale}
                action="/api/desk/queue/filters/remove"
                hidden={{ filter: String(id), back: here }}
                className=""
              >
                <button type="submit" className="btn quiet sm" aria-label={t('saved.removeOne', { name })}>
                  {t('saved.remove')}
                </button>
              </DeskForm>
            )}
          </li>
        ))}
      </ul>
      {(query !== '' || fault !== undefined) && (
        <DeskForm locale={locale} action="/api/desk/queue/filters" hidden={{ queue: query }}>
          <DeskField
            name="name"
            id="filterName"
            label={t('saved.name')}
            hint={t('saved.nameHint')}
            defaultValue={typed}
            fault={fault}
            maxLength={80}
            autoComplete="off"
            required
          />
          <button type="submit" className="btn second">
            {t('saved.save')}
          </button>
        </DeskForm>
      )}
    </details>
  );
}
