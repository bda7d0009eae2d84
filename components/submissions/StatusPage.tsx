import { Icon } from '@/components/ui/Icon';
import type { Locale } from '@/lib/i18n/locales';
import { hrefFor } from '@/lib/i18n/navigation';
import { words } from '@/lib/i18n/words';
import { SayFrame } from './SayFrame';
import { SmallField, SmallNotice, SmallSummary } from './SmallForm';
import { FormIcon } from './ui/Icons';
import { Tick } from './ui/Tick';

/** What the author is asked to complete. */
export interface StatusRequest {
  /** Name of the form's page. */
  page: string;
  fieldLabel: string;
  quote: string | null;
  reason: string;
  note: string;
  state: 'open' | 'answered' | 'solved';
}

export interface StatusStep {
  kind: 'done' | 'now' | 'ahead';
  title: string;
  when: string;
}

export type StatusAsk = 'anonymise' | 'withdraw' | 'erase' | 'appeal';

export interface StatusModel {
  token: string;
  reference: string;
  title: string | null;
  /** Language that the story is written in. */
  lang: Locale;
  /** Whose turn it is, and until when. */
  turn: { title: string; text: string; isYours: boolean };
  late: boolean;
  pendingNote: boolean;
  requests: readonly StatusRequest[];
  steps: readonly StatusStep[];
  publicHref: string | null;
  can: Record<'edit' | 'anonymise' | 'withdraw' | 'erase' | 'export' | 'appeal' | 'renewContact', boolean>;
  appealUntil: string | null;
  contact: { name: string | null; email: string | null; phone: string | null; eraseOn: string | null } | null;
  /** Words of what was just done. */
  done: string | null;
  trouble: string | null;
  /** An act that is to be confirmed first. */
  ask: StatusAsk | null;
  /** What was typed, and its fault. */
  typed: string;
  fault: string | null;
}

/** The page of a sent story: where it is, what is asked, and all that its author can do with it. */
export function StatusPage({ locale, model }: { locale: Locale; model: StatusModel }) {
  const t = words(locale, 'StoryStatus');
  const { ask } = model;
  return (
    <SayFrame locale={locale} side={ask ? undefined : <StatusSide locale={locale} model={model} />}>
      {ask && model.fault && (
        <SmallSummary
          title={words(locale, 'StoryForm')('summary.title', { n: 1, shown: '1' })}
          faults={[{ name: ask === 'appeal' ? 'text' : 'sure', text: model.fault }]}
        />
      )}
      {model.trouble && <SmallNotice kind="err" title={model.trouble} />}
      {model.done && <SmallNotice kind="good" title={model.done} />}
      <div className="say-head">
        <p className="eyebrow">{t('reference')}</p>
        <p className="ref">{model.reference}</p>
        <h1 lang={model.title === null ? undefined : model.lang}>{model.title ?? t('untitled')}</h1>
      </div>
      {ask ? <Ask locale={locale} model={model} ask={ask} /> : <Standing locale={locale} model={model} />}
    </SayFrame>
  );
}

function Standing({ locale, model }: { locale: Locale; model: StatusModel }) {
  const t = words(locale, 'StoryStatus');
  const { turn, requests, steps, publicHref } = model;
  return (
    <>
      <div className={turn.isYours ? 'notice warn' : 'notice'}>
        <h2>{turn.title}</h2>
        {turn.text && <p>{turn.text}</p>}
        {model.late && <p>{t('late')}</p>}
        {model.pendingNote && <p>{t('pendingNote')}</p>}
        {publicHref && (
          <p>
            <a href={publicHref}>{t('publicPage')}</a>
          </p>
        )}
      </div>
      <p>
        <a href={hrefFor(locale, '/how-we-decide')}>{words(locale, 'StoryForm')('after.how')}</a>
      </p>
      {requests.length > 0 && (
        <section aria-labelledby="requests">
          <h2 id="requests">{t('requests')}</h2>
          {requests.map((request) => (
            <Request key={`${request.fieldLabel} ${request.note}`} locale={locale} model={model} request={request} />
          ))}
        </section>
      )}
      <section aria-labelledby="flow">
        <h2 id="flow">{t('flow')}</h2>
        <ol className="timeline">
          {steps.map(({ kind, title, when }) => (
            <li key={`${title} ${when}`} className={kind === 'done' ? undefined : kind}>
              <span className="dot">
                {kind === 'done' && <Icon name="check" />}
                {kind === 'now' && <Icon name="pencil" />}
              </span>
              <div>
                <b>{title}</b>
                <span className="when">{when}</span>
              </div>
            </li>
          ))}
        </ol>
      </section>
    </>
  );
}

interface RequestProps {
  locale: Locale;
  model: StatusModel;
  request: StatusRequest;
}

function Request({ locale, model: { token, lang }, request }: RequestProps) {
  const t = words(locale, 'StoryStatus');
  return (
    <div className="passage">
      <p className="small muted">{t('requestField', { field: request.fieldLabel })}</p>
      {request.quote && (
        <p>
          <q lang={lang}>{request.quote}</q>
        </p>
      )}
      <p>
        <b>{request.reason}</b> <span lang={lang}>{request.note}</span>
      </p>
      {request.state === 'open' ? (
        <form method="post" action="/api/story/status">
          <Token locale={locale} token={token} />
          <input type="hidden" name="page" value={request.page} />
          <button className="btn" type="submit" name="act" value="edit">
            <Icon name="pencil" /> {t('requestAnswer')}
          </button>
        </form>
      ) : (
        <p className="small muted">{request.state === 'solved' ? t('requestSolved') : t('requestAnswered')}</p>
      )}
    </div>
  );
}

function Token({ locale, token }: { locale: Locale; token: string }) {
  return (
    <>
      <input type="hidden" name="locale" value={locale} />
      <input type="hidden" name="t" value={token} />
    </>
  );
}

function StatusSide({ locale, model }: { locale: Locale; model: StatusModel }) {
  const t = words(locale, 'StoryStatus');
  const { token, can, contact } = model;
  const askHref = (ask: StatusAsk) => hrefFor(locale, '/have-your-say/my-story', {}, { t: token, ask });
  return (
    <>
      <div className="panel">
        <h2>{t('yours')}</h2>
        <div className="acts">
          {can.edit && (
            <form method="post" action="/api/story/status">
              <Token locale={locale} token={token} />
              <button className="aslink" type="submit" name="act" value="edit">
                <Icon name="pencil" /> {t('acts.edit')}
              </button>
            </form>
          )}
          {can.anonymise && (
            <a href={askHref('anonymise')}>
              <FormIcon name="person" /> {t('acts.anonymise')}
            </a>
          )}
          {can.export && (
            <form method="post" action="/api/story/export">
              <Token locale={locale} token={token} />
              <button className="aslink" type="submit">
                <Icon name="download" /> {t('acts.export')}
              </button>
            </form>
          )}
          <a href={hrefFor(locale, '/have-your-say/receipt', {}, { t: token })}>
            <Icon name="print" /> {t('acts.receipt')}
          </a>
          {can.appeal && (
            <a href={askHref('appeal')}>
              <FormIcon name="mail" /> {t('acts.appeal')}
            </a>
          )}
          {can.withdraw && (
            <a href={askHref('withdraw')}>
              <FormIcon name="undo" /> {t('acts.withdraw')}
            </a>
          )}
          {can.erase && (
            <a href={askHref('erase')}>
              <FormIcon name="bin" /> {t('acts.erase')}
            </a>
          )}
        </div>
      </div>
      {contact && (
        <div className="panel">
          <h2>{t('contact.title')}</h2>
          <dl className="small">
            <dt>{t('contact.name')}</dt>
            <dd>{contact.name ?? t('contact.none')}</dd>
            <dt>{t('contact.email')}</dt>
            <dd>{contact.email ?? t('contact.none')}</dd>
            <dt>{t('contact.phone')}</dt>
            <dd>{contact.phone ?? t('contact.none')}</dd>
          </dl>
          {contact.eraseOn && <p className="small muted">{t('contact.eraseOn', { day: contact.eraseOn })}</p>}
          {can.renewContact && (
            <form method="post" action="/api/story/status">
              <Token locale={locale} token={token} />
              <button className="aslink small" type="submit" name="act" value="renewContact">
                {t('acts.renewContact')}
              </button>
            </form>
          )}
        </div>
      )}
      <p className="small muted">
        {t.rich('lost.more', { link: (chunks) => <a href={hrefFor(locale, '/have-your-say/my-story')}>{chunks}</a> })}
      </p>
    </>
  );
}

/** An act that cannot be taken back is said in full, and asked once more. */
function Ask({ locale, model, ask }: { locale: Locale; model: StatusModel; ask: StatusAsk }) {
  const t = words(locale, 'StoryStatus');
  const { token, fault } = model;
  return (
    <section aria-labelledby="ask">
      <h2 id="ask">{t(`ask.${ask}.title`)}</h2>
      <p>{ask === 'appeal' ? t('ask.appeal.text', { until: model.appealUntil ?? '' }) : t(`ask.${ask}.text`)}</p>
      <form className="plainform" method="post" action="/api/story/status" noValidate>
        <Token locale={locale} token={token} />
        <input type="hidden" name="ask" value={ask} />
        {ask === 'appeal' && (
          <SmallField
            name="text"
            rows={6}
            label={t('ask.appeal.label')}
            hint={t('ask.appeal.hint')}
            fault={fault}
            value={model.typed}
          />
        )}
        {ask === 'erase' && (
          <div className="q">
            <Tick name="sure" checked={false}>
              {t('ask.erase.tick')}
            </Tick>
          </div>
        )}
        <div className="go">
          <button className="btn" type="submit" name="act" value={ask}>
            {t(`ask.${ask}.button`)}
          </button>
          <a className="btn quiet" href={hrefFor(locale, '/have-your-say/my-story', {}, { t: token })}>
            {t('ask.back')}
          </a>
        </div>
      </form>
    </section>
  );
}
