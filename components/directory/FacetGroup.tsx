/** @jsxImportSource @/lib/html */
import type { DirectoryWords, YearsModel } from '@/lib/search/present';
import type { FacetModel, FacetOption } from '@/lib/search/present-facets';

interface FacetGroupProps {
  t: DirectoryWords;
  facet: FacetModel;
  /** Only for the year of founding. */
  years: YearsModel | null;
}

/** One facet: its first values, the rest behind "show all", "not stated" last; for the founding year also a range. */
export function FacetGroup({ t, facet, years }: FacetGroupProps) {
  return (
    <details className="facet" data-facet={facet.name} data-open={facet.open || undefined} open={facet.open}>
      <summary>
        {facet.label}
        <svg className="ico" viewBox="0 0 24 24" aria-hidden="true">
          <path d="m5 9 7 7 7-7" />
        </svg>
      </summary>
      <fieldset>
        <legend className="vh">{facet.label}</legend>
        {years && <YearFields t={t} years={years} />}
        <Ticks name={facet.name} options={facet.first} className="tick" />
        {facet.rest?.options && (
          <details className="facet-more" data-facet={`${facet.name} rest`} open>
            <summary>
              <span className="more">{facet.rest.label}</span>
              <span className="fewer">{facet.rest.fewerLabel}</span>
              <span className="vh">: {facet.label}</span>
            </summary>
            <Ticks name={facet.name} options={facet.rest.options} className="tick" />
          </details>
        )}
        {facet.rest?.options === null && (
          // Without JavaScript it leads to the page with all values; the filters stay open there, on a phone too.
          <a className="facet-more" href={`${facet.rest.href}#filteri`} rel="nofollow" data-facet={facet.name}>
            {facet.rest.label}
            <span className="vh">: {facet.label}</span>
          </a>
        )}
        {facet.notStated && <Ticks name={facet.name} options={[facet.notStated]} className="tick ns" />}
      </fieldset>
    </details>
  );
}

interface TicksProps {
  name: string;
  options: readonly FacetOption[];
  className: string;
}

function Ticks({ name, options, className }: TicksProps) {
  return (
    <ul>
      {options.map((option) => (
        <li key={option.value}>
          <label className={className}>
            <input type="checkbox" name={name} value={option.value} defaultChecked={option.selected} />
            <span>{option.label}</span>
            <span className="n">{option.count}</span>
          </label>
        </li>
      ))}
    </ul>
  );
}

function YearFields({ t, years }: { t: DirectoryWords; years: YearsModel }) {
  const field = (name: 'yearFrom' | 'yearTo', value: string) => (
    <label>
      {t(`years.${name}`)}
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
