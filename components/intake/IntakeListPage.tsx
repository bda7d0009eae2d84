import { DeskForm } from '@/components/desk/DeskForm';
import { formatDay, formatMoment } from '@/lib/i18n/formats';
import type { Locale } from '@/lib/i18n/locales';
import { hrefFor } from '@/lib/i18n/navigation';
import { words } from '@/lib/i18n/words';
import type { IntakeLine } from '@/lib/intake/queries';
import { INTAKE_ORIGINS } from '@/lib/intake/schema';
import './intake.css';

interface IntakeListPageProps {
  locale: Locale;
  lines: readonly IntakeLine[];
  done: string | null;
  fault: string | null;
}

/** Stories by phone and from paper: begin one, go on with one, confirm one. */
export function IntakeListPage({ locale, lines, done, fault }: IntakeListPageProps) {
  const t = words(locale, 'DeskIntake');
  const open = lines.filter(({ sent }) => sent === null);
  const sent = lines.filter((line) => line.sent !== null);
  return (
    <div className="wrap desk-page">
      <header>
        <h1>{t('title')}</h1>
        <p>{t('lead')}</p>
      </header>
      {fault && (
        <div className="errsum" role="alert">
          <h2>{t('faultTitle')}</h2>
          <p>{fault}</p>
        </div>
      )}
      {done && (
        <p className="notice" role="status">
          {done}
        </p>
      )}
      <section aria-labelledby="novi">
        <h2 id="novi">{t('start')}</h2>
        <div className="desk-actions">
          {INTAKE_ORIGINS.map((origin) => (
            <DeskForm key={origin} locale={locale} action="/api/desk/intake/start" hidden={{ origin }} className="">
              <button type="submit" className="btn">
                {t(`startBy.${origin}`)}
              </button>
            </DeskForm>
          ))}
        </div>
      </section>
      <section aria-labelledby="potvrda">
        <h2 id="potvrda">{t('toConfirm')}</h2>
        <p>{t('toConfirmText')}</p>
        {sent.length === 0 && <p className="muted">{t('noneToConfirm')}</p>}
        {sent.map((line) => (
          <ToConfirm key={line.id} locale={locale} line={line} />
        ))}
      </section>
      <section aria-labelledby="zapocete">
        <h2 id="zapocete">{t('open')}</h2>
        {open.length === 0 && <p className="muted">{t('noneOpen')}</p>}
        <ul className="sessions">
          {open.map(({ id, title, origin, by, savedAt }) => (
            <li key={id}>
              <div>
                <a href={hrefFor(locale, '/desk/intake/[id]', { id: String(id) })}>{title ?? t('untitled')}</a>
                <br />
                <span className="muted">
                  {t(`origins.${origin}`)}, {by}, {formatMoment(locale, savedAt)}
                </span>
              </div>
            </li>
          ))}
        </ul>
      </section>
    </div>
  );
}

function ToConfirm({ locale, line }: { locale: Locale; line: IntakeLine }) {
  const t = words(locale, 'DeskIntake');
  const { sent, title, origin, by } = line;
  if (!sent) return null;
  const { reference, revision, consent, evidence, eraseOn, hasEmail } = sent;
  const way = (['spoken', 'signed', 'written'] as const).find((one) => one === consent.how);
  return (
    <article className="intake-confirm">
      <h3>{title ?? reference}</h3>
      <p className="muted">
        {reference} · {t(`origins.${origin}`)} · {t('typedBy', { name: by })}
        {eraseOn && ` · ${t('eraseOn', { day: formatDay(locale, eraseOn) })}`}
      </p>
      <dl>
        <dt>{t('consent.who')}</dt>
        <dd>{consent.who}</dd>
        <dt>{t('consent.how')}</dt>
        <dd>{way ? t(`consent.ways.${way}`) : ''}</dd>
        <dt>{t('consent.on')}</dt>
        <dd>{consent.on && formatDay(locale, consent.on)}</dd>
        {consent.note && (
          <>
            <dt>{t('consent.note')}</dt>
            <dd>{consent.note}</dd>
          </>
        )}
        <dt>{t('consent.evidence')}</dt>
        <dd>
          {evidence.length === 0
            ? t('consent.noEvidence')
            : evidence.map(({ key }, at) => (
                <a key={key} href={`/api/desk/intake/evidence/${key}`}>
                  {t('consent.file', { n: at + 1 })}{' '}
                </a>
              ))}
        </dd>
      </dl>
      <DeskForm
        locale={locale}
        action="/api/desk/intake/confirm"
        hidden={{ reference, revision: String(revision) }}
        label={t('confirmOne', { reference })}
      >
        <label className="desk-tick">
          <input type="checkbox" name="seen" value="1" required /> {t('seen')}
        </label>
        <p className="muted">{t(hasEmail ? 'willMail' : 'noMail')}</p>
        <button type="submit" className="btn">
          {t('confirm')}
        </button>
      </DeskForm>
    </article>
  );
}
