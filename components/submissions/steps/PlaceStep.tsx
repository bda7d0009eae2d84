import { Slot } from '@/components/ui/Slot';
import { monthNames } from '@/lib/i18n/formats';
import { words } from '@/lib/i18n/words';
import { monthToControls, textAnswer } from '@/lib/story-form/form-data';
import type { PlaceOption } from '@/lib/story-form/places';
import type { StepView } from '@/lib/story-form/step-view';
import { PERIODS, PRECISIONS } from '@/lib/submissions/fields';
import { Choices } from '../ui/Choices';
import { ErrorLine } from '../ui/ErrorLine';
import { PickField } from '../ui/PickField';
import { describedBy, Question, QuestionGroup } from '../ui/Question';
import { AskOne, AskTick, askWords, optionsOf } from './questions';

interface PlaceStepProps {
  view: StepView;
  /** The place that was picked or found. */
  place: PlaceOption | null;
  /** Places of one name, of which one is to be chosen. */
  ambiguous: readonly PlaceOption[];
}

/** Page 2: where and when. */
export function PlaceStep({ view, place, ambiguous }: PlaceStepProps) {
  const { locale, answers } = view;
  const t = words(locale, 'StoryForm');
  const { isBad, ...name } = askWords({ view, field: 'place' });
  return (
    <>
      <Question
        name="place"
        {...name}
        after={place && <p className="picked">{t('placeFound', { place: `${place.name}, ${place.detail}` })}</p>}
      >
        <PickField
          name="place"
          idName="placeId"
          defaultText={textAnswer(answers, 'place')}
          defaultId={textAnswer(answers, 'placeId')}
          describedBy={describedBy('place', { hint: true })}
          autoComplete="off"
          invalid={isBad}
        />
      </Question>
      {ambiguous.length > 0 && <WhichPlace view={view} places={ambiguous} />}
      <AskOne view={view} field="precision" choices={optionsOf(view, 'precision', PRECISIONS)} usual="settlement" />
      <ExactPlace view={view} start={place} />
      <AskOne view={view} field="period" choices={optionsOf(view, 'period', PERIODS)} />
      <Months view={view} />
    </>
  );
}

/** Several places bear the name that was typed. */
function WhichPlace({ view, places }: { view: StepView; places: readonly PlaceOption[] }) {
  const t = words(view.locale, 'StoryForm');
  const { isBad: _, ...said } = askWords({ view, field: 'placeId' });
  return (
    <QuestionGroup name="placeId" {...said}>
      {/* Asked once: who does not choose keeps what was typed. */}
      <input type="hidden" name="placeAsked" value="1" />
      <Choices
        type="radio"
        name="placeId"
        single
        chosen={[]}
        choices={[
          ...places.map(({ id, name, detail }) => ({ value: id, label: `${name}, ${detail}` })),
          { value: 'none', label: t('placeOther') },
        ]}
      />
    </QuestionGroup>
  );
}

function ExactPlace({ view, start }: { view: StepView; start: PlaceOption | null }) {
  const { answers } = view;
  const t = words(view.locale, 'StoryForm');
  const fault = (field: 'lat' | 'lng') => view.faults.find((line) => line.field === field)?.text ?? null;
  const isOpen =
    textAnswer(answers, 'precision') === 'exact' || textAnswer(answers, 'lat') !== '' || fault('lat') !== null;
  return (
    <details className="more" open={isOpen}>
      <summary>
        {t('exactPlace')} <span className="opt">{t('optional')}</span>
      </summary>
      <div className="q">
        <p className="hint" id="h-lat">
          {t('exactPlaceHint')}
        </p>
        <Slot slot="pin" data={start ? { lat: start.lat, lng: start.lng } : null} />
        {(['lat', 'lng'] as const).map((field) => (
          <div className="err" id={`e-${field}`} key={field}>
            <Fault text={fault(field)} />
          </div>
        ))}
        <div className="pair">
          {(['lat', 'lng'] as const).map((field) => (
            <div key={field}>
              <label className="sub" htmlFor={`f-${field}`}>
                {t(`fields.${field}.label`)}
              </label>
              <input
                className="in short"
                id={`f-${field}`}
                name={field}
                type="text"
                inputMode="decimal"
                defaultValue={textAnswer(answers, field)}
                aria-describedby={`h-lat e-${field}`}
                aria-invalid={fault(field) !== null || undefined}
              />
            </div>
          ))}
        </div>
      </div>
    </details>
  );
}

function Fault({ text }: { text: string | null }) {
  return text && <ErrorLine>{text}</ErrorLine>;
}

/** Start, end, and whether it goes on. */
function Months({ view }: { view: StepView }) {
  const t = words(view.locale, 'StoryForm');
  const names = monthNames(view.locale);
  const fault = (field: 'startMonth' | 'endMonth') => view.faults.find((line) => line.field === field)?.text ?? null;
  return (
    <fieldset className="q" id="q-startMonth">
      <legend>
        {t('when')} <span className="opt">{t('optional')}</span>
      </legend>
      {(['startMonth', 'endMonth'] as const).map((field) => (
        <div className="err" id={`e-${field}`} key={field}>
          <Fault text={fault(field)} />
        </div>
      ))}
      <div className="pair">
        {(['startMonth', 'endMonth'] as const).map((field) => {
          const { month, year } = monthToControls(view.answers[field]);
          const described = { 'aria-describedby': `e-${field}`, 'aria-invalid': fault(field) !== null || undefined };
          return (
            <fieldset key={field}>
              <legend className="sub">{t(`fields.${field}.label`)}</legend>
              <div className="row">
                <label>
                  {t('month')}
                  <select
                    className="in"
                    id={`f-${field}`}
                    name={`${field}-month`}
                    defaultValue={month}
                    autoComplete="off"
                    {...described}
                  >
                    <option value="">{t('chooseMonth')}</option>
                    {names.map((name, at) => (
                      <option key={name} value={at + 1}>
                        {name}
                      </option>
                    ))}
                  </select>
                </label>
                <label>
                  {t('year')}
                  <input
                    className="in year"
                    name={`${field}-year`}
                    type="text"
                    inputMode="numeric"
                    defaultValue={year}
                    autoComplete="off"
                    {...described}
                  />
                </label>
              </div>
            </fieldset>
          );
        })}
      </div>
      <AskTick view={view} field="ongoing" />
    </fieldset>
  );
}
