import type { Locale } from '@/lib/i18n/locales';
import { hrefFor } from '@/lib/i18n/navigation';
import { words } from '@/lib/i18n/words';
import { AfterList, SayFrame } from './SayFrame';
import { SmallNotice } from './SmallForm';

export interface SentModel {
  reference: string;
  title: string | null;
  email: string;
  /** Day up to which the address can be confirmed, in words. */
  confirmUntil: string;
  isEdit: boolean;
  isConfirmed: boolean;
  done: 'resent' | 'limited' | 'confirmed' | null;
}

/** After sending: the reference, and what happens next. */
export function SentPage({ locale, model }: { locale: Locale; model: SentModel | null }) {
  const t = words(locale, 'StoryForm');
  if (!model) {
    return (
      <SayFrame locale={locale}>
        <h1>{t('sent.none')}</h1>
        <p>{t('sent.noneText')}</p>
        <p>
          <a className="btn" href={hrefFor(locale, '/have-your-say')}>
            {t('start.title')}
          </a>
        </p>
      </SayFrame>
    );
  }
  const { reference, title, email, confirmUntil, isEdit, isConfirmed, done } = model;
  const awaits = !isEdit && !isConfirmed;
  return (
    <SayFrame locale={locale} side={<SentSide locale={locale} awaits={awaits} />}>
      {done === 'resent' && <SmallNotice kind="good" title={t('sent.againDone')} />}
      {done === 'limited' && <SmallNotice kind="warn" title={t('sent.againLimited')} />}
      <div className="say-head">
        <p className="eyebrow">{t('sent.reference')}</p>
        <p className="ref">{reference}</p>
        <h1>{isEdit ? t('sent.titleEdit') : isConfirmed ? t('confirm.done') : t('sent.title')}</h1>
        {title && (
          <p className="lead">
            <q>{title}</q>
          </p>
        )}
      </div>
      {awaits ? (
        <div className="notice warn">
          <b>{t('sent.mail', { email, day: confirmUntil })}</b>
        </div>
      ) : (
        <p>{isEdit ? t('sent.editText') : t('confirm.doneText')}</p>
      )}
      <section aria-labelledby="next">
        <h2 id="next">{t('sent.next')}</h2>
        {isEdit ? <p>{t('sent.editNext')}</p> : <AfterList locale={locale} />}
      </section>
    </SayFrame>
  );
}

function SentSide({ locale, awaits }: { locale: Locale; awaits: boolean }) {
  const t = words(locale, 'StoryForm');
  return (
    <>
      <div className="panel">
        <p>
          <a href={hrefFor(locale, '/have-your-say/receipt')}>{t('sent.receipt')}</a>
        </p>
      </div>
      {awaits && (
        <div className="panel">
          <h2>{t('sent.noMail')}</h2>
          <p className="small">{t('sent.noMailText')}</p>
          <form method="post" action="/api/story/confirm">
            <input type="hidden" name="locale" value={locale} />
            <button className="aslink" type="submit" name="act" value="resend">
              {t('sent.again')}
            </button>
          </form>
        </div>
      )}
      <form method="post" action="/api/story/start">
        <input type="hidden" name="locale" value={locale} />
        <button className="aslink small" type="submit">
          {t('sent.another')}
        </button>
      </form>
    </>
  );
}
