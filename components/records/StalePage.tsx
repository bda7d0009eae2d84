import { DeskForm } from '@/components/desk/DeskForm';
import { formatDay } from '@/lib/i18n/formats';
import { hrefFor } from '@/lib/i18n/navigation';
import { words } from '@/lib/i18n/words';
import type { Shown } from '@/lib/keeping/present';
import {
  STALE_KINDS,
  STALE_PAGE_SIZE,
  STALE_SORTS,
  type StaleList,
  type StaleQuery,
  type StaleRow,
} from '@/lib/keeping/stale-schema';
import { METHODS } from '@/lib/keeping/verification';
import { inScript } from '@/lib/serbian';
import { placeLabel } from '@/lib/taxonomies/present';
import { PageLinks } from './PageLinks';
import './records.css';

interface StalePageProps extends Shown {
  query: StaleQuery;
  list: StaleList;
  done: string | null;
  trouble: string | null;
}

/** Records that wait to be verified: what is known of each, and what can be done at once. */
export function StalePage({ locale, vocab, query, list, done, trouble }: StalePageProps) {
  const t = words(locale, 'DeskStale');
  const hrefWith = (more: Partial<StaleQuery>) => {
    const { which, sort, page } = { ...query, page: 1, ...more };
    return hrefFor(locale, '/desk/stale', {}, { which, sort, ...(page > 1 ? { page: String(page) } : {}) });
  };
  return (
    <div className="wrap desk-page">
      <header>
        <p>
          <a href={hrefFor(locale, '/desk/enterprises')}>{words(locale, 'DeskRecords')('backToList')}</a>
        </p>
        <h1>{t('title')}</h1>
        <p>{t('lead', { months: list.months })}</p>
      </header>
      {trouble && (
        <div className="errsum" role="alert">
          <p>{trouble}</p>
        </div>
      )}
      {done && (
        <p className="notice" role="status">
          {done}
        </p>
      )}
      <nav className="rec-tabs" aria-label={t('which')}>
        {STALE_KINDS.map((which) => (
          <a key={which} href={hrefWith({ which })} aria-current={which === query.which ? 'true' : undefined}>
            {`${t(`kinds.${which}`)} (${list.counts[which]})`}
          </a>
        ))}
      </nav>
      <nav className="rec-tabs" aria-label={t('sort')}>
        {STALE_SORTS.map((sort) => (
          <a key={sort} href={hrefWith({ sort })} aria-current={sort === query.sort ? 'true' : undefined}>
            {t(`sorts.${sort}`)}
          </a>
        ))}
        <span className="small muted">{t('importanceHint')}</span>
      </nav>
      <p>{list.total === 0 ? t('none') : t('count', { count: list.total })}</p>
      {list.rows.length > 0 && (
        <table className="desk-table">
          <tbody>
            {list.rows.map((row) => (
              <Row key={row.id} locale={locale} vocab={vocab} row={row} query={query} />
            ))}
          </tbody>
        </table>
      )}
      <PageLinks
        locale={locale}
        page={query.page}
        pages={Math.ceil(list.total / STALE_PAGE_SIZE)}
        hrefOf={(page) => hrefWith({ page })}
      />
    </div>
  );
}

function Row({ locale, vocab, row, query }: Shown & { row: StaleRow; query: StaleQuery }) {
  const t = words(locale, 'DeskStale');
  const records = words(locale, 'DeskRecords');
  const id = String(row.id);
  const name = inScript(row.name, locale);
  const hidden = { id, back: 'stale', which: query.which, sort: query.sort };
  const place = placeLabel(
    {
      town: row.town,
      municipality: vocab.municipalities.get(row.municipalityId ?? '') ?? null,
      district: vocab.districts.get(row.districtCode ?? '') ?? null,
    },
    locale,
  );
  return (
    <tr>
      <td className="t">
        <a href={hrefFor(locale, '/desk/enterprises/[id]', { id })}>{name}</a>
        <br />
        <span className="small muted">{place}</span>
        {row.brokenUrl && (
          <p className="small">
            <span className="badge warn">{t('broken', { url: row.brokenUrl, nights: row.failures ?? 0 })}</span>
          </p>
        )}
      </td>
      <td data-label={t('seen')} className="num">
        {row.seenOn ? formatDay(locale, row.seenOn) : t('never')}
      </td>
      <td>
        <DeskForm
          locale={locale}
          action="/api/desk/enterprises/verify"
          hidden={hidden}
          className="desk-actions"
          label={`${t('verified')} ${name}`}
        >
          <span className="small">{t('verified')}</span>
          {METHODS.map((method) => (
            <button key={method} type="submit" name="method" value={method} className="btn second sm">
              {records(`verify.${method}`)}
            </button>
          ))}
        </DeskForm>
        {row.mayAsk ? (
          <DeskForm locale={locale} action="/api/desk/stale/ask" hidden={hidden} className="desk-actions">
            <button type="submit" className="btn second sm" aria-label={t('askOne', { name })}>
              {t('ask')}
            </button>
            <span className="small muted">{row.email}</span>
          </DeskForm>
        ) : (
          <p className="small muted">
            {row.askedAt ? t('asked', { day: formatDay(locale, row.askedAt) }) : t('noEmail')}
          </p>
        )}
      </td>
    </tr>
  );
}
