/** @jsxImportSource @/lib/html */
import type { DirectoryWords, ListModel } from '@/lib/search/present';
import { FacetGroup } from './FacetGroup';
import { PlaceFields } from './PlaceFields';

interface FacetFormProps {
  t: DirectoryWords;
  id: string;
  model: ListModel;
}

/** The filters. On a phone they are a page of their own, opened by its address `#filteri`. */
export function FacetForm({ t, id, model }: FacetFormProps) {
  return (
    <>
      <div className="facets-head">
        <h2>{t('filters')}</h2>
        <a href="#rezultati">{t('closeFilters')}</a>
      </div>
      <form id={id} action={model.action} method="get" aria-label={t('filters')}>
        {/* Parameters that are no field here (the view, the map's rectangle) go along with a plain submission. */}
        {model.hidden.map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        {model.facets.map((facet) => (
          <FacetGroup
            key={facet.name}
            t={t}
            facet={facet}
            years={facet.name === model.years.facet ? model.years : null}
          />
        ))}
        <PlaceFields t={t} model={model} />
        <p className="facets-submit">
          <button className="btn" type="submit">
            <span className="with-script">{model.show}</span>
            <span className="without-script">{t('apply')}</span>
          </button>
          {model.chips.length > 0 && <a href={model.clearHref}>{t('clearFilters')}</a>}
        </p>
      </form>
    </>
  );
}
