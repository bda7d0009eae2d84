import type { ReactNode } from 'react';
import { Slot } from '@/components/ui/Slot';
import { words } from '@/lib/i18n/words';
import { countLine } from '@/lib/story-form/count-line';
import { countLabels } from '@/lib/story-form/count-words';
import { listAnswer, textAnswer, tickAnswer } from '@/lib/story-form/form-data';
import type { StepView } from '@/lib/story-form/step-view';
import { type FieldName, TEXT_LIMITS, type TextField } from '@/lib/submissions/fields';
import { countSigns, tidy } from '@/lib/submissions/values';
import { AdviceLines } from '../ui/AdviceLines';
import { type Choice, Choices } from '../ui/Choices';
import { CountLine } from '../ui/CountLine';
import { ErrorLine } from '../ui/ErrorLine';
import { describedBy, Question, QuestionGroup } from '../ui/Question';
import { Tick } from '../ui/Tick';

export interface AskProps {
  view: StepView;
  field: FieldName;
  /** Nobody has to answer. */
  optional?: boolean;
}

/** Names of messages are made from names of questions; which of them exist is asked. */
type Translate = ((key: string) => string) & { has(key: string): boolean };

/** The words of a question and what stands around its control. */
export function askWords({ view, field, optional }: AskProps) {
  const t = words(view.locale, 'StoryForm') as unknown as Translate;
  const hint = t.has(`fields.${field}.hint`) ? t(`fields.${field}.hint`) : null;
  const fault = view.faults.find((line) => line.field === field)?.text ?? null;
  return {
    label: t(`fields.${field}.label`),
    hint,
    optional: optional ? t('optional') : null,
    error: fault && <ErrorLine>{fault}</ErrorLine>,
    before: <Requests view={view} field={field} />,
    isBad: fault !== null,
  };
}

/** What staff ask of this answer. */
function Requests({ view, field }: { view: StepView; field: FieldName }) {
  return view.requests
    .filter((request) => request.field === field)
    .map(({ quote, context, reason, note }) => (
      <div className="request" key={note}>
        {quote && (
          <p>
            {context?.before}
            <q>{quote}</q>
            {context?.after}
          </p>
        )}
        <p>
          <b>{reason}</b> {note}
        </p>
      </div>
    ));
}

export function Advice({ view, field }: AskProps) {
  const t = words(view.locale, 'StoryForm');
  return (
    <Slot slot="advice" field={field}>
      <AdviceLines lines={view.advice[field] ?? []} free={t('hints.free')} />
    </Slot>
  );
}

interface AskTextProps extends AskProps {
  /** Lines of a text; 1 is a single line. */
  rows?: 1 | 2 | 3 | 6;
  type?: 'text' | 'email' | 'tel';
  autoComplete?: string;
  inputMode?: 'numeric' | 'decimal';
  short?: boolean;
  /** Lets the style sheet see whether something is written. */
  placeholder?: string;
}

/** A text: one line, or several, with what it may and does have under it. */
export function AskText(props: AskTextProps) {
  const { view, field, rows = 1, type = 'text' } = props;
  const { isBad, ...said } = askWords(props);
  const value = textAnswer(view.answers, field);
  const limits = field in TEXT_LIMITS ? TEXT_LIMITS[field as TextField] : null;
  const isCounted = limits !== null && (rows > 1 || limits.min > 2);
  const control = {
    id: `f-${field}`,
    name: field,
    defaultValue: value,
    'aria-describedby': describedBy(field, { hint: said.hint !== null, count: isCounted }),
    'aria-invalid': isBad || undefined,
    autoComplete: props.autoComplete,
    placeholder: props.placeholder,
  };
  return (
    <Question
      name={field}
      {...said}
      after={
        <>
          {isCounted && limits && (
            <Slot slot="count" field={field}>
              <CountLine
                name={field}
                line={countLine(countLabels(view.locale, limits), view.locale, countSigns(tidy(value)), limits)}
              />
            </Slot>
          )}
          <Advice view={view} field={field} />
        </>
      }
    >
      {rows > 1 ? (
        <textarea className={`in rows${rows}`} rows={rows} {...control} />
      ) : (
        <input className={props.short ? 'in short' : 'in'} type={type} inputMode={props.inputMode} {...control} />
      )}
    </Question>
  );
}

interface AskChoiceProps extends AskProps {
  choices: readonly Choice[];
  /** What is chosen when nobody has chosen. */
  usual?: string;
  single?: boolean;
  after?: ReactNode;
}

/** One answer of several. */
export function AskOne(props: AskChoiceProps) {
  const { view, field, choices, usual, single = true, after } = props;
  const { isBad: _, ...said } = askWords(props);
  const chosen = textAnswer(view.answers, field) || usual;
  return (
    <QuestionGroup name={field} {...said} after={after}>
      <Choices type="radio" name={field} choices={choices} chosen={chosen ? [chosen] : []} single={single} />
    </QuestionGroup>
  );
}

/** Some answers of several. */
export function AskSome(props: AskChoiceProps) {
  const { view, field, choices, single = false, after } = props;
  const { isBad: _, ...said } = askWords(props);
  return (
    <QuestionGroup name={field} {...said} after={after}>
      <Choices
        type="checkbox"
        name={field}
        choices={choices}
        chosen={listAnswer(view.answers, field)}
        single={single}
      />
    </QuestionGroup>
  );
}

/** A single tick, with words of its own. */
export function AskTick({ view, field, children }: AskProps & { children?: ReactNode }) {
  const { label, isBad } = askWords({ view, field });
  return (
    <Tick name={field} checked={tickAnswer(view.answers, field)} describedBy={isBad ? `e-${field}` : undefined}>
      {children ?? label}
    </Tick>
  );
}

/** The answers of a question with fixed codes, in their words. */
export function optionsOf(
  view: StepView,
  field: 'role' | 'precision' | 'period' | 'stillAlive' | 'peopleInPhotos' | 'showName' | 'licence',
  codes: readonly string[],
): Choice[] {
  const t = words(view.locale, 'StoryForm') as unknown as Translate;
  return codes.map((value) => ({ value, label: t(`options.${field}.${value}`) }));
}
