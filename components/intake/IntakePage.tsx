import { DeskForm } from '@/components/desk/DeskForm';
import { Conflicts } from '@/components/submissions/steps/Conflicts';
import { PicksLive } from '@/components/submissions/steps/PicksLive';
import { PlaceLive } from '@/components/submissions/steps/PlaceLive';
import { QuestionsLive } from '@/components/submissions/steps/QuestionsLive';
import { Markup } from '@/components/ui/Markup';
import { INTAKE_ACTION } from '@/lib/files/addresses';
import type { Html } from '@/lib/html/html';
import { formatMoment } from '@/lib/i18n/formats';
import type { Locale } from '@/lib/i18n/locales';
import { hrefFor } from '@/lib/i18n/navigation';
import { words } from '@/lib/i18n/words';
import type { IntakeView } from '@/lib/intake/queries';
import type { ConsentFault } from '@/lib/intake/schema';
import { mapSettings } from '@/lib/map/settings';
import type { FaultLine } from '@/lib/story-form/fault-words';
import type { StepView } from '@/lib/story-form/step-view';
import { controlId, FORM_ID } from '@/lib/story-form/steps';
import { FIELD_NAMES, type FormPage } from '@/lib/submissions/fields';
import { ConsentFields } from './ConsentFields';
import '@/components/submissions/submissions.css';
import './intake.css';

interface IntakePageProps {
  locale: Locale;
  view: IntakeView;
  /** The form's pages, each with its questions. */
  parts: readonly { page: FormPage; view: StepView; questions: Html }[];
  consentFaults: readonly ConsentFault[];
  done: string | null;
  /** What was not saved, and why; sentences on files that were refused. */
  trouble: readonly string[];
}

/** One long page with all the questions of the public form, for a story that came by phone or on paper. */
export function IntakePage({ locale, view, parts, consentFaults, done, trouble }: IntakePageProps) {
  const t = words(locale, 'DeskIntake');
  const form = words(locale, 'StoryForm');
  const { id, origin, draft } = view;
  const faults = parts.flatMap((part) => part.view.faults);
  return (
    <div className="wrap desk-page intake">
      <header>
        <p className="muted">
          <a href={hrefFor(locale, '/desk/intake')}>{t('title')}</a> · {t(`origins.${origin}`)}
        </p>
        <h1>{t('typeIn')}</h1>
        <p>{t('typeInText')}</p>
      </header>
      {faults.length + consentFaults.length > 0 && (
        <Summary locale={locale} faults={faults} consentFaults={consentFaults} />
      )}
      {trouble.length > 0 && (
        <div className="errsum" role="alert">
          <h2>{t('faultTitle')}</h2>
          {trouble.map((line) => (
            <p key={line}>{line}</p>
          ))}
        </div>
      )}
      {done && (
        <p className="notice" role="status">
          {done}
        </p>
      )}
      <p className="muted">{t('savedAt', { moment: formatMoment(locale, draft.savedAt) })}</p>
      <form
        className="say-form"
        id={FORM_ID}
        method="post"
        action={INTAKE_ACTION}
        encType="multipart/form-data"
        noValidate
        autoComplete="off"
      >
        <button className="vh" type="submit" name="go" value="save" tabIndex={-1} aria-hidden>
          {t('save')}
        </button>
        <input type="hidden" name="locale" value={locale} />
        <input type="hidden" name="id" value={id} />
        <input type="hidden" name="version" value={draft.version} />
        {parts.map(({ page, view: step, questions }) => (
          <section key={page} aria-labelledby={`p-${page}`}>
            <h2 id={`p-${page}`}>{form(`pages.${page}`)}</h2>
            {step.conflicts.length > 0 && <Conflicts view={step} />}
            {page === 'contact' && <p className="notice">{t('emailOptional')}</p>}
            <Markup as="div" className="questions" html={questions} />
          </section>
        ))}
        <section aria-labelledby="saglasnost">
          <h2 id="saglasnost">{t('consent.title')}</h2>
          <p>{t('consent.text')}</p>
          <ConsentFields locale={locale} consent={view.consent} evidence={view.evidence} faults={consentFaults} />
        </section>
        <div className="desk-actions">
          <button className="btn second" type="submit" name="go" value="save">
            {t('save')}
          </button>
          <button className="btn" type="submit" name="go" value="send">
            {t('send')}
          </button>
        </div>
        <p className="muted">{t('sendHint')}</p>
      </form>
      <QuestionsLive locale={locale} fields={FIELD_NAMES} />
      <PicksLive locale={locale} field="organisationName" />
      <PicksLive locale={locale} field="place" />
      <PlaceLive locale={locale} settings={mapSettings(locale)} />
      <section aria-labelledby="odbaci">
        <h2 id="odbaci">{t('discard')}</h2>
        <details>
          <summary>{t('discardAsk')}</summary>
          <DeskForm locale={locale} action="/api/desk/intake/discard" hidden={{ id: String(id) }} className="">
            <p>{t('discardText')}</p>
            <button type="submit" className="btn danger sm">
              {t('discardSure')}
            </button>
          </DeskForm>
        </details>
      </section>
    </div>
  );
}

interface SummaryProps {
  locale: Locale;
  faults: readonly FaultLine[];
  consentFaults: readonly ConsentFault[];
}

/** Everything that is missing or wrong, each with a link to its question. */
function Summary({ locale, faults, consentFaults }: SummaryProps) {
  const t = words(locale, 'DeskIntake');
  return (
    <div className="errsum" role="alert" id="greske">
      <h2>{t('missing', { n: faults.length + consentFaults.length })}</h2>
      <ul>
        {faults.map(({ field, text }) => (
          <li key={`${field} ${text}`}>
            <a href={`#${controlId(field)}`}>{text}</a>
          </li>
        ))}
        {consentFaults.map(({ field, key }) => (
          <li key={field}>
            <a href={`#${field}`}>{t(`consent.summary.${field}`, { fault: t(`consent.faults.${key}`) })}</a>
          </li>
        ))}
      </ul>
    </div>
  );
}
