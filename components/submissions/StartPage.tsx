import type { Locale } from '@/lib/i18n/locales';
import { hrefFor } from '@/lib/i18n/navigation';
import { words } from '@/lib/i18n/words';
import { AfterPanel, SayFrame } from './SayFrame';

export interface StartModel {
  /** A draft that waits in this browser: when it was saved, its title, its page. */
  draft: { day: string; time: string; title: string | null; href: string } | null;
  /** Reference of a story that was sent from this browser. */
  sent: string | null;
  /** The record that a story is to be about. */
  enterprise: { id: string; name: string } | null;
  /** Somebody wants another story while a draft waits. */
  asksFresh: boolean;
  trouble: string | null;
}

/** What this is, how long it takes, what happens next; and the way to the first question. */
export function StartPage({ locale, model }: { locale: Locale; model: StartModel }) {
  const t = words(locale, 'StoryForm');
  const { draft, sent, enterprise, asksFresh, trouble } = model;
  const query: Record<string, string> = enterprise ? { enterprise: enterprise.id } : {};
  const first = hrefFor(locale, '/have-your-say/form/[step]', { step: '1' }, query);
  return (
    <SayFrame locale={locale} side={<StartSide locale={locale} />}>
      <div className="say-head">
        <h1>{t('start.title')}</h1>
        <p className="lead">{t('start.lead')}</p>
      </div>
      {trouble && (
        <div className="notice err" role="alert">
          <b>{trouble}</b>
        </div>
      )}
      {draft && !asksFresh && (
        <section className="notice good">
          <p>
            {draft.title
              ? t('start.continueTitled', { title: draft.title, day: draft.day, time: draft.time })
              : t('start.continueText', { day: draft.day, time: draft.time })}
          </p>
          <p className="row">
            <a className="btn" href={draft.href}>
              {t('start.continue')}
            </a>
          </p>
          <FreshForm locale={locale} enterprise={enterprise} />
        </section>
      )}
      {draft && asksFresh && (
        <section className="notice warn">
          <p>
            <b>{t('start.freshAsk')}</b>
          </p>
          <form method="post" action="/api/story/start" className="row">
            <input type="hidden" name="locale" value={locale} />
            <input type="hidden" name="discard" value="yes" />
            {enterprise && <input type="hidden" name="enterprise" value={enterprise.id} />}
            <a className="btn" href={draft.href}>
              {t('start.freshNo')}
            </a>
            <button className="btn second" type="submit">
              {t('start.freshYes')}
            </button>
          </form>
        </section>
      )}
      {sent && (
        <section className="notice good">
          <p>
            {t('start.sentText', { reference: sent })}{' '}
            <a href={hrefFor(locale, '/have-your-say/sent')}>{t('start.sentLink')}</a>
          </p>
          <FreshForm locale={locale} enterprise={enterprise} />
        </section>
      )}
      {!draft && !sent && (
        <div>
          <p>
            <a className="btn" href={first}>
              {enterprise ? t('start.buttonFor', { name: enterprise.name }) : t('start.button')}
            </a>
          </p>
          <p className="say-facts">{t('start.facts')}</p>
        </div>
      )}
      <section aria-labelledby="need">
        <h2 id="need">{t('start.need')}</h2>
        <ul className="marked">
          {(['what', 'when', 'photos', 'email'] as const).map((item) => (
            <li key={item}>{t(`start.needItems.${item}`)}</li>
          ))}
        </ul>
      </section>
      <section aria-labelledby="who">
        <h2 id="who">{t('start.who')}</h2>
        <p>{t('start.whoText')}</p>
      </section>
      <section aria-labelledby="private">
        <h2 id="private">{t('start.private')}</h2>
        <p>{t('start.privateText')}</p>
      </section>
    </SayFrame>
  );
}

function FreshForm({ locale, enterprise }: { locale: Locale; enterprise: StartModel['enterprise'] }) {
  const t = words(locale, 'StoryForm');
  return (
    <form method="post" action="/api/story/start">
      <input type="hidden" name="locale" value={locale} />
      {enterprise && <input type="hidden" name="enterprise" value={enterprise.id} />}
      <button className="aslink" type="submit">
        {enterprise ? t('start.buttonFor', { name: enterprise.name }) : t('start.fresh')}
      </button>
    </form>
  );
}

function StartSide({ locale }: { locale: Locale }) {
  const t = words(locale, 'StoryForm');
  return (
    <>
      <AfterPanel locale={locale} />
      <p className="small">
        {t('start.lost')} <a href={hrefFor(locale, '/have-your-say/my-story')}>{t('start.lostLink')}</a>
      </p>
    </>
  );
}
