import type { Locale } from '@/lib/i18n/locales';
import { hrefFor } from '@/lib/i18n/navigation';
import { words } from '@/lib/i18n/words';
import { SayFrame } from './SayFrame';
import { SmallField, SmallNotice, SmallSummary } from './SmallForm';

export interface LaterModel {
  hasDraft: boolean;
  done: 'mailed' | 'revoked' | null;
  /** Address of the page to go back to. */
  back: string;
  email: string;
  /** Words of the fault of the address. */
  fault: string | null;
  /** Words of what else went wrong. */
  trouble: string | null;
}

/** "Continue later": a link to one's own address, and taking such links back. */
export function LaterPage({ locale, model }: { locale: Locale; model: LaterModel }) {
  const t = words(locale, 'StoryForm');
  const { hasDraft, done, back, email, fault, trouble } = model;
  if (!hasDraft) {
    return (
      <SayFrame locale={locale}>
        <h1>{t('later.noDraft')}</h1>
        <p>{t('later.noDraftText')}</p>
        <p>
          <a className="btn" href={hrefFor(locale, '/have-your-say')}>
            {t('start.title')}
          </a>
        </p>
      </SayFrame>
    );
  }
  return (
    <SayFrame
      locale={locale}
      side={
        <p className="small">
          <a href={back}>{t('later.back')}</a>
        </p>
      }
    >
      <SmallSummary
        title={t('summary.title', { n: 1, shown: '1' })}
        faults={fault ? [{ name: 'email', text: fault }] : []}
      />
      {trouble && <SmallNotice kind="err" title={trouble} />}
      {done === 'mailed' && (
        <SmallNotice kind="good" title={t('later.done')}>
          <span>{t('later.doneText')}</span>
        </SmallNotice>
      )}
      {done === 'revoked' && <SmallNotice kind="good" title={t('later.revoked')} />}
      <div className="say-head">
        <h1>{t('later.title')}</h1>
        <p className="lead">{t('later.lead')}</p>
      </div>
      <form className="plainform" method="post" action="/api/story/later" noValidate>
        <input type="hidden" name="locale" value={locale} />
        <SmallField
          name="email"
          type="email"
          autoComplete="email"
          label={t('later.email')}
          hint={t('later.emailHint')}
          fault={fault}
          value={email}
        />
        <button className="btn" type="submit">
          {t('later.send')}
        </button>
      </form>
      <section aria-labelledby="revoke">
        <h2 id="revoke">{t('later.revokeTitle')}</h2>
        <p>{t('later.revokeText')}</p>
        <form method="post" action="/api/story/later">
          <input type="hidden" name="locale" value={locale} />
          <button className="btn second" type="submit" name="act" value="revoke">
            {t('later.revoke')}
          </button>
        </form>
      </section>
    </SayFrame>
  );
}
