import { DeskForm } from '@/components/desk/DeskForm';
import { Icon } from '@/components/ui/Icon';
import type { Locale } from '@/lib/i18n/locales';
import { hrefFor } from '@/lib/i18n/navigation';
import { words } from '@/lib/i18n/words';
import type { BulkEffect } from '@/lib/queue/bulk-preview';
import { type BulkAction, reasonKindOf } from '@/lib/queue/bulk-rules';
import type { QueueFault } from '@/lib/queue/outcomes';
import { QueueNotice } from './QueueNotice';
import './queue.css';

interface BulkPreviewPageProps {
  locale: Locale;
  action: BulkAction;
  effects: readonly BulkEffect[];
  /** To whom stories can be given; empty for other acts. */
  people: readonly { id: string; name: string }[];
  reasons: readonly { code: string; label: string }[];
  /** Query of the queue that they were ticked in. */
  queue: string;
  fault: QueueFault | null;
}

/** What an act would do to each ticked story, and the button that does it. */
export function BulkPreviewPage({ locale, action, effects, people, reasons, queue, fault }: BulkPreviewPageProps) {
  const t = words(locale, 'DeskBulk');
  const possible = effects.filter(({ refusal }) => refusal === null);
  const refused = effects.filter(({ refusal }) => refusal !== null);
  return (
    <div className="wrap desk-page">
      <header>
        <h1>{t('title')}</h1>
        <p>{t('lead', { action: t(`actions.${action}`), count: possible.length })}</p>
      </header>
      <QueueNotice locale={locale} outcome={{ fault, done: null }} />
      {refused.length > 0 && (
        <section aria-labelledby="refused">
          <h2 id="refused">{t('refused', { count: refused.length })}</h2>
          <ul className="bulk-list">
            {refused.map((effect) => (
              <li key={effect.submissionId}>
                <Story locale={locale} effect={effect} />
                <span className="no">
                  <Icon name="warning" /> {t(`refusals.${effect.refusal ?? 'notAllowed'}`)}
                </span>
              </li>
            ))}
          </ul>
        </section>
      )}
      {possible.length > 0 && (
        <section aria-labelledby="possible">
          <h2 id="possible">{t('possible', { count: possible.length })}</h2>
          <ul className="bulk-list">
            {possible.map((effect) => (
              <li key={effect.submissionId}>
                <Story locale={locale} effect={effect} />
                <span className="muted">
                  <Icon name="right" /> {t(`effects.${action}`)}
                </span>
              </li>
            ))}
          </ul>
          <DeskForm
            locale={locale}
            action="/api/desk/queue/bulk"
            hidden={{ act: action, queue }}
            className="desk-form bulk-form"
          >
            {possible.map(({ submissionId, revision }) => (
              <input key={submissionId} type="hidden" name="item" value={`${submissionId}:${revision}`} />
            ))}
            {action === 'assign' && (
              <Select name="person" label={t('person')} choices={people.map(({ id, name }) => [id, name])} />
            )}
            {reasonKindOf(action) !== null && (
              <>
                <Select name="reason" label={t('reason')} choices={reasons.map(({ code, label }) => [code, label])} />
                <p className="muted">{t(action === 'reject' ? 'reasonHint' : 'spamHint')}</p>
              </>
            )}
            <div className="desk-actions">
              <button type="submit" className="btn" data-key="a" data-key-name={t('do', { count: possible.length })}>
                {t('do', { count: possible.length })}
              </button>
              <a href={hrefFor(locale, '/desk', {}, queue)}>{t('back')}</a>
            </div>
          </DeskForm>
        </section>
      )}
      {possible.length === 0 && (
        <p>
          <a href={hrefFor(locale, '/desk', {}, queue)}>{t('back')}</a>
        </p>
      )}
    </div>
  );
}

function Story({ locale, effect }: { locale: Locale; effect: BulkEffect }) {
  return (
    <span>
      <a href={hrefFor(locale, '/desk/stories/[reference]', { reference: effect.reference })}>{effect.title}</a>{' '}
      <span className="small muted num">{effect.reference}</span>
    </span>
  );
}

interface SelectProps {
  name: string;
  label: string;
  choices: readonly (readonly [value: string, label: string])[];
}

function Select({ name, label, choices }: SelectProps) {
  return (
    <div className="desk-field">
      <label htmlFor={name}>{label}</label>
      <select id={name} name={name} required>
        {choices.map(([value, text]) => (
          <option key={value} value={value}>
            {text}
          </option>
        ))}
      </select>
    </div>
  );
}
