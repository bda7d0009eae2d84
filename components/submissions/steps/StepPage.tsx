import type { ReactNode } from 'react';
import { Icon } from '@/components/ui/Icon';
import { Slot } from '@/components/ui/Slot';
import type { Locale } from '@/lib/i18n/locales';
import { hrefFor } from '@/lib/i18n/navigation';
import { perLocale } from '@/lib/i18n/per-locale';
import { fillPlural, pluralTemplates } from '@/lib/i18n/templates';
import { words } from '@/lib/i18n/words';
import { COALITION_SITE } from '@/lib/site/names';
import { faultTemplates } from '@/lib/story-form/fault-words';
import type { StepView } from '@/lib/story-form/step-view';
import { CONFLICT_ID, FORM_ID, stepNumber } from '@/lib/story-form/steps';
import { type FieldName, FORM_PAGES, type FormPage, PAGE_FIELDS } from '@/lib/submissions/fields';
import { FaultSummary } from '../live/FaultSummary';
import { FieldError } from '../live/FieldError';
import { LiveForm } from '../live/LiveForm';
import { SaveLine } from '../live/SaveLine';
import { SaveNotices } from '../live/SaveNotices';
import { SayFrame } from '../SayFrame';
import { FaultList } from '../ui/FaultList';
import { SavedLine } from '../ui/SavedLine';
import { Conflicts } from './Conflicts';
import { QuestionsLive } from './QuestionsLive';
import { StepBar } from './StepBar';

export interface StepPageProps {
  view: StepView;
  /** Name of the draft in this browser; `new` before its first save. */
  draft: string;
  version: number | null;
  /** "Saved at 14:32"; null before the first save. */
  savedLine: string | null;
  /** Where the form is sent. */
  action: string;
  /** It was opened from the check, and leads back there. */
  fromCheck: boolean;
  /** Pages that were answered without a fault. */
  done: ReadonlySet<FormPage>;
  /** What went wrong with the last save: title and sentences. */
  trouble: { title: string; lines: readonly string[] } | null;
  /** Fields that only this server may write, and the one that only programs fill in. */
  guards: ReactNode;
  children: ReactNode;
}

/** One page of the form, as its writer has it. It works alone; StepLive makes it check and save while it is written. */
export function StepPage(props: StepPageProps) {
  const { view, draft, version, savedLine, fromCheck, trouble, done } = props;
  const { locale, page } = view;
  const t = words(locale, 'StoryForm');
  const number = stepNumber(page);
  const isLast = number === FORM_PAGES.length;
  return (
    <SayFrame locale={locale} side={<StepSide view={view} done={done} />}>
      <div className="say-notes">
        <Slot slot="summary" data={view.faults.length > 0 ? view.faults : undefined}>
          {view.faults.length > 0 && (
            <FaultList title={fillPlural(summaryTitles(locale), locale, view.faults.length)} lines={view.faults} />
          )}
        </Slot>
        {trouble && (
          <div className="notice err" role="alert" id="nije-sacuvano" tabIndex={-1}>
            <h2>{trouble.title}</h2>
            {trouble.lines.map((line) => (
              <p key={line}>{line}</p>
            ))}
          </div>
        )}
        <Slot slot="notices" />
      </div>
      <div className="say-head">
        <div className="stephead">
          <b>{t('stepOf', { step: number, steps: FORM_PAGES.length })}</b>
          <Slot slot="saved">{savedLine && <SavedLine line={savedLine} />}</Slot>
        </div>
        <StepBar current={number} />
        <h1>{t(`pages.${page}`)}</h1>
        <p className="lead">{t(`leads.${page}`)}</p>
      </div>
      <form
        className="say-form"
        id={FORM_ID}
        method="post"
        action={props.action}
        // Files need it; and a text in Cyrillic is a third as long in it.
        encType="multipart/form-data"
        noValidate
        data-draft={draft}
        // Browsers that bring back old values after "Back" would bring back an old version with them.
        autoComplete="off"
      >
        {/* The first button is the one that Enter in a text field presses. */}
        <button className="vh" type="submit" name="go" value={fromCheck ? 'check' : 'next'} tabIndex={-1} aria-hidden>
          {t('go.next')}
        </button>
        <input type="hidden" name="page" value={page} />
        <input type="hidden" name="locale" value={locale} />
        <input type="hidden" name="version" defaultValue={version ?? ''} />
        {fromCheck && <input type="hidden" name="from" value="check" />}
        {props.guards}
        {view.conflicts.length > 0 && <Conflicts view={view} />}
        {props.children}
        <div className="go">
          <button className="btn" type="submit" name="go" value={fromCheck ? 'check' : 'next'}>
            {fromCheck ? t('go.check') : isLast ? t('go.last') : t('go.next')}
          </button>
          <button className="btn quiet" type="submit" name="go" value="later" formNoValidate>
            {t('go.later')}
          </button>
          {number > 1 && !fromCheck && (
            <button className="btn quiet" type="submit" name="go" value="back" formNoValidate>
              {t('go.back')}
            </button>
          )}
        </div>
      </form>
    </SayFrame>
  );
}

/** Files are checked where they are stored. */
const NOT_IN_BROWSER: ReadonlySet<FieldName> = new Set(['photos', 'documents']);

interface StepLiveProps {
  locale: Locale;
  page: FormPage;
  /** Where the browser saves the form while it is written. */
  saveAddress: string;
  /** What else of this page is alive. */
  children?: ReactNode;
}

/** What makes a page of the form alive. It is the same for everybody: whose form it is stands in the form itself. */
export function StepLive({ locale, page, saveAddress, children }: StepLiveProps) {
  const t = words(locale, 'StoryForm');
  const fields = PAGE_FIELDS[page].filter((field) => !NOT_IN_BROWSER.has(field));
  const here = hrefFor(locale, '/have-your-say/form/[step]', { step: String(stepNumber(page)) });
  return (
    <LiveForm
      page={page}
      locale={locale}
      saveAddress={saveAddress}
      fields={fields}
      templates={faultTemplates(locale, fields)}
      errorTitle={t('errorTitle', { title: '{title}' })}
    >
      <FaultSummary locale={locale} titles={summaryTitles(locale)} />
      <SaveNotices labels={noticeLabels(locale)} conflictHref={`${here}#${CONFLICT_ID}`} />
      <SaveLine labels={{ saving: t('saved.saving'), not: t('saved.not') }} />
      {fields.map((field) => (
        <FieldError key={field} field={field} />
      ))}
      <QuestionsLive locale={locale} fields={fields} />
      {children}
    </LiveForm>
  );
}

/** The pages, as buttons of the form: going there saves what is written here. */
function StepSide({ view: { locale, page: current }, done }: { view: StepView; done: ReadonlySet<FormPage> }) {
  const t = words(locale, 'StoryForm');
  return (
    <>
      <nav aria-label={t('contents')}>
        <ol className="sidelist">
          {FORM_PAGES.map((page, at) => {
            const isDone = done.has(page) && page !== current;
            return (
              <li key={page} className={page === current ? 'now' : undefined}>
                <span>{isDone ? <Icon name="check" /> : <span className="n">{at + 1}</span>}</span>
                {page === current ? (
                  <span aria-current="step">{t(`pages.${page}`)}</span>
                ) : (
                  <button className="aslink" type="submit" form={FORM_ID} name="go" value={page} formNoValidate>
                    {t(`pages.${page}`)}
                  </button>
                )}
                <span className="n">{isDone ? t('done') : ''}</span>
              </li>
            );
          })}
        </ol>
      </nav>
      <div className="notice">
        <b>{t('draft.title')}</b>
        <span className="small">{t('draft.text')}</span>
        <button className="aslink small" type="submit" form={FORM_ID} name="go" value="later" formNoValidate>
          {t('draft.link')}
        </button>
      </div>
      <p className="small muted">{t.rich('help', { link: (chunks) => <a href={COALITION_SITE}>{chunks}</a> })}</p>
    </>
  );
}

const summaryTitles = perLocale((locale) => {
  const t = words(locale, 'StoryForm');
  return pluralTemplates(locale, (n) => t('summary.title', { n, shown: '{count}' }));
});

const noticeLabels = perLocale((locale) => {
  const t = words(locale, 'StoryForm');
  return {
    offline: t('saved.offline'),
    failed: t('saved.failed'),
    full: t('trouble.full'),
    tooLarge: t('saved.tooLarge'),
    gone: t('saved.gone'),
    sent: t('notices.sentElsewhere'),
    back: t('saved.back'),
    restored: t('saved.restored'),
    conflictTitle: t('conflict.title'),
    conflictText: t('conflict.text'),
    conflictShow: t('conflict.show'),
  };
});
