/** @jsxImportSource @/lib/html */
import type { Locale } from '@/lib/i18n/locales';
import { hrefFor } from '@/lib/i18n/navigation';
import { words } from '@/lib/i18n/words';
import type { QueueFilter } from '@/lib/queue/filter';

/** A value of a filter, in words. */
export interface Choice {
  value: string;
  label: string;
}

interface FilterFormProps {
  locale: Locale;
  filter: QueueFilter;
  choices: Record<'kind' | 'state' | 'language' | 'district' | 'practice' | 'person', readonly Choice[]>;
  clearHref: string | null;
}

const SELECTS = ['kind', 'state', 'language', 'district', 'practice', 'person'] as const;

/** The filters of the queue: a plain form that leads to the address of what was chosen; finished HTML. */
export function FilterForm({ locale, filter, choices, clearHref }: FilterFormProps) {
  const t = words(locale, 'DeskQueue');
  const keys = words(locale, 'DeskKeys');
  const chosen = [...SELECTS.map((name) => filter[name]), filter.q].filter(Boolean).length;
  return (
    <>
      <summary data-key="f" data-key-name={keys('filters')}>
        {t('filters.title', { count: chosen })}
      </summary>
      <form method="get" action={hrefFor(locale, '/desk')}>
        {filter.view !== 'all' && <input type="hidden" name="view" value={filter.view} />}
        <div className="desk-field wide">
          <label htmlFor="q">{t('filters.q')}</label>
          <p className="hint" id="q-hint">
            {t('filters.qHint')}
          </p>
          <input
            id="q"
            type="search"
            name="q"
            defaultValue={filter.q}
            aria-describedby="q-hint"
            maxLength={120}
            autoComplete="off"
            spellCheck={false}
          />
        </div>
        {SELECTS.filter((name) => choices[name].length > 0).map((name) => (
          <div key={name} className="desk-field">
            <label htmlFor={`f-${name}`}>{t(`filters.${name}`)}</label>
            <select id={`f-${name}`} name={name}>
              <option value="">{t('filters.any')}</option>
              {choices[name].map(({ value, label }) => (
                <option key={value} value={value} selected={value === filter[name]}>
                  {label}
                </option>
              ))}
            </select>
          </div>
        ))}
        <div className="desk-actions">
          <button type="submit" className="btn">
            {t('filters.apply')}
          </button>
          {clearHref && <a href={clearHref}>{t('clear')}</a>}
        </div>
      </form>
    </>
  );
}
