import { DeskForm } from '@/components/desk/DeskForm';
import { formatMoment } from '@/lib/i18n/formats';
import type { Locale } from '@/lib/i18n/locales';
import { hrefFor } from '@/lib/i18n/navigation';
import { words } from '@/lib/i18n/words';
import { TEXT_FIELDS } from '@/lib/stories/texts';
import { segmentControls } from '@/lib/translations/form';
import { type GlossaryEntry, termsIn } from '@/lib/translations/glossary';
import type { TranslationView } from '@/lib/translations/queries';
import { type Segment, stateOf } from '@/lib/translations/segments';
import { AutoSave } from './AutoSave';
import { CyrillicPanel } from './CyrillicPanel';
import { SegmentRow } from './SegmentRow';
import './translations.css';

export type TranslationDone = 'saved' | 'finished' | 'unfinished';

interface TranslationPageProps {
  locale: Locale;
  view: TranslationView & { glossary: readonly GlossaryEntry[] };
  done: TranslationDone | null;
  /** What was typed and could not be saved: names and values of the form, and why. */
  kept: { values: ReadonlyMap<string, string>; trouble: 'notSaved' | 'tooLong' } | null;
}

/** A story side by side: source left, translation right, paragraph by paragraph. One form, which works alone. */
export function TranslationPage({ locale, view, done, kept }: TranslationPageProps) {
  const t = words(locale, 'DeskTranslation');
  const present = view.segments.filter(({ retired }) => !retired);
  const retired = view.segments.filter((segment) => segment.retired);
  const open = present.filter((segment) => stateOf(segment) !== 'done').length;
  const conflicts = view.segments.filter(({ otherText }) => otherText !== null).length;
  const tags = { sr: 'sr', en: 'en' } as const;
  const langs = { source: tags[view.from], target: tags[view.to] };
  const typedOf = (segment: Segment) => kept?.values.get(segmentControls(segment.key).text) ?? segment.text;
  const wasOf = (segment: Segment) => kept?.values.get(segmentControls(segment.key).was) ?? segment.text;
  return (
    <div className="wrap desk-page tr-page">
      <header>
        <p className="muted">
          <a href={hrefFor(locale, '/desk/translations')}>{t('back')}</a> ·{' '}
          <a href={hrefFor(locale, '/desk/stories/[reference]', { reference: view.reference })}>{view.reference}</a>
        </p>
        <h1 lang={langs.source}>{view.title}</h1>
        <p>{t(view.to === 'en' ? 'intoEnglish' : 'intoSerbian')}</p>
      </header>
      <div id="stanje" tabIndex={-1} className="tr-status">
        {kept && (
          <div className="errsum" role="alert">
            <h2>{t('keptTitle')}</h2>
            <p>{t(kept.trouble)}</p>
          </div>
        )}
        {done && (
          <p className="notice" role="status">
            {t(`done.${done}`)}
          </p>
        )}
        {conflicts > 0 && (
          <p className="notice warn" id="sukob">
            {t('conflicts', { n: conflicts })}
          </p>
        )}
        <p>
          {open === 0 ? t('nothingOpen') : t('open', { n: open, all: present.length })}{' '}
          {view.isShown ? t('shown') : view.finishedAt ? t('notShown') : t('oneLanguage')}
        </p>
        {view.savedAt && (
          <p className="muted">
            {t('savedBy', { name: view.savedBy ?? t('somebody'), moment: formatMoment(locale, view.savedAt) })}
          </p>
        )}
      </div>
      <DeskForm
        locale={locale}
        action="/api/desk/translations/save"
        className="tr-form"
        hidden={{ reference: view.reference, seenVersion: String(view.version) }}
        label={t('form')}
      >
        {TEXT_FIELDS.map((field) => {
          const segments = present.filter((segment) => segment.field === field);
          if (segments.length === 0) return null;
          return (
            <section key={field} aria-labelledby={`f-${field}`}>
              <h2 id={`f-${field}`}>{words(locale, 'StoryForm')(`fields.${field}.label`)}</h2>
              {segments.map((segment) => (
                <SegmentRow
                  key={segment.key}
                  locale={locale}
                  segment={segment}
                  state={stateOf(segment)}
                  typed={typedOf(segment)}
                  was={wasOf(segment)}
                  langs={langs}
                  terms={termsIn(segment.source, view.from, view.glossary)}
                  into={view.to}
                  otherName={segment.otherBy === null ? null : (view.names[segment.otherBy] ?? null)}
                />
              ))}
            </section>
          );
        })}
        <div className="desk-actions tr-actions">
          <button className="btn second" type="submit" name="go" value="save">
            {t('save')}
          </button>
          <button className="btn" type="submit" name="go" value="finish">
            {t('finish')}
          </button>
          <AutoSave
            labels={{
              saving: t('auto.saving'),
              saved: t('auto.saved'),
              failed: t('auto.failed'),
              conflict: t('auto.conflict'),
            }}
          />
        </div>
        <p className="muted">{t('finishHint')}</p>
      </DeskForm>
      {retired.length > 0 && <Retired locale={locale} segments={retired} langs={langs} />}
      <CyrillicPanel
        locale={locale}
        texts={present.map((segment) => (view.from === 'sr' ? segment.source : segment.text))}
      />
    </div>
  );
}

/** Translations of paragraphs that the source has no more. */
function Retired({
  locale,
  segments,
  langs,
}: {
  locale: Locale;
  segments: readonly Segment[];
  langs: { source: string; target: string };
}) {
  const t = words(locale, 'DeskTranslation');
  return (
    <section aria-labelledby="odlozeno">
      <h2 id="odlozeno">{t('retired')}</h2>
      <p>{t('retiredText')}</p>
      {segments.map(({ key, source, text, otherText }) => (
        <div className="tr-row" key={key}>
          <p className="tr-text" lang={langs.source}>
            {source}
          </p>
          <p className="tr-text" lang={langs.target}>
            {text}
            {otherText !== null && ` / ${otherText}`}
          </p>
        </div>
      ))}
    </section>
  );
}
