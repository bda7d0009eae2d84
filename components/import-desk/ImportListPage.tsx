import { DeskForm } from '@/components/desk/DeskForm';
import { formatDay, formatFileSize, formatMoment } from '@/lib/i18n/formats';
import type { Locale } from '@/lib/i18n/locales';
import { hrefFor } from '@/lib/i18n/navigation';
import { words } from '@/lib/i18n/words';
import { IMPORT_ACTION, LARGEST_IMPORT } from '@/lib/imports/desk/limits';
import type { ImportJobView, ImportRunView } from '@/lib/imports/desk/schema';
import './import.css';
import { ProgressLine } from './ProgressLine';

interface ImportListPageProps {
  locale: Locale;
  jobs: readonly ImportJobView[];
  runs: readonly ImportRunView[];
  mayUndo: boolean;
  done: string | null;
  trouble: string | null;
  /** Records that stand in the way of an undo. */
  changed: readonly number[];
}

/** Where a list is uploaded, and what became of those before. */
export function ImportListPage({ locale, jobs, runs, mayUndo, done, trouble, changed }: ImportListPageProps) {
  const t = words(locale, 'DeskImport');
  return (
    <div className="wrap desk-page">
      <header>
        <p>
          <a href={hrefFor(locale, '/desk/enterprises')}>{words(locale, 'DeskRecords')('backToList')}</a>
        </p>
        <h1>{t('title')}</h1>
        <p>{t('lead', { size: formatFileSize(locale, LARGEST_IMPORT) })}</p>
      </header>
      {trouble && (
        <div className="errsum" role="alert">
          <p>
            {trouble}
            {changed.map((id) => (
              <a key={id} href={hrefFor(locale, '/desk/enterprises/[id]', { id: String(id) })}>{` ${id} `}</a>
            ))}
          </p>
        </div>
      )}
      {done && (
        <p className="notice" role="status">
          {done}
        </p>
      )}
      <form
        method="post"
        action={`${IMPORT_ACTION}?locale=${locale}`}
        encType="multipart/form-data"
        className="desk-form"
      >
        <div className="desk-field">
          <label htmlFor="list">{t('file')}</label>
          <p className="hint" id="list-hint">
            {t('template')}
          </p>
          <input
            id="list"
            name="list"
            type="file"
            accept=".csv,.xlsx,.geojson,.json"
            aria-describedby="list-hint"
            required
          />
        </div>
        <button type="submit" className="btn">
          {t('upload')}
        </button>
      </form>
      <section aria-labelledby="open">
        <h2 id="open">{t('open')}</h2>
        {jobs.length === 0 ? (
          <p>{t('noneOpen')}</p>
        ) : (
          <ul className="imp-list">
            {jobs.map((job) => (
              <li key={job.id}>
                <a href={hrefFor(locale, '/desk/import/[id]', { id: String(job.id) })}>
                  {t('line', { file: job.fileName, moment: formatMoment(locale, job.createdAt) })}
                </a>{' '}
                <span className="badge">{t(`states.${job.state}`)}</span>
              </li>
            ))}
          </ul>
        )}
      </section>
      <section aria-labelledby="runs">
        <h2 id="runs">{t('runs')}</h2>
        {runs.length === 0 && <p>{t('none')}</p>}
        <ul className="imp-list">
          {runs.map(({ id, fileName, startedAt, undoneAt, undoing, ...counts }) => (
            <li key={id}>
              <div>
                <b>{t('run', { run: id })}</b>{' '}
                <span className="muted">{t('line', { file: fileName, moment: formatMoment(locale, startedAt) })}</span>
                <br />
                <span className="small">{t('counts', counts)}</span>
              </div>
              {undoneAt && <span className="badge warn">{t('undoneOn', { day: formatDay(locale, undoneAt) })}</span>}
              {undoing === 'running' && <Undoing locale={locale} run={id} />}
              {undoing !== null && undoing !== 'running' && <UndoFault locale={locale} run={id} fault={undoing} />}
              {mayUndo && !undoneAt && undoing !== 'running' && counts.created + counts.updated > 0 && (
                <details>
                  <summary aria-label={t('undoOne', { run: id })}>{t('undo')}</summary>
                  <DeskForm locale={locale} action="/api/desk/import/undo" hidden={{ run: String(id) }} className="">
                    <p className="small">{t('undoHint')}</p>
                    <button type="submit" className="btn danger">
                      {t('sure')}
                    </button>
                  </DeskForm>
                </details>
              )}
            </li>
          ))}
        </ul>
      </section>
    </div>
  );
}

/** A large run is undone while somebody does something else. */
function Undoing({ locale, run }: { locale: Locale; run: number }) {
  const t = words(locale, 'DeskImport');
  return (
    <div>
      <ProgressLine locale={locale} of={{ run }} template="" initial={t('undoing', { run })} />
      <p className="small muted">{t('refreshHint')}</p>
      <noscript>
        <meta httpEquiv="refresh" content="3" />
      </noscript>
      <p>
        <a href={hrefFor(locale, '/desk/import')}>{t('refresh')}</a>
      </p>
    </div>
  );
}

interface UndoFaultProps {
  locale: Locale;
  run: number;
  fault: Exclude<ImportRunView['undoing'], 'running' | null>;
}

const MOST_NAMES = 5;

function UndoFault({ locale, run, fault }: UndoFaultProps) {
  const records = fault.code === 'changedSince' ? fault.records.slice(0, MOST_NAMES) : [];
  return (
    <p className="error">
      {words(locale, 'DeskImport')(`faults.${fault.code}`, { run: String(run), size: '' })}
      {records.map(({ id, name }) => (
        <a key={id} href={hrefFor(locale, '/desk/enterprises/[id]', { id: String(id) })}>{` ${name} `}</a>
      ))}
    </p>
  );
}
