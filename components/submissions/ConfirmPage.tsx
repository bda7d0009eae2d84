import type { Locale } from '@/lib/i18n/locales';
import { hrefFor } from '@/lib/i18n/navigation';
import { words } from '@/lib/i18n/words';
import { AfterPanel, SayFrame } from './SayFrame';
import { SmallNotice } from './SmallForm';

export interface ConfirmModel {
  token: string;
  state: 'open' | 'confirmed' | 'expired' | 'unknown';
  reference: string | null;
  title: string | null;
  done: 'resent' | 'limited' | null;
  trouble: string | null;
}

/** What a link to confirm leads to: a button. Opening the page changes nothing, since scanners of mail open links too. */
export function ConfirmPage({ locale, model }: { locale: Locale; model: ConfirmModel }) {
  const t = words(locale, 'StoryForm');
  const { token, state, reference, title, done, trouble } = model;
  const heading = {
    open: t('confirm.title'),
    confirmed: t('confirm.already'),
    expired: t('confirm.expired'),
    unknown: t('confirm.unknown'),
  }[state];
  const lead = {
    open: t('confirm.lead'),
    confirmed: t('confirm.doneText'),
    expired: t('confirm.expiredText'),
    unknown: t('confirm.unknownText'),
  }[state];
  return (
    <SayFrame locale={locale} side={<AfterPanel locale={locale} />}>
      {trouble && <SmallNotice kind="err" title={trouble} />}
      {done === 'resent' && <SmallNotice kind="good" title={t('confirm.againText')} />}
      {done === 'limited' && <SmallNotice kind="warn" title={t('sent.againLimited')} />}
      <div className="say-head">
        {reference && (
          <>
            <p className="eyebrow">{t('sent.reference')}</p>
            <p className="ref">{reference}</p>
          </>
        )}
        <h1>{heading}</h1>
        {title && (
          <p className="lead">
            <q>{title}</q>
          </p>
        )}
        <p className="lead">{lead}</p>
      </div>
      {(state === 'open' || state === 'confirmed') && (
        <form method="post" action="/api/story/confirm">
          <input type="hidden" name="locale" value={locale} />
          <input type="hidden" name="t" value={token} />
          <button className="btn" type="submit">
            {state === 'open' ? t('confirm.button') : t('confirm.follow')}
          </button>
        </form>
      )}
      {state === 'expired' && (
        <form method="post" action="/api/story/confirm">
          <input type="hidden" name="locale" value={locale} />
          <input type="hidden" name="t" value={token} />
          <button className="btn" type="submit" name="act" value="resend">
            {t('confirm.again')}
          </button>
        </form>
      )}
      {state === 'unknown' && (
        <p>
          <a href={hrefFor(locale, '/have-your-say/my-story')}>{t('start.lostLink')}</a>
        </p>
      )}
    </SayFrame>
  );
}
