import { DeskForm } from '@/components/desk/DeskForm';
import { formatCount, formatMoment } from '@/lib/i18n/formats';
import type { Locale } from '@/lib/i18n/locales';
import { words } from '@/lib/i18n/words';
import type { JobView } from '@/lib/system/queries';
import { countName, jobName } from './job-words';

/** What a job did, or (a try) would do. */
export interface JobReportView {
  name: string;
  dryRun: boolean;
  counts: Record<string, number>;
}

interface JobSectionProps {
  locale: Locale;
  jobs: readonly JobView[];
  /** Whether this server runs them by the clock. */
  jobsOn: boolean;
  report: JobReportView | null;
}

/** The timed jobs: when, how the last run went, run now, try. */
export function JobSection({ locale, jobs, jobsOn, report }: JobSectionProps) {
  const t = words(locale, 'DeskSystem');
  return (
    <section aria-labelledby="jobs">
      <h2 id="jobs">{t('jobs')}</h2>
      <p className="muted">{t(jobsOn ? 'jobsLead' : 'jobsOff')}</p>
      {report && <Report locale={locale} report={report} />}
      <table className="desk-table system-jobs">
        <thead>
          <tr>
            <th scope="col">{t('job')}</th>
            <th scope="col">{t('nextRun')}</th>
            <th scope="col">{t('lastRun')}</th>
            <th scope="col">{t('outcome')}</th>
            <th scope="col">{t('act')}</th>
          </tr>
        </thead>
        <tbody>
          {jobs.map((job) => (
            <JobRow key={job.name} locale={locale} job={job} jobsOn={jobsOn} />
          ))}
        </tbody>
      </table>
    </section>
  );
}

function JobRow({ locale, job, jobsOn }: { locale: Locale; job: JobView; jobsOn: boolean }) {
  const t = words(locale, 'DeskSystem');
  const called = jobName(locale, job.name);
  const last = job.lastFinishedAt ?? job.lastStartedAt;
  return (
    <tr>
      <td>
        <span className="t">{called}</span>
        <br />
        <code className="muted">{job.name}</code>
      </td>
      <td data-label={t('nextRun')}>
        {jobsOn && job.nextAt ? formatMoment(locale, job.nextAt) : t('byHand')}
        <br />
        <code className="muted">{job.schedule}</code>
      </td>
      <td data-label={t('lastRun')}>{last ? formatMoment(locale, last) : t('never')}</td>
      <td data-label={t('outcome')}>
        <Outcome locale={locale} job={job} />
      </td>
      <td>
        <div className="system-acts">
          <DeskForm
            locale={locale}
            action={job.name === 'backup' ? '/api/desk/system/backup' : '/api/desk/system/job'}
            hidden={{ job: job.name }}
            className=""
          >
            <button type="submit" className="btn second sm" aria-label={t('runOne', { job: called })}>
              {t('run')}
            </button>
          </DeskForm>
          <DeskForm locale={locale} action="/api/desk/system/job" hidden={{ job: job.name, try: '1' }} className="">
            <button type="submit" className="btn second sm" aria-label={t('tryOne', { job: called })}>
              {t('try')}
            </button>
          </DeskForm>
        </div>
      </td>
    </tr>
  );
}

function Outcome({ locale, job: { isRunning, outcome } }: { locale: Locale; job: JobView }) {
  const t = words(locale, 'DeskSystem');
  if (isRunning) return <b>{t('running')}</b>;
  if (!outcome) return <span className="muted">{t('noOutcome')}</span>;
  if (!outcome.isOk) {
    return (
      <span className="system-bad">
        {t('failed')} {outcome.error && <code>{outcome.error}</code>}
      </span>
    );
  }
  const counts = countsText(locale, outcome.counts);
  return <span>{counts === '' ? t('nothingToDo') : counts}</span>;
}

function Report({ locale, report: { name, dryRun, counts } }: { locale: Locale; report: JobReportView }) {
  const t = words(locale, 'DeskSystem');
  const job = jobName(locale, name);
  return (
    <div className="notice" role="status">
      <p>
        <b>{t(dryRun ? 'tried' : 'ran', { job })}</b>
      </p>
      {Object.keys(counts).length === 0 ? (
        <p>{t('nothingToDo')}</p>
      ) : (
        <ul className="system-counts">
          {Object.entries(counts).map(([key, count]) => (
            <li key={key}>
              {countName(locale, key)}: <b>{formatCount(locale, count)}</b>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

/** What a run did; what it did not stands nowhere. */
function countsText(locale: Locale, counts: Record<string, number>): string {
  return Object.entries(counts)
    .filter(([, count]) => count > 0)
    .map(([key, count]) => `${countName(locale, key)}: ${formatCount(locale, count)}`)
    .join(', ');
}
