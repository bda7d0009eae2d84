import type { DirectoryWords, ListModel } from '@/lib/search/present';
import { NearMe } from './NearMe';

/** From where distances are measured: a place that the visitor types, or, only when asked, where the visitor is. */
export function PlaceFields({ t, model }: { t: DirectoryWords; model: ListModel }) {
  const { near } = model;
  return (
    <details className="facet" open={near.open}>
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
          <select className="facet-in" name="radiusKm" defaultValue={near.radius} data-shown={near.radius}>
            {near.radii.map(({ value, label }) => (
              <option key={value} value={value}>
                {label}
              </option>
            ))}
          </select>
        </label>
        <button className="btn second sm" type="submit">
          {t('near.submit')}
        </button>
        <NearMe
          action={model.action}
          labels={{ button: t('near.me'), searching: t('near.searching'), refused: t('near.refused') }}
        />
      </fieldset>
    </details>
  );
}
