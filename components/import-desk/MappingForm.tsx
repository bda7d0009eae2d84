import { DeskForm } from '@/components/desk/DeskForm';
import type { Locale } from '@/lib/i18n/locales';
import { words } from '@/lib/i18n/words';
import { COLUMNS } from '@/lib/imports/columns';
import type { ImportJobView } from '@/lib/imports/desk/schema';

/** For each column of the file, what it means. */
export function MappingForm({ locale, job }: { locale: Locale; job: ImportJobView }) {
  const t = words(locale, 'DeskImport');
  return (
    <DeskForm
      locale={locale}
      action="/api/desk/import/check"
      hidden={{ id: String(job.id), columns: String(job.columns.length) }}
      className="desk-form imp-wide"
    >
      <p className="hint">{t('mappingHint')}</p>
      <table className="desk-table">
        <thead>
          <tr>
            <th scope="col">{t('column')}</th>
            <th scope="col">{t('means')}</th>
          </tr>
        </thead>
        <tbody>
          {job.columns.map((title, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a file may have two columns of one title; their order is what they are
            <tr key={index}>
              <td className="t">
                <label htmlFor={`column-${index}`}>{title}</label>
              </td>
              <td>
                <select id={`column-${index}`} name={`column.${index}`} defaultValue={job.mapping[index] ?? ''}>
                  <option value="">{t('notRead')}</option>
                  {COLUMNS.map(({ name }) => (
                    <option key={name} value={name}>
                      {name}
                    </option>
                  ))}
                </select>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <button type="submit" className="btn">
        {t('check')}
      </button>
    </DeskForm>
  );
}
