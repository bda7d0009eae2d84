import { DeskForm } from '@/components/desk/DeskForm';
import { formatCount, formatMoment } from '@/lib/i18n/formats';
import type { Locale } from '@/lib/i18n/locales';
import { words } from '@/lib/i18n/words';
import type { MailView } from '@/lib/system/queries';
import { mailName } from './job-words';

const STATES = ['waiting', 'sending', 'failed', 'sent', 'cancelled'] as const;

interface MailSectionProps {
  locale: Locale;
  /** Rows of the outbox by state. */
  counts: Readonly<Record<string, number>>;
  mails: readonly MailView[];
}

/** The queue of mails: how many, which are in trouble, and what can be done. Nobody's address stands here. */
export function MailSection({ locale, counts, mails }: MailSectionProps) {
  const t = words(locale, 'DeskSystem');
  return (
    <section aria-labelledby="mail">
      <h2 id="mail">{t('mail')}</h2>
      <ul className="system-counts">
        {STATES.map((state) => (
          <li key={state}>
            {t(`mailState.${state}`)}: <b>{formatCount(locale, counts[state] ?? 0)}</b>
          </li>
        ))}
      </ul>
      {mails.length === 0 ? (
        <p className="muted">{t('noMail')}</p>
      ) : (
        <table className="desk-table">
          <thead>
            <tr>
              <th scope="col">{t('mailWhat')}</th>
              <th scope="col">{t('mailHow')}</th>
              <th scope="col">{t('mailError')}</th>
              <th scope="col">{t('mailNext')}</th>
              <th scope="col">{t('act')}</th>
            </tr>
          </thead>
          <tbody>
            {mails.map((mail) => (
              <MailRow key={mail.id} locale={locale} mail={mail} />
            ))}
          </tbody>
        </table>
      )}
      <p className="muted">{t('mailHint')}</p>
    </section>
  );
}

function MailRow({ locale, mail }: { locale: Locale; mail: MailView }) {
  const t = words(locale, 'DeskSystem');
  const called = mailName(locale, mail.template);
  const id = String(mail.id);
  return (
    <tr>
      <td>
        <span className="t">{called}</span>
        <br />
        <span className="muted">{t('mailSince', { id, moment: formatMoment(locale, mail.createdAt) })}</span>
      </td>
      <td data-label={t('mailHow')}>
        {t(`mailState.${mail.state}`)}, {t('attempts', { count: mail.attempts })}
      </td>
      <td data-label={t('mailError')}>{mail.error ? <code>{mail.error}</code> : t('noError')}</td>
      <td data-label={t('mailNext')}>{mail.state === 'failed' ? t('noMore') : formatMoment(locale, mail.dueAt)}</td>
      <td>
        {mail.state === 'waiting' && mail.error !== null && (
          <div className="system-acts">
            <DeskForm locale={locale} action="/api/desk/system/mail" hidden={{ mail: id }} className="">
              <button type="submit" className="btn second sm" aria-label={t('retryOne', { id })}>
                {t('retry')}
              </button>
            </DeskForm>
            <DeskForm locale={locale} action="/api/desk/system/mail" hidden={{ mail: id, giveUp: '1' }} className="">
              <button type="submit" className="btn danger sm" aria-label={t('giveUpOne', { id })}>
                {t('giveUp')}
              </button>
            </DeskForm>
          </div>
        )}
      </td>
    </tr>
  );
}
