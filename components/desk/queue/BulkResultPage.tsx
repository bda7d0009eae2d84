import { DeskForm } from '@/components/desk/DeskForm';
import { Icon } from '@/components/ui/Icon';
import { formatClock } from '@/lib/i18n/formats';
import type { Locale } from '@/lib/i18n/locales';
import { hrefFor } from '@/lib/i18n/navigation';
import { words } from '@/lib/i18n/words';
import type { BulkAction } from '@/lib/queue/bulk-rules';
import type { QueueFault } from '@/lib/queue/outcomes';
import { QueueNotice } from './QueueNotice';
import './queue.css';

interface BulkResultPageProps {
  locale: Locale;
  act: {
    id: string;
    action: BulkAction;
    results: readonly { id: number; reference: string; code: string }[];
    undoneAt: Date | null;
    undoUntil: Date | null;
  };
  queue: string;
  fault: QueueFault | null;
}

/** What became of each story, and the button that takes all of it back. */
export function BulkResultPage({ locale, act, queue, fault }: BulkResultPageProps) {
  const t = words(locale, 'DeskBulk');
  const done = act.results.filter(({ code }) => code === 'done').length;
  return (
    <div className="wrap desk-page">
      <header>
        <h1>{t('resultTitle')}</h1>
        <p>{t('resultLead', { action: t(`actions.${act.action}`), done, failed: act.results.length - done })}</p>
      </header>
      <QueueNotice locale={locale} outcome={{ fault, done: null }} />
      {act.undoneAt && (
        <p className="notice" role="status">
          {t('undone', { time: formatClock(locale, act.undoneAt) })}
        </p>
      )}
      <div className="desk-actions">
        <a className="btn" href={hrefFor(locale, '/desk', {}, queue)} data-key="n" data-key-name={t('back')}>
          {t('back')}
        </a>
        {act.undoUntil && (
          <DeskForm locale={locale} action="/api/desk/queue/bulk/undo" hidden={{ bulk: act.id }} className="">
            <button type="submit" className="btn second" data-key="u" data-key-name={t('undo')}>
              {t('undo')}
            </button>{' '}
            <span className="small muted">{t('undoUntil', { time: formatClock(locale, act.undoUntil) })}</span>
          </DeskForm>
        )}
      </div>
      <ul className="bulk-list">
        {act.results.map(({ id, reference, code }) => (
          <li key={id}>
            <span>
              <a href={hrefFor(locale, '/desk/stories/[reference]', { reference })}>{reference}</a>
            </span>
            {code === 'done' ? (
              <span className="muted">
                <Icon name="check" /> {t(`effects.${act.action}`)}
              </span>
            ) : (
              <span className="no">
                <Icon name="warning" /> {t(`refusals.${KNOWN.has(code) ? (code as 'stale') : 'other'}`)}
              </span>
            )}
          </li>
        ))}
      </ul>
    </div>
  );
}

const KNOWN: ReadonlySet<string> = new Set([
  ...[
    'notAllowed',
    'wrongActor',
    'claimed',
    'assigned',
    'oneAtATime',
    'alreadyProposed',
    'stale',
    'notFound',
    'atWork',
    'busy',
    'full',
  ],
]);
