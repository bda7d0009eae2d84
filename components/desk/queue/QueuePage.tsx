import { DeskForm } from '@/components/desk/DeskForm';
import { type DoneWord, Outcome } from '@/components/desk/Outcome';
import { Icon } from '@/components/ui/Icon';
import { Markup } from '@/components/ui/Markup';
import { type Role, roleCan } from '@/lib/accounts/permissions';
import type { Locale } from '@/lib/i18n/locales';
import { hrefFor } from '@/lib/i18n/navigation';
import { words } from '@/lib/i18n/words';
import type { QueueFilter } from '@/lib/queue/filter';
import type { QueueOutcome } from '@/lib/queue/outcomes';
import type { QueueModel } from '@/lib/queue/present';
import { type Choice, FilterForm } from './FilterForm';
import { QueueNotice } from './QueueNotice';
import { QueueTable } from './QueueTable';
import { RightsList } from './RightsList';
import { SavedFilters } from './SavedFilters';
import { TogetherBar } from './TogetherBar';
import './queue.css';

interface QueuePageProps {
  locale: Locale;
  staff: { name: string; role: Role };
  model: QueueModel;
  filter: QueueFilter;
  choices: Record<'kind' | 'state' | 'language' | 'district' | 'practice' | 'person', readonly Choice[]>;
  saved: readonly { id: number; name: string; query: string; removable: boolean }[];
  /** What this person may do with several stories at once. */
  together: readonly string[];
  /** Who is on duty, and which themes this person sees. */
  duty: readonly string[];
  outcome: QueueOutcome;
  /** What is done elsewhere: signing in, making the account. */
  done: DoneWord | null;
  /** Name of a filter as it was typed before. */
  filterName: string;
}

/** The desk's home: everything that waits for this person. */
export function QueuePage({ locale, staff, model, filter, choices, saved, together, duty, ...rest }: QueuePageProps) {
  const t = words(locale, 'DeskQueue');
  const { outcome, done, filterName } = rest;
  const here = hrefFor(locale, '/desk', {}, model.query);
  const nameFault = outcome.fault && NAME_FAULTS.includes(outcome.fault) ? t(`faults.${outcome.fault}`) : undefined;
  return (
    <div className="wrap desk-page queue-page">
      <header>
        <h1>{t('title')}</h1>
        <p className="muted">{t('who', { name: staff.name, role: words(locale, 'Roles')(staff.role) })}</p>
        <p className="muted">
          {duty.join(' ')} <a href={hrefFor(locale, '/desk/duty')}>{words(locale, 'DeskDuty')('title')}</a>
        </p>
      </header>
      <Outcome locale={locale} fault={null} done={done} />
      <QueueNotice locale={locale} outcome={outcome} />
      <div className="queue-bar">
        <nav className="seg" aria-label={t('views')}>
          {model.tabs.map(({ view, label, href, isCurrent }) => (
            <a key={view} href={href} aria-current={isCurrent ? 'page' : undefined}>
              {label}
            </a>
          ))}
        </nav>
        {roleCan(staff.role, 'claim') && (
          <DeskForm locale={locale} action="/api/desk/queue/next" hidden={{ queue: model.query }} className="">
            <button type="submit" className="btn" data-key="n" data-key-name={t('nextKey')}>
              {t('next')} <kbd>n</kbd>
            </button>
          </DeskForm>
        )}
      </div>
      <div className="queue-tools">
        <Markup
          as="details"
          className="queue-filters"
          html={FilterForm({ locale, filter, choices, clearHref: model.clearHref })}
        />
        {model.clearHref && <a href={model.clearHref}>{t('clear')}</a>}
        <SavedFilters
          locale={locale}
          saved={saved}
          query={model.query}
          here={here}
          typed={filterName}
          fault={nameFault}
        />
      </div>
      {model.empty ? (
        <p className="empty queue-empty">
          <span className="tile open" aria-hidden="true">
            <Icon name="check" />
          </span>
          <span>{model.empty}</span>
        </p>
      ) : (
        <form method="get" action={hrefFor(locale, '/desk/bulk')} className="queue-form">
          <input type="hidden" name="queue" value={model.query} />
          <Markup as="div" html={QueueTable({ locale, lines: model.lines, withTicks: together.length > 0 })} />
          <QueuePages locale={locale} model={model} />
          {together.length > 0 && <TogetherBar locale={locale} actions={together} />}
        </form>
      )}
      <Markup as="details" className="queue-rights" html={RightsList({ locale, role: staff.role })} />
    </div>
  );
}

const NAME_FAULTS: readonly string[] = ['filterName', 'filterExists'] satisfies QueueOutcome['fault'][];

function QueuePages({ locale, model }: { locale: Locale; model: QueueModel }) {
  const t = words(locale, 'DeskQueue');
  if (!model.nextHref && !model.firstHref) return null;
  return (
    <nav className="queue-pages" aria-label={t('pages')}>
      {model.firstHref && <a href={model.firstHref}>{t('firstPage')}</a>}
      {model.nextHref && (
        <a className="next" href={model.nextHref} rel="next">
          {t('nextPage')} <Icon name="right" />
        </a>
      )}
    </nav>
  );
}
