import { useTranslations } from 'next-intl';
import type { FacetModel, FacetOption, YearsModel } from '@/lib/search/present';

/** One facet: its first values, the rest behind "show all", "not stated" last; for the founding year also a range. */
export function FacetGroup({ facet, years }: { facet: FacetModel; years: YearsModel | null }) {
  return (
    <details className="facet" open={facet.open}>
      <summary>
        {facet.label}
        <svg className="ico" viewBox="0 0 24 24" aria-hidden="true">
          <path d="m5 9 7 7 7-7" />
        </svg>
      </summary>
      <fieldset>
        <legend className="vh">{facet.label}</legend>
        {years && <YearFields years={years} />}
        <Ticks name={facet.name} options={facet.first} />
        {facet.rest && (
          <details className="facet-more">
            <summary>
              {facet.rest.label}
              <span className="vh">: {facet.label}</span>
            </summary>
            <Ticks name={facet.name} options={facet.rest.options} />
          </details>
        )}
        {facet.notStated && <Ticks name={facet.name} options={[facet.notStated]} className="ns" />}
      </fieldset>
    </details>
  );
}

interface TicksProps {
  name: string;
  options: readonly FacetOption[];
  className?: string;
}

function Ticks({ name, options, className }: TicksProps) {
  return (
    <ul>
      {options.map((option) => (
        <li key={option.value}>
          <label className={className ? `tick ${className}` : option.narrower ? 'tick sub' : 'tick'}>
            <input type="checkbox" name={name} value={option.value} defaultChecked={option.selected} />
            <span>{option.label}</span>
            <span className="n">{option.count}</span>
          </label>
        </li>
      ))}
    </ul>
  );
}

function YearFields({ years }: { years: YearsModel }) {
  const t = useTranslations('Directory.years');
  const field = (name: 'yearFrom' | 'yearTo', value: string) => (
    <label>
      {t(name)}
      <input
        className="facet-in year"
        type="number"
        inputMode="numeric"
        name={name}
        min={years.min}
        max={years.max}
        defaultValue={value}
      />
    </label>
  );
  return (
    <div className="facet-fields">
      {field('yearFrom', years.from)}
      {field('yearTo', years.to)}
    </div>
  );
}
