import { DeskForm } from '@/components/desk/DeskForm';
import { formatMoment } from '@/lib/i18n/formats';
import { hrefFor } from '@/lib/i18n/navigation';
import { type Words, words } from '@/lib/i18n/words';
import { partLabel, partValue, type Shown } from '@/lib/keeping/present';
import type { HistoryStep } from '@/lib/keeping/schema';

interface RecordHistoryProps extends Shown {
  id: number;
  steps: readonly HistoryStep[];
  /** Whether changes can be taken back: not in a record that is a part of another one. */
  isOpen: boolean;
}

type Kind = Extract<Parameters<Words<'DeskRecords'>>[0], `history.kinds.${string}`>;
const PROGRAMS = ['import', 'seed', 'owner'] as const;

/** Who changed what and when, part by part, each with the way back. */
export function RecordHistory({ locale, vocab, id, steps, isOpen }: RecordHistoryProps) {
  const t = words(locale, 'DeskRecords');
  return (
    <ol>
      {steps.map((step) => {
        const moment = formatMoment(locale, step.at);
        const program = PROGRAMS.find((name) => name === step.program) ?? 'other';
        const who = step.who ?? t(step.program === null ? 'history.programs.left' : `history.programs.${program}`);
        return (
          <li key={step.id} className="rec-step">
            <p>
              <b>{t(`history.kinds.${step.kind}` as Kind)}</b>{' '}
              <span className="muted">
                {t('history.by', { who, moment })}
                {step.run !== null && ` (${t('history.run', { run: step.run })})`}
              </span>
              {step.other !== null && (
                <>
                  {' '}
                  <a href={hrefFor(locale, '/desk/enterprises/[id]', { id: String(step.other) })}>
                    {t('history.otherRecord')}
                  </a>
                </>
              )}
            </p>
            {step.note && <p>{step.note}</p>}
            {step.before && step.after && step.parts.length > 0 && (
              <ul>
                {step.parts.map((key) => (
                  <li key={key}>
                    {partLabel(locale, key)}:{' '}
                    <del>
                      <span className="vh">{t('history.was')} </span>
                      {text(step, 'before', key)}
                    </del>{' '}
                    <span aria-hidden="true">→</span>{' '}
                    <ins>
                      <span className="vh">{t('history.is')} </span>
                      {text(step, 'after', key)}
                    </ins>
                  </li>
                ))}
              </ul>
            )}
            {isOpen && step.isRevertible && step.parts.length > 0 && (
              <DeskForm
                locale={locale}
                action="/api/desk/enterprises/revert"
                hidden={{ id: String(id), change: String(step.id) }}
                className=""
              >
                <button
                  type="submit"
                  className="btn second sm"
                  aria-label={t('history.revertOne', {
                    part: step.parts.map((key) => partLabel(locale, key)).join(', '),
                    moment,
                  })}
                >
                  {t('history.revert')}
                </button>
              </DeskForm>
            )}
          </li>
        );
      })}
    </ol>
  );

  function text(step: HistoryStep, side: 'before' | 'after', key: string): string {
    const input = step[side];
    return (input && partValue(input, key, { locale, vocab })) || t('notStated');
  }
}
