import { DeskForm } from '@/components/desk/DeskForm';
import type { Locale } from '@/lib/i18n/locales';
import { hrefFor } from '@/lib/i18n/navigation';
import { words } from '@/lib/i18n/words';
import type { ImportRowView } from '@/lib/imports/desk/schema';
import { reasonText } from '@/lib/imports/present';

interface VerdictRowsProps {
  locale: Locale;
  id: number;
  page: number;
  rows: readonly ImportRowView[];
}

/** Verdicts of one kind, row by row; what may be a duplicate is decided here. */
export function VerdictRows({ locale, id, page, rows }: VerdictRowsProps) {
  const t = words(locale, 'DeskImport');
  const [first] = rows;
  if (!first) return <p>{t('noRows')}</p>;
  const list = (
    <ol className="imp-rows">
      {rows.map((row) => (
        <li key={row.row}>
          <p>
            <span className="num muted">{t('row', { row: row.row })}</span> <b>{row.name}</b>
          </p>
          {row.errors.map((error) => (
            <p key={`${error.column} ${error.code}`} className="small">
              {error.column
                ? t('cell', { column: error.column, reason: reasonText(error, locale) })
                : reasonText(error, locale)}
              {error.value && ` ${t('value', { value: error.value })}`}
            </p>
          ))}
          {row.warnings.map((warning) => (
            <p key={`${warning.column} ${warning.code}`} className="small muted">
              {t('cell', {
                column: warning.column ?? '',
                reason: words(locale, 'Import.warnings')(warning.code, warning.params),
              })}
            </p>
          ))}
          {row.verdict === 'duplicate' && <Decision locale={locale} row={row} />}
        </li>
      ))}
    </ol>
  );
  if (first.verdict !== 'duplicate') return list;
  return (
    <DeskForm
      locale={locale}
      action="/api/desk/import/decide"
      hidden={{ id: String(id), page: String(page) }}
      className="desk-form imp-wide"
    >
      {list}
      <button type="submit" className="btn second">
        {t('saveDecisions')}
      </button>
    </DeskForm>
  );
}

function Decision({ locale, row }: { locale: Locale; row: ImportRowView }) {
  const t = words(locale, 'DeskImport');
  const reasons = (candidate: ImportRowView['candidates'][number]) =>
    candidate.reasons.map((reason) => words(locale, 'Import.duplicateReasons')(reason)).join(', ');
  const chosen = row.decision ?? '';
  const tick = (value: string, label: string) => (
    <label key={value} className="desk-tick">
      <input type="radio" name={`row.${row.row}`} value={value} defaultChecked={chosen === value} /> {label}
    </label>
  );
  return (
    <fieldset className="imp-decision">
      <legend className="vh">{t('decision', { row: row.row })}</legend>
      {row.candidates.map((candidate) =>
        'record' in candidate.of ? (
          <div key={candidate.of.record.id}>
            {tick(`same:${candidate.of.record.id}`, t('decide.same', { name: candidate.of.record.name }))}
            <p className="small muted">
              <a href={hrefFor(locale, '/desk/enterprises/[id]', { id: String(candidate.of.record.id) })}>
                {candidate.of.record.name}
              </a>
              : {reasons(candidate)}
            </p>
          </div>
        ) : (
          <p
            key={candidate.of.row}
            className="small muted"
          >{`${t('otherRow', { row: candidate.of.row })}: ${reasons(candidate)}`}</p>
        ),
      )}
      {tick('new', t('decide.new'))}
      {tick('skip', t('decide.skip'))}
      {tick('', t('decide.none'))}
    </fieldset>
  );
}
