import { DeskForm } from '@/components/desk/DeskForm';
import { formatDay } from '@/lib/i18n/formats';
import { hrefFor } from '@/lib/i18n/navigation';
import { words } from '@/lib/i18n/words';
import { PARTS } from '@/lib/keeping/parts';
import { partLabel, partSources, partValue, type Shown } from '@/lib/keeping/present';
import { type DeskRecord, HISTORY_PAGE, type RecordLink } from '@/lib/keeping/schema';
import { METHODS } from '@/lib/keeping/verification';
import { inScript } from '@/lib/serbian';
import { DeskNote } from './DeskNote';
import type { FormView } from './form/form-view';
import { PageLinks } from './PageLinks';
import { RecordActions } from './RecordActions';
import { RecordHistory } from './RecordHistory';
import './records.css';
import { recordName } from './record-name';

interface RecordDeskPageProps extends Shown {
  record: DeskRecord;
  page: number;
  state: FormView;
  isStateOpen: boolean;
  note: Pick<Parameters<typeof DeskNote>[0], 'done' | 'trouble'>;
}

/** One record at the desk: what it says and by whom, what can be done with it, and all that was. */
export function RecordDeskPage({ locale, vocab, record, page, state, isStateOpen, note }: RecordDeskPageProps) {
  const t = words(locale, 'DeskRecords');
  const id = String(record.id);
  const isOpen = record.publication !== 'merged';
  const link = (other: RecordLink) => (
    <a key={other.id} href={hrefFor(locale, '/desk/enterprises/[id]', { id: String(other.id) })}>
      {inScript(other.name, locale)}
    </a>
  );
  return (
    <div className="wrap desk-page">
      <header>
        <p>
          <a href={hrefFor(locale, '/desk/enterprises')}>{t('backToList')}</a>
        </p>
        <h1>{recordName(record.input, locale)}</h1>
        <p className="muted">
          {t('record.id', { id: record.id })} ·{' '}
          <span className={record.publication === 'published' ? 'badge good' : 'badge warn'}>
            {t(`publication.${record.publication}`)}
          </span>
          {record.publication === 'published' && (
            <>
              {' · '}
              <a href={hrefFor(locale, '/enterprises/[slug]', { slug: record.slug })}>{t('publicPage')}</a>
            </>
          )}
        </p>
        {record.addresses.length > 0 && (
          <p className="small muted">{t('record.addresses', { addresses: record.addresses.join(', ') })}</p>
        )}
        <p className="small muted">{t('record.stories', { count: record.stories })}</p>
        {record.successor && (
          <p>
            {t('record.successor')} {link(record.successor)}
          </p>
        )}
        {record.parts.length > 0 && (
          <p>
            {t('record.partsOf')} {record.parts.map(link)}
          </p>
        )}
      </header>
      <DeskNote locale={locale} {...note} />
      {record.mergedInto && (
        <div className="notice warn">
          <p>
            {t('record.mergedInto')} {link(record.mergedInto)}
          </p>
          <DeskForm locale={locale} action="/api/desk/enterprises/unmerge" hidden={{ id }} className="">
            <p className="small">{t('record.unmergeHint')}</p>
            <button type="submit" className="btn second">
              {t('record.unmerge')}
            </button>
          </DeskForm>
        </div>
      )}
      {record.publication === 'hidden' && (
        <div className="notice warn">
          <p>{t('hide.showHint')}</p>
          <DeskForm locale={locale} action="/api/desk/enterprises/show" hidden={{ id }} className="">
            <button type="submit" className="btn second">
              {t('hide.show')}
            </button>
          </DeskForm>
        </div>
      )}
      {isOpen && (
        <div className="desk-actions">
          <a
            className="btn"
            href={hrefFor(locale, '/desk/enterprises/[id]/edit', { id })}
            data-key="e"
            data-key-name={t('record.edit')}
          >
            {t('record.edit')}
          </a>
          <DeskForm
            locale={locale}
            action="/api/desk/enterprises/verify"
            hidden={{ id }}
            className="desk-actions"
            label={t('record.verify')}
          >
            <span>{t('record.verifyBy')}</span>
            {METHODS.map((method) => (
              <button key={method} type="submit" name="method" value={method} className="btn second sm">
                {t(`verify.${method}`)}
              </button>
            ))}
          </DeskForm>
        </div>
      )}
      {mayAsk(record) && (
        <DeskForm locale={locale} action="/api/desk/stale/ask" hidden={{ id, back: 'record' }} className="">
          <button type="submit" className="btn second sm">
            {t('record.ask')}
          </button>
        </DeskForm>
      )}
      <section aria-labelledby="facts">
        <h2 id="facts">{t('record.facts')}</h2>
        <Facts locale={locale} vocab={vocab} record={record} />
        <Links locale={locale} record={record} />
      </section>
      {isOpen && (
        <section aria-labelledby="act">
          <h2 id="act">{t('record.state')}</h2>
          <RecordActions locale={locale} vocab={vocab} record={record} state={state} isStateOpen={isStateOpen} />
        </section>
      )}
      <section aria-labelledby="history">
        <h2 id="history">{t('history.title')}</h2>
        {record.history.total === 0 ? (
          <p>{t('history.none')}</p>
        ) : (
          <RecordHistory locale={locale} vocab={vocab} id={record.id} steps={record.history.steps} isOpen={isOpen} />
        )}
        <PageLinks
          locale={locale}
          page={page}
          pages={Math.ceil(record.history.total / HISTORY_PAGE)}
          hrefOf={(other) => `${hrefFor(locale, '/desk/enterprises/[id]', { id }, { page: String(other) })}#history`}
        />
      </section>
    </div>
  );
}

/** Whether there is an address to which the question may go; how often is the command's matter. */
function mayAsk({ publication, input }: DeskRecord): boolean {
  return publication === 'published' && input.contacts.some(({ kind, personal }) => kind === 'email' && !personal);
}

function Facts({ locale, vocab, record }: Shown & { record: DeskRecord }) {
  const t = words(locale, 'DeskRecords');
  const known = PARTS.flatMap(({ key }) => {
    const value = partValue(record.input, key, { locale, vocab });
    return value === '' ? [] : [{ key, value, source: partSources(record.input, key, locale) }];
  });
  return (
    <table className="desk-table rec-facts">
      <thead>
        <tr>
          <th scope="col">{t('record.fact')}</th>
          <th scope="col">{t('record.valueColumn')}</th>
          <th scope="col">{t('record.sourceColumn')}</th>
        </tr>
      </thead>
      <tbody>
        {known.map(({ key, value, source }) => (
          <tr key={key}>
            <td className="t">{partLabel(locale, key)}</td>
            <td>{value}</td>
            <td className="src">{source}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** What the addresses of the record answered when the program last looked, and what the organisation said. */
function Links({ locale, record }: { locale: Shown['locale']; record: DeskRecord }) {
  const t = words(locale, 'DeskRecords');
  const { asked, linkChecks } = record;
  return (
    <>
      {linkChecks.length > 0 && (
        <>
          <h3>{t('record.links')}</h3>
          <ul>
            {linkChecks.map(({ url, outcome, httpStatus, failures, checkedAt, movedTo }) => (
              <li key={url}>
                {url}:{' '}
                <span className={outcome === 'ok' ? 'badge good' : 'badge warn'}>
                  {outcome === 'ok' && t('record.linkOk')}
                  {outcome === 'moved' && t('record.linkMoved', { url: movedTo ?? '' })}
                  {outcome === 'dead' && t('record.linkDead', { status: httpStatus ?? '' })}
                  {outcome === 'silent' && t('record.linkSilent')}
                  {failures > 0 && `, ${t('record.nights', { count: failures })}`}
                </span>{' '}
                <span className="small muted">{t('record.linkLine', { day: formatDay(locale, checkedAt) })}</span>
              </li>
            ))}
          </ul>
        </>
      )}
      {asked && (
        <p className="small muted">
          {t('record.askedOn', { day: formatDay(locale, asked.sentAt) })},{' '}
          {asked.confirmedAt
            ? t('record.confirmedOn', { day: formatDay(locale, asked.confirmedAt) })
            : t('record.notAnswered')}
        </p>
      )}
    </>
  );
}
