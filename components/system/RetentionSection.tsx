import { DeskForm } from '@/components/desk/DeskForm';
import { formatCount, formatMoment } from '@/lib/i18n/formats';
import type { Locale } from '@/lib/i18n/locales';
import { words } from '@/lib/i18n/words';
import type { JobView } from '@/lib/system/queries';
import { countName } from './job-words';

/** What the last night erased, rule by rule, and a look at what is due now. */
export function RetentionSection({ locale, job }: { locale: Locale; job: JobView | undefined }) {
  const t = words(locale, 'DeskSystem');
  const outcome = job?.outcome?.isOk ? job.outcome : null;
  return (
    <section aria-labelledby="retention">
      <h2 id="retention">{t('retention')}</h2>
      <p className="muted">{t('retentionLead')}</p>
      {outcome && job?.lastFinishedAt ? (
        <>
          <p>{t('retentionLast', { moment: formatMoment(locale, job.lastFinishedAt) })}</p>
          <ul className="system-counts">
            {Object.entries(outcome.counts).map(([rule, count]) => (
              <li key={rule}>
                {countName(locale, rule)}: <b>{formatCount(locale, count)}</b>
              </li>
            ))}
          </ul>
        </>
      ) : (
        <p>{t('retentionNever')}</p>
      )}
      <DeskForm locale={locale} action="/api/desk/system/job" hidden={{ job: 'retention', try: '1' }} className="">
        <button type="submit" className="btn second">
          {t('retentionTry')}
        </button>
      </DeskForm>
    </section>
  );
}
