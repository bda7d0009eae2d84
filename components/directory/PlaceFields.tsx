/** @jsxImportSource @/lib/html */
import type { DirectoryWords, ListModel } from '@/lib/search/present';
import { NEAR_ME } from './near-me';

/** From where distances are measured: a place that the visitor types, or, only when asked, where the visitor is. */
export function PlaceFields({ t, model }: { t: DirectoryWords; model: ListModel }) {
  const { near } = model;
  return (
    <details className="facet" data-facet="near" data-open={near.open || undefined} open={near.open}>
      <summary>
        {t('near.legend')}
        <svg className="ico" viewBox="0 0 24 24" aria-hidden="true">
          <path d="m5 9 7 7 7-7" />
        </svg>
      </summary>
      <fieldset className="facet-fields">
        <legend className="vh">{t('near.legend')}</legend>
        <label className="wide">
          {t('near.from')}
          <input className="facet-in place" type="text" name="from" defaultValue={near.from} autoComplete="off" />
        </label>
        {near.unknownPlace && (
          <p className="hint" role="status">
            {near.unknownPlace}
          </p>
        )}
        <label>
          {t('near.radius')}
          <select className="facet-in" name="radiusKm" data-shown={near.radius}>
            {near.radii.map(({ value, label }) => (
              <option key={value} value={value} selected={value === near.radius}>
                {label}
              </option>
            ))}
          </select>
        </label>
        <button className="btn second sm" type="submit">
          {t('near.submit')}
        </button>
        <p className="near-me with-script">
          <button className="btn second sm" type="button" id={NEAR_ME}>
            {t('near.me')}
          </button>
          <span role="status" />
        </p>
      </fieldset>
    </details>
  );
}
