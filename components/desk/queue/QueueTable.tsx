/** @jsxImportSource @/lib/html */
import { IconHtml } from '@/components/ui/IconHtml';
import type { Locale } from '@/lib/i18n/locales';
import { words } from '@/lib/i18n/words';
import type { QueueLine } from '@/lib/queue/present';

interface QueueTableProps {
  locale: Locale;
  lines: readonly QueueLine[];
  /** Whether rows can be ticked for doing several at once. */
  withTicks: boolean;
}

/** What waits, one row each; finished HTML, because nothing of it changes in the browser. */
export function QueueTable({ locale, lines, withTicks }: QueueTableProps) {
  const t = words(locale, 'DeskQueue');
  return (
    <table className="queue desk-table">
      <caption className="vh">{t('caption')}</caption>
      <thead>
        <tr>
          {withTicks && (
            <th scope="col">
              <span className="vh">{t('columns.tick')}</span>
            </th>
          )}
          <th scope="col">{t('columns.story')}</th>
          <th scope="col">{t('columns.reference')}</th>
          <th scope="col">{t('columns.state')}</th>
          <th scope="col">{t('columns.waits')}</th>
          <th scope="col">{t('columns.whose')}</th>
        </tr>
      </thead>
      <tbody data-key-list>
        {lines.map((line) => (
          <QueueLineRow key={line.href} locale={locale} line={line} withTicks={withTicks} />
        ))}
      </tbody>
    </table>
  );
}

function QueueLineRow({ locale, line, withTicks }: { locale: Locale; line: QueueLine; withTicks: boolean }) {
  const t = words(locale, 'DeskQueue');
  const { badge, waits, whose } = line;
  return (
    <tr className={whose.isMine ? 'mine' : undefined} data-key-item>
      {withTicks && (
        <td className="tick">
          {line.tick !== null && (
            <label>
              <input type="checkbox" name="item" value={String(line.tick)} />
              <span className="vh">{t('tickOne', { reference: line.reference })}</span>
            </label>
          )}
        </td>
      )}
      <td>
        <a className="t" href={line.href} lang={line.titleLang}>
          {line.title}
        </a>
        <br />
        <span className="small muted">{line.about}</span>
        <br />
        <span className="small muted">{line.notes.join(' · ')}</span>
      </td>
      <td className="code" data-label={t('columns.reference')}>
        {line.reference}
      </td>
      <td>
        <span className={`badge ${badge.tone}`}>
          <IconHtml name={badge.icon} /> {badge.text}
        </span>
      </td>
      <td className={`num waits ${waits.level}`} data-label={t('columns.waits')}>
        <b>{waits.text}</b>
        {waits.promise && <span className="small muted promise">{waits.promise}</span>}
      </td>
      <td data-label={t('columns.whose')}>
        {whose.isMine ? <b>{whose.text}</b> : whose.text}
        {line.viewers && <span className="small muted viewers">{line.viewers}</span>}
      </td>
    </tr>
  );
}
