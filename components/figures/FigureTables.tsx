import type { Duration, FigureSpan, Figures } from '@/lib/figures/schema';
import { formatCount, formatDay, formatMonth } from '@/lib/i18n/formats';
import type { Locale } from '@/lib/i18n/locales';
import { words } from '@/lib/i18n/words';

interface FigureTablesProps {
  locale: Locale;
  figures: Figures;
  /** The words of a reason's code. */
  reasonWords: (code: string) => string;
}

/** The figures: months, reasons, appeals, and where they can be had as files. */
export function FigureTables({ locale, figures, reasonWords }: FigureTablesProps) {
  const t = words(locale, 'HowWeDecide.figures');
  const { spans, total, reasons, appeals } = figures;
  const count = (n: number) => formatCount(locale, n);
  return (
    <div className="figures">
      <p>{t('asOf', { day: formatDay(locale, figures.asOf) })}</p>
      {spans.length === 0 ? (
        <p className="notice">{t('none')}</p>
      ) : (
        <>
          <h3>{t('months')}</h3>
          <p className="footnote">{t('daysHint')}</p>
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard */}
          <section className="figures-scroll" aria-label={t('months')} tabIndex={0}>
            <table>
              <thead>
                <tr>
                  <th scope="col">{t('month')}</th>
                  {(['received', 'published', 'returned', 'rejected', 'answer', 'decision'] as const).map((name) => (
                    <th scope="col" className="n" key={name}>
                      {t(name)}
                    </th>
                  ))}
                </tr>
              </thead>
              <tbody>
                {spans.map((span) => (
                  <SpanRow key={span.from} locale={locale} span={span} label={spanLabel(locale, span)} />
                ))}
              </tbody>
              {spans.length > 1 && (
                <tfoot>
                  <SpanRow locale={locale} span={total} label={t('total')} />
                </tfoot>
              )}
            </table>
          </section>
        </>
      )}
      <h3>{t('reasons')}</h3>
      {reasons.length === 0 ? (
        <p>{t('noReasons')}</p>
      ) : (
        <table>
          <thead>
            <tr>
              <th scope="col">{t('reason')}</th>
              <th scope="col" className="n">
                {t('count')}
              </th>
            </tr>
          </thead>
          <tbody>
            {reasons.map(({ reason, count: n }) => (
              <tr key={reason ?? ''}>
                <td>{reason === null ? t('others') : reasonWords(reason)}</td>
                <td className="n">{count(n)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <h3>{t('appeals')}</h3>
      <table>
        <tbody>
          <tr>
            <th scope="row">{t('appealsReceived')}</th>
            <td className="n">{count(appeals.received)}</td>
          </tr>
          <tr>
            <th scope="row">{t('appealsDecided')}</th>
            <td className="n">{count(appeals.decided)}</td>
          </tr>
          <tr>
            <th scope="row">{t('appealsOverturned')}</th>
            <td className="n">
              {appeals.overturnedPercent === null ? t('few') : t('percent', { n: appeals.overturnedPercent })}
            </td>
          </tr>
        </tbody>
      </table>
      <p className="footnote">{t('merged')}</p>
      <ul className="downloads">
        <li>
          <a href={`/api/figures?table=months&locale=${locale}`}>{t('csvMonths')}</a>
        </li>
        <li>
          <a href={`/api/figures?table=counts&locale=${locale}`}>{t('csvCounts')}</a>
        </li>
      </ul>
    </div>
  );
}

function spanLabel(locale: Locale, { from, to }: Pick<FigureSpan, 'from' | 'to'>): string {
  if (from === to) return formatMonth(locale, from);
  return words(locale, 'HowWeDecide.figures')('span', {
    from: formatMonth(locale, from),
    to: formatMonth(locale, to),
  });
}

function SpanRow({ locale, span, label }: { locale: Locale; span: FigureSpan; label: string }) {
  const t = words(locale, 'HowWeDecide.figures');
  const duration = (value: Duration | null) => (value === null ? t('few') : t('days', { ...value }));
  return (
    <tr>
      <th scope="row">{label}</th>
      {(['received', 'published', 'returned', 'rejected'] as const).map((name) => (
        <td className="n" key={name}>
          {formatCount(locale, span[name])}
        </td>
      ))}
      <td className="n">{duration(span.answer)}</td>
      <td className="n">{duration(span.decision)}</td>
    </tr>
  );
}
