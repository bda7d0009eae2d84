import type { Locale } from '@/lib/i18n/locales';
import { words } from '@/lib/i18n/words';
import { SayFrame } from './SayFrame';
import { SmallField, SmallNotice, SmallSummary } from './SmallForm';

export interface LostLinkModel {
  /** A link was opened that opens nothing. */
  wrongLink: boolean;
  done: 'mailed' | 'erased' | null;
  reference: string;
  email: string;
  fault: 'reference' | 'email' | null;
  trouble: string | null;
}

/** Without a link: how to follow a story, and a form for a new link. It never says whether there is such a story. */
export function LostLinkPage({ locale, model }: { locale: Locale; model: LostLinkModel }) {
  const t = words(locale, 'StoryStatus');
  const { wrongLink, done, reference, email, fault, trouble } = model;
  if (done === 'erased') {
    return (
      <SayFrame locale={locale}>
        <h1>{t('erased.title')}</h1>
        <p>{t('erased.text')}</p>
      </SayFrame>
    );
  }
  const faults = {
    reference: t('lost.referenceFault'),
    email: t('lost.emailFault'),
  };
  return (
    <SayFrame locale={locale}>
      <SmallSummary
        title={words(locale, 'StoryForm')('summary.title', { n: 1, shown: '1' })}
        faults={fault ? [{ name: fault, text: faults[fault] }] : []}
      />
      {trouble && <SmallNotice kind="err" title={trouble} />}
      {wrongLink && <SmallNotice kind="warn" title={t('lost.wrongLink')} />}
      {done === 'mailed' && (
        <SmallNotice kind="good" title={t('lost.done')}>
          <span>{t('lost.doneText')}</span>
        </SmallNotice>
      )}
      <div className="say-head">
        <h1>{t('lost.title')}</h1>
        <p className="lead">{t('lost.lead')}</p>
      </div>
      <form className="plainform" method="post" action="/api/story/status" noValidate>
        <input type="hidden" name="locale" value={locale} />
        <input type="hidden" name="act" value="link" />
        <SmallField
          name="reference"
          label={t('lost.reference')}
          hint={t('lost.referenceHint', { example: 'K7M-R4T-9WP' })}
          fault={fault === 'reference' ? faults.reference : null}
          value={reference}
          autoComplete="off"
        />
        <SmallField
          name="email"
          type="email"
          autoComplete="email"
          label={t('lost.email')}
          fault={fault === 'email' ? faults.email : null}
          value={email}
        />
        <button className="btn" type="submit">
          {t('lost.button')}
        </button>
      </form>
    </SayFrame>
  );
}
