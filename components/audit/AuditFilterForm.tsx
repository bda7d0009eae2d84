import type { AuditSearch } from '@/lib/audit/address';
import type { Locale } from '@/lib/i18n/locales';
import { hrefFor } from '@/lib/i18n/navigation';
import { words } from '@/lib/i18n/words';

type Choice = readonly [value: string, label: string];

/** What can be chosen, in the reader's language. */
export interface AuditChoices {
  people: readonly Choice[];
  actions: readonly Choice[];
  kinds: readonly Choice[];
}

interface AuditFilterFormProps {
  locale: Locale;
  asked: AuditSearch;
  choices: AuditChoices;
}

/** The filters, as a plain form whose answer is an address. */
export function AuditFilterForm({ locale, asked, choices }: AuditFilterFormProps) {
  const t = words(locale, 'DeskAudit');
  const isFiltered = Object.values(asked).some((value) => value !== '');
  return (
    <form method="get" action={hrefFor(locale, '/desk/audit')} className="audit-filters" aria-label={t('filters')}>
      <Select name="who" label={t('who')} all={t('everybody')} chosen={asked.who} choices={choices.people} />
      <Select name="action" label={t('what')} all={t('everything')} chosen={asked.action} choices={choices.actions} />
      <Select name="kind" label={t('kind')} all={t('anything')} chosen={asked.kind} choices={choices.kinds} />
      <div className="desk-field">
        <label htmlFor="id">{t('id')}</label>
        <input id="id" name="id" defaultValue={asked.id} maxLength={100} autoComplete="off" spellCheck={false} />
      </div>
      <div className="desk-field">
        <label htmlFor="from">{t('from')}</label>
        <input id="from" name="from" type="date" defaultValue={asked.from} />
      </div>
      <div className="desk-field">
        <label htmlFor="to">{t('to')}</label>
        <input id="to" name="to" type="date" defaultValue={asked.to} />
      </div>
      <div className="desk-actions">
        <button type="submit" className="btn second">
          {t('show')}
        </button>
        {isFiltered && <a href={hrefFor(locale, '/desk/audit')}>{t('clear')}</a>}
      </div>
    </form>
  );
}

interface SelectProps {
  name: string;
  label: string;
  all: string;
  chosen: string;
  choices: readonly Choice[];
}

function Select({ name, label, all, chosen, choices }: SelectProps) {
  // What stands in the address is kept, also when it is no choice any more.
  const known = chosen === '' || choices.some(([value]) => value === chosen);
  return (
    <div className="desk-field">
      <label htmlFor={name}>{label}</label>
      <select id={name} name={name} defaultValue={chosen}>
        <option value="">{all}</option>
        {!known && <option value={chosen}>{chosen}</option>}
        {choices.map(([value, text]) => (
          <option key={value} value={value}>
            {text}
          </option>
        ))}
      </select>
    </div>
  );
}
