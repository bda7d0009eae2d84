import type { LogLine } from '@/lib/figures/schema';
import { formatDay } from '@/lib/i18n/formats';
import type { Locale } from '@/lib/i18n/locales';
import { words } from '@/lib/i18n/words';

/** What was done last: a day and an act, nothing of whom. */
export function DecisionLog({ locale, log }: { locale: Locale; log: readonly LogLine[] }) {
  const t = words(locale, 'HowWeDecide.log');
  if (log.length === 0) return <p>{t('none')}</p>;
  return (
    <>
      <p>{t('text')}</p>
      <table className="how-log">
        <thead>
          <tr>
            <th scope="col">{t('day')}</th>
            <th scope="col">{t('act')}</th>
          </tr>
        </thead>
        <tbody>
          {log.map(({ day, kind, count }) => (
            <tr key={`${day} ${kind}`}>
              <td>{formatDay(locale, day)}</td>
              <td>{t(`kinds.${kind}`, { n: count })}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}
