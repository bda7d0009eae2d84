import type { Locale } from '@/lib/i18n/locales';
import { hrefFor } from '@/lib/i18n/navigation';
import { words } from '@/lib/i18n/words';
import { SayFrame } from './SayFrame';
import { SmallField, SmallNotice, SmallSummary } from './SmallForm';

export interface ResumeModel {
  token: string;
  state: 'open' | 'locked' | 'expired' | 'revoked' | 'sent' | 'unknown';
  email: string;
  fault: string | null;
  trouble: string | null;
  /** Another draft waits in this browser. */
  replaces: boolean;
}

/** A mailed link to a draft: it asks for the address that it went to. */
export function ResumePage({ locale, model }: { locale: Locale; model: ResumeModel }) {
  const t = words(locale, 'StoryForm');
  const { token, state, email, fault, trouble, replaces } = model;
  if (state !== 'open') {
    const [title, text] =
      state === 'sent'
        ? [t('notices.sentElsewhere'), t('sent.noneText')]
        : [t(`resume.${state}`), t(`resume.${state}Text`)];
    return (
      <SayFrame locale={locale}>
        <h1>{title}</h1>
        <p>{text}</p>
        <p>
          <a href={hrefFor(locale, '/have-your-say')}>{t('trouble.back')}</a>
        </p>
      </SayFrame>
    );
  }
  return (
    <SayFrame locale={locale}>
      <SmallSummary
        title={t('summary.title', { n: 1, shown: '1' })}
        faults={fault ? [{ name: 'email', text: fault }] : []}
      />
      {trouble && <SmallNotice kind="err" title={trouble} />}
      <div className="say-head">
        <h1>{t('resume.title')}</h1>
        <p className="lead">{t('resume.lead')}</p>
      </div>
      {replaces && (
        <div className="notice warn">
          <span>{t('resume.replaces')}</span>
        </div>
      )}
      <form className="plainform" method="post" action="/api/story/resume" noValidate>
        <input type="hidden" name="locale" value={locale} />
        <input type="hidden" name="t" value={token} />
        <SmallField
          name="email"
          type="email"
          autoComplete="email"
          label={t('resume.email')}
          fault={fault}
          value={email}
        />
        <button className="btn" type="submit">
          {t('resume.open')}
        </button>
      </form>
    </SayFrame>
  );
}
