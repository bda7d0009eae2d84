import { Icon } from '@/components/ui/Icon';
import { verdictText } from '@/lib/files/present';
import type { UploadReport } from '@/lib/files/schema';
import { formatCount } from '@/lib/i18n/formats';
import type { Locale } from '@/lib/i18n/locales';
import { words } from '@/lib/i18n/words';

/** What became of each file of an upload without a script; the page comes back to it. */
export function FileReport({ locale, report }: { locale: Locale; report: UploadReport }) {
  const t = words(locale, 'StoryFiles');
  const refused = report.filter(({ ok }) => !ok).length;
  const count = refused || report.length;
  const title = t(refused > 0 ? 'report.title' : 'report.allAdded', { count, shown: formatCount(locale, count) });
  return (
    <section
      className={refused > 0 ? 'notice err' : 'notice good'}
      id="file-report"
      tabIndex={-1}
      role={refused > 0 ? 'alert' : 'status'}
    >
      <h2>{title}</h2>
      <ul className="verdicts">
        {report.map((verdict, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: two files may have one name, and the list never changes
          <li key={at}>
            <Icon name={verdict.ok ? 'check' : 'warning'} />
            <span>
              <b>{verdict.name || t('facts.nameless')}</b> {verdictText(locale, verdict)}
            </span>
          </li>
        ))}
      </ul>
      {refused > 0 && <p>{t('report.othersStay')}</p>}
    </section>
  );
}
