import type { ReactNode } from 'react';
import { Icon } from '@/components/ui/Icon';
import type { Locale } from '@/lib/i18n/locales';
import { hrefFor } from '@/lib/i18n/navigation';
import { words } from '@/lib/i18n/words';
import { controlId, SUMMARY_ID } from '@/lib/story-form/steps';
import { type FieldName, FORM_PAGES, type FormPage } from '@/lib/submissions/fields';
import { AfterPanel, SayFrame } from './SayFrame';
import { StepBar } from './steps/StepBar';
import { FormIcon } from './ui/Icons';

/** One answer, as it will be read. */
export interface CheckLine {
  field: FieldName;
  label: string;
  /** Paragraphs or lines; null where nothing was answered. */
  value: readonly string[] | null;
  /** The coalition sees it, the public does not. */
  isPrivate: boolean;
  fault: string | null;
  advice: readonly string[];
}

export interface CheckModel {
  pages: Record<FormPage, readonly CheckLine[]>;
  faults: readonly { field: FieldName; page: number; text: string }[];
  similar: readonly { title: string; detail: string | null; href: string | null }[];
  savedLine: string | null;
  /** It is an edit of a story that was sent. */
  isEdit: boolean;
  trouble: string | null;
  isEmpty: boolean;
}

interface CheckPageProps {
  locale: Locale;
  model: CheckModel;
  /** The story in the look of its public page; null while too little of it is there. */
  preview: ReactNode;
  guards: ReactNode;
}

/** "Check before sending": every answer, which of them the public sees, and what may be forgotten. */
export function CheckPage({ locale, model, preview, guards }: CheckPageProps) {
  const t = words(locale, 'StoryForm');
  const { pages, faults, similar, savedLine, isEdit, trouble, isEmpty } = model;
  return (
    <SayFrame locale={locale} side={<AfterPanel locale={locale} />}>
      {faults.length > 0 && <Faults locale={locale} faults={faults} />}
      {trouble && (
        <div className="notice err" role="alert">
          <b>{trouble}</b>
        </div>
      )}
      <div className="say-head">
        <div className="stephead">
          <b>{t('lastStep')}</b>
          {savedLine && (
            <span className="saved">
              <Icon name="check" />
              {savedLine}
            </span>
          )}
        </div>
        <StepBar current={FORM_PAGES.length + 1} />
        <h1>{isEdit ? t('check.titleEdit') : t('check.title')}</h1>
        <p className="lead">{isEmpty ? t('check.nothing') : t('check.lead')}</p>
      </div>
      {preview && (
        <section aria-labelledby="preview">
          <h2 id="preview">{t('check.preview')}</h2>
          <div className="preview">{preview}</div>
        </section>
      )}
      {FORM_PAGES.map((page) => (
        <Answers key={page} locale={locale} page={page} lines={pages[page]} />
      ))}
      {similar.length > 0 && (
        <section className="notice warn" aria-labelledby="similar">
          <h2 id="similar">{t('check.similar', { n: similar.length })}</h2>
          <ul>
            {similar.map(({ title, detail, href }) => (
              <li key={`${title} ${href}`}>
                {href ? <a href={href}>{title}</a> : <b>{title}</b>}
                {detail && <span>, {detail}</span>}
              </li>
            ))}
          </ul>
          <p>{t('check.similarText')}</p>
        </section>
      )}
      <form method="post" action="/api/story/send" className="go" noValidate>
        <input type="hidden" name="locale" value={locale} />
        {guards}
        <button className="btn" type="submit">
          {isEdit ? t('check.sendEdit') : t('check.send')}
        </button>
        <a className="btn quiet" href={hrefFor(locale, '/have-your-say/later')}>
          {t('go.later')}
        </a>
      </form>
    </SayFrame>
  );
}

function Faults({ locale, faults }: { locale: Locale; faults: CheckModel['faults'] }) {
  const t = words(locale, 'StoryForm');
  return (
    // The page was made anew for this; the browser moves the focus here.
    // biome-ignore lint/a11y/noAutofocus: an error summary takes the focus (WCAG technique G139)
    <section className="errsum" id={SUMMARY_ID} tabIndex={-1} autoFocus role="alert" aria-labelledby="errsum-title">
      <h2 id="errsum-title">{t('check.missing', { n: faults.length })}</h2>
      <ul>
        {faults.map(({ field, page, text }) => (
          <li key={field}>
            <a href={`${stepHref(locale, page, '1')}#${controlId(field)}`}>{text}</a>
          </li>
        ))}
      </ul>
    </section>
  );
}

function stepHref(locale: Locale, page: number, check?: string): string {
  return hrefFor(
    locale,
    '/have-your-say/form/[step]',
    { step: String(page) },
    { from: 'check', ...(check && { check }) },
  );
}

function Answers({ locale, page, lines }: { locale: Locale; page: FormPage; lines: readonly CheckLine[] }) {
  const t = words(locale, 'StoryForm');
  const number = FORM_PAGES.indexOf(page) + 1;
  return (
    <section aria-labelledby={`answers-${page}`}>
      <h2 id={`answers-${page}`}>{t(`pages.${page}`)}</h2>
      <dl className="answers">
        {lines.map((line) => (
          <div key={line.field} className={line.fault ? 'bad' : undefined}>
            <dt>{line.label}</dt>
            <dd>
              <Value line={line} locale={locale} />
            </dd>
            <dd className="edit">
              <a href={`${stepHref(locale, number)}#${controlId(line.field)}`}>
                {t('check.edit')}
                <span className="vh">: {line.label}</span>
              </a>
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

function Value({ line, locale }: { line: CheckLine; locale: Locale }) {
  const t = words(locale, 'StoryForm');
  const { value, isPrivate, advice } = line;
  return (
    <>
      {value === null ? (
        <span className="unknown">{t('check.unanswered')}</span>
      ) : (
        value.map((paragraph, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: paragraphs of one answer have no other identity
          <p key={at} className="text">
            {paragraph}
          </p>
        ))
      )}
      {isPrivate && (
        <span className={value === null ? 'secret apart' : 'secret'}>
          <FormIcon name="hidden" /> {t('check.private')}
        </span>
      )}
      {advice.length > 0 && (
        <div className="notice warn">
          {advice.map((text) => (
            <b key={text}>{text}</b>
          ))}
        </div>
      )}
    </>
  );
}
