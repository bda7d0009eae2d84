import { DeskForm } from '@/components/desk/DeskForm';
import { PageLinks } from '@/components/records/PageLinks';
import { formatFileSize, formatMoment } from '@/lib/i18n/formats';
import type { Locale } from '@/lib/i18n/locales';
import { hrefFor } from '@/lib/i18n/navigation';
import { words } from '@/lib/i18n/words';
import { IMPORT_PAGE_SIZE } from '@/lib/imports/desk/limits';
import { type ImportJobView, type ImportRowView, VERDICTS, type VerdictTag } from '@/lib/imports/desk/schema';
import { MappingForm } from './MappingForm';
import { ProgressLine } from './ProgressLine';
import { VerdictRows } from './VerdictRows';
import './import.css';

interface ImportPageProps {
  locale: Locale;
  job: ImportJobView;
  verdict: VerdictTag;
  page: number;
  /** null while there are no verdicts. */
  list: { rows: readonly ImportRowView[]; total: number; undecided: number } | null;
  done: string | null;
  trouble: string | null;
}

/** One import, at the step where it is. */
export function ImportPage({ locale, job, verdict, page, list, done, trouble }: ImportPageProps) {
  const t = words(locale, 'DeskImport');
  return (
    <div className="wrap desk-page">
      <header>
        <p>
          <a href={hrefFor(locale, '/desk/import')}>{t('back')}</a>
        </p>
        <h1>{job.fileName}</h1>
        <p className="muted">
          {formatFileSize(locale, job.bytes)} · {formatMoment(locale, job.createdAt)} ·{' '}
          <span className="badge">{t(`states.${job.state}`)}</span>
        </p>
      </header>
      {trouble && (
        <div className="errsum" role="alert">
          <p>{trouble}</p>
        </div>
      )}
      {done && (
        <p className="notice" role="status">
          {done}
        </p>
      )}
      <Step locale={locale} job={job} verdict={verdict} page={page} list={list} />
    </div>
  );
}

function Step({ locale, job, verdict, page, list }: Omit<ImportPageProps, 'done' | 'trouble'>) {
  const t = words(locale, 'DeskImport');
  const id = String(job.id);
  switch (job.state) {
    case 'checking':
    case 'writing': {
      const state = t(`states.${job.state}`);
      const { rows = 0, all = 0 } = job.progress ?? {};
      return (
        <>
          <ProgressLine
            locale={locale}
            of={{ id: job.id }}
            template={t('progress', { state, rows: '{rows}', all: '{all}' })}
            initial={rows > 0 ? t('progress', { state, rows, all }) : t('progressStart')}
          />
          <p className="muted">{t('refreshHint')}</p>
          <noscript>
            <meta httpEquiv="refresh" content="3" />
          </noscript>
          <p>
            <a className="btn second" href={hrefFor(locale, '/desk/import/[id]', { id })}>
              {t('refresh')}
            </a>
          </p>
        </>
      );
    }
    case 'done':
      return (
        <section aria-labelledby="result">
          <h2 id="result">{t('result')}</h2>
          {job.counts && <p>{t('resultCounts', { ...job.counts })}</p>}
          {job.runId !== null && <p>{t('run', { run: job.runId })}</p>}
          {job.hasRejected && (
            <DeskForm locale={locale} action="/api/desk/import/rejected" hidden={{ id }} className="desk-form">
              <p className="hint">{t('rejectedHint')}</p>
              <button type="submit" className="btn">
                {t('rejected')}
              </button>
            </DeskForm>
          )}
        </section>
      );
    case 'checked':
      return (
        <>
          {job.counts && list && (
            <Verdicts locale={locale} job={job} counts={job.counts} verdict={verdict} page={page} list={list} />
          )}
          <details>
            <summary>{t('recheck')}</summary>
            <MappingForm locale={locale} job={job} />
          </details>
          <Discard locale={locale} id={id} />
        </>
      );
    default:
      return (
        <>
          {job.columns.length > 0 && (
            <section aria-labelledby="mapping">
              <h2 id="mapping">{t('mapping')}</h2>
              <MappingForm locale={locale} job={job} />
            </section>
          )}
          <Discard locale={locale} id={id} />
        </>
      );
  }
}

function Discard({ locale, id }: { locale: Locale; id: string }) {
  return (
    <DeskForm locale={locale} action="/api/desk/import/discard" hidden={{ id }} className="">
      <button type="submit" className="btn second">
        {words(locale, 'DeskImport')('discard')}
      </button>
    </DeskForm>
  );
}

interface VerdictsProps extends Pick<ImportPageProps, 'locale' | 'job' | 'verdict' | 'page'> {
  counts: NonNullable<ImportJobView['counts']>;
  list: NonNullable<ImportPageProps['list']>;
}

function Verdicts({ locale, job, counts, verdict, page, list }: VerdictsProps) {
  const t = words(locale, 'DeskImport');
  const id = String(job.id);
  const numbers: Record<VerdictTag, number> = { ...counts, duplicate: counts.duplicates, error: counts.errors };
  const hrefOf = (tag: VerdictTag, other = 1) =>
    hrefFor(locale, '/desk/import/[id]', { id }, { verdict: tag, ...(other > 1 ? { page: String(other) } : {}) });
  return (
    <section aria-labelledby="verdicts">
      <h2 id="verdicts">{t('which')}</h2>
      <nav className="rec-tabs" aria-label={t('which')}>
        {VERDICTS.map((tag) => (
          <a
            key={tag}
            href={hrefOf(tag)}
            aria-current={tag === verdict ? 'true' : undefined}
          >{`${t(`verdicts.${tag}`)} (${numbers[tag]})`}</a>
        ))}
      </nav>
      <VerdictRows locale={locale} id={job.id} page={page} rows={list.rows} />
      <PageLinks
        locale={locale}
        page={page}
        pages={Math.ceil(list.total / IMPORT_PAGE_SIZE)}
        hrefOf={(other) => hrefOf(verdict, other)}
      />
      <DeskForm locale={locale} action="/api/desk/import/write" hidden={{ id }}>
        {counts.duplicates > 0 && <p>{t('undecided', { count: list.undecided })}</p>}
        <p className="hint">{t('writeHint')}</p>
        <button type="submit" className="btn">
          {t('write')}
        </button>
      </DeskForm>
    </section>
  );
}
