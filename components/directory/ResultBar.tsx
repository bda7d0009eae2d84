import type { DirectoryWords, ListModel } from '@/lib/search/present';

interface ResultBarProps {
  t: DirectoryWords;
  model: ListModel;
  /** Id of the form to which the order belongs. */
  form: string;
}

/** How many there are, of which kinds, and in which order. */
export function ResultBar({ t, model, form }: ResultBarProps) {
  return (
    <>
      <div className="bar">
        {/* The role stands inside the heading: on it, it would take the heading away from those who jump by headings. */}
        <h2>
          <span role="status">
            {model.count} <span className="of">{model.ofAll}</span>
          </span>
        </h2>
        <span className="order">
          <label className="vh" htmlFor="order">
            {t('sort.label')}
          </label>
          <select className="sel" id="order" name="sort" form={form} defaultValue={model.sort} data-shown={model.sort}>
            {model.sorts.map(({ value, label }) => (
              <option key={value} value={value}>
                {label}
              </option>
            ))}
          </select>
          <noscript>
            <button className="btn second sm" type="submit" form={form}>
              {t('sort.submit')}
            </button>
          </noscript>
        </span>
      </div>
      {model.kinds.length > 0 && (
        <ul className="kinds" aria-label={t('kinds')}>
          {model.kinds.map((kind) => (
            <li key={kind.href}>
              <span className="n">{kind.count}</span> <a href={kind.href}>{kind.label}</a>
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
