import { formatDay } from '@/lib/i18n/formats';
import { hrefFor } from '@/lib/i18n/navigation';
import { words } from '@/lib/i18n/words';
import type { Shown } from '@/lib/keeping/present';
import { DESK_PAGE_SIZE, type DeskRow, LIST_STATES, type ListState } from '@/lib/keeping/schema';
import { inScript } from '@/lib/serbian';
import { placeLabel, termLabel } from '@/lib/taxonomies/present';
import { PageLinks } from './PageLinks';
import './records.css';
import { recordName } from './record-name';

interface RecordListPageProps extends Shown {
  query: { text: string; state: ListState; district: string; page: number };
  rows: readonly DeskRow[];
  total: number;
  counts: Readonly<Record<ListState, number>>;
  mayImport: boolean;
}

/** The desk's list of records. */
export function RecordListPage({ locale, vocab, query, rows, total, counts, mayImport }: RecordListPageProps) {
  const t = words(locale, 'DeskRecords');
  const hrefWith = (more: Partial<RecordListPageProps['query']>) => {
    const { text, state, district, page } = { ...query, page: 1, ...more };
    const all = { q: text, state: state === 'all' ? '' : state, district, page: page > 1 ? String(page) : '' };
    return hrefFor(
      locale,
      '/desk/enterprises',
      {},
      Object.fromEntries(Object.entries(all).filter(([, value]) => value !== '')),
    );
  };
  return (
    <div className="wrap desk-page">
      <header>
        <h1>{t('title')}</h1>
        <p>{t('lead')}</p>
      </header>
      <div className="desk-actions">
        <a className="btn" href={hrefFor(locale, '/desk/enterprises/new')}>
          {t('new')}
        </a>
        <a className="btn second" href={hrefFor(locale, '/desk/stale')}>
          {t('toVerify')}
        </a>
        {mayImport && (
          <a className="btn second" href={hrefFor(locale, '/desk/import')}>
            {t('import')}
          </a>
        )}
      </div>
      <search>
        <form method="get" action={hrefFor(locale, '/desk/enterprises')} className="rec-find">
          <div className="desk-field">
            <label htmlFor="q">{t('search')}</label>
            <input id="q" name="q" type="search" defaultValue={query.text} />
          </div>
          <div className="desk-field">
            <label htmlFor="state">{t('state')}</label>
            <select id="state" name="state" defaultValue={query.state}>
              {LIST_STATES.map((state) => (
                <option key={state} value={state}>{`${t(`states.${state}`)} (${counts[state]})`}</option>
              ))}
            </select>
          </div>
          <div className="desk-field">
            <label htmlFor="district">{t('district')}</label>
            <select id="district" name="district" defaultValue={query.district}>
              <option value="">{t('allDistricts')}</option>
              {[...vocab.districts.values()].map(({ code, nameSr, nameEn }) => (
                <option key={code} value={code}>
                  {locale === 'en' ? nameEn : inScript(nameSr, locale)}
                </option>
              ))}
            </select>
          </div>
          <button type="submit" className="btn">
            {t('find')}
          </button>
        </form>
      </search>
      <p role="status">{total === 0 ? t('none') : t('count', { count: total })}</p>
      {rows.length > 0 && (
        <table className="desk-table">
          <thead>
            <tr>
              {(['name', 'place', 'state', 'verified'] as const).map((column) => (
                <th key={column} scope="col">
                  {t(`columns.${column}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row.id}>
                <td className="t">
                  <a href={hrefFor(locale, '/desk/enterprises/[id]', { id: String(row.id) })}>
                    {recordName({ nameSr: row.name, nameSrCyrl: row.nameSrCyrl }, locale)}
                  </a>
                </td>
                <td data-label={t('columns.place')}>
                  {placeLabel(
                    {
                      town: row.town,
                      municipality: vocab.municipalities.get(row.municipalityId ?? '') ?? null,
                      district: vocab.districts.get(row.districtCode ?? '') ?? null,
                    },
                    locale,
                  ) || <span className="muted">{t('notStated')}</span>}
                </td>
                <td data-label={t('columns.state')}>
                  <span className="rec-row-state">
                    <span className={row.publication === 'published' ? 'badge' : 'badge warn'}>
                      {t(`publication.${row.publication}`)}
                    </span>
                    {row.operatingState && row.operatingState !== 'active' && (
                      <span className="badge">{termLabel(vocab, 'operatingState', row.operatingState, locale)}</span>
                    )}
                  </span>
                </td>
                <td data-label={t('columns.verified')} className="num">
                  {row.verifiedOn ? formatDay(locale, row.verifiedOn) : t('never')}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <PageLinks
        locale={locale}
        page={query.page}
        pages={Math.ceil(total / DESK_PAGE_SIZE)}
        hrefOf={(page) => hrefWith({ page })}
      />
    </div>
  );
}
