import { Icon } from '@/components/ui/Icon';
import type { Locale } from '@/lib/i18n/locales';
import { words } from '@/lib/i18n/words';
import { inScript } from '@/lib/serbian';
import { diffWords } from '@/lib/shared/word-diff';
import { segmentControls } from '@/lib/translations/form';
import type { GlossaryEntry } from '@/lib/translations/glossary';
import type { Segment, SegmentState } from '@/lib/translations/segments';

interface SegmentRowProps {
  locale: Locale;
  segment: Segment;
  state: SegmentState;
  /** What the text field holds: as stored, or as typed when it could not be saved. */
  typed: string;
  /** The text that whoever typed had before them. */
  was: string;
  langs: { source: string; target: string };
  terms: readonly GlossaryEntry[];
  /** Terms are written in the target's language after the source's. */
  into: 'sr' | 'en';
  /** Who wrote the other text of a conflict. */
  otherName: string | null;
}

/** One paragraph: the source, what changed in it, terms; beside it the translation. */
export function SegmentRow(props: SegmentRowProps) {
  const { locale, segment, state, typed, was, langs, terms, into, otherName } = props;
  const t = words(locale, 'DeskTranslation');
  const { key, source, sourceSeen } = segment;
  const names = segmentControls(key);
  const id = `s-${key}`;
  return (
    <div className={`tr-row ${state}`} id={id}>
      <div className="tr-source">
        <p className="tr-state">
          {state === 'done' ? <Icon name="check" /> : <Icon name="pencil" />} {t(`states.${state}`)}
        </p>
        <p className="tr-text" lang={langs.source}>
          {source}
        </p>
        {sourceSeen !== null && sourceSeen !== source && segment.text !== '' && (
          <details open>
            <summary>{t('sourceChanged')}</summary>
            <p className="tr-text" lang={langs.source}>
              <SourceDiff before={sourceSeen} after={source} locale={locale} />
            </p>
          </details>
        )}
        {terms.length > 0 && (
          <ul className="tr-terms" aria-label={t('terms')}>
            {terms.map((term) => (
              <Term key={term.id} term={term} into={into} locale={locale} />
            ))}
          </ul>
        )}
      </div>
      <div className="tr-target">
        {segment.otherText !== null && (
          <fieldset className="tr-conflict">
            <legend>{t('conflict', { name: otherName ?? t('somebody') })}</legend>
            <label>
              <input type="radio" name={names.pick} value="stored" /> <span>{t('keepStored')}</span>
              <blockquote lang={langs.target}>{segment.text}</blockquote>
            </label>
            <label>
              <input type="radio" name={names.pick} value="other" /> <span>{t('keepOther')}</span>
              <blockquote lang={langs.target}>{segment.otherText}</blockquote>
            </label>
          </fieldset>
        )}
        <label htmlFor={`${id}-text`} className="vh">
          {t('translationOf', { text: source.slice(0, 60) })}
        </label>
        <textarea
          id={`${id}-text`}
          name={names.text}
          defaultValue={typed}
          lang={langs.target}
          rows={Math.min(14, Math.max(2, Math.ceil(source.length / 55)))}
          spellCheck
        />
        <input type="hidden" name={names.was} value={was} />
        {state === 'changed' && (
          <label className="desk-tick">
            <input type="checkbox" name={names.approved} value="1" /> {t('stillRight')}
          </label>
        )}
      </div>
    </div>
  );
}

function SourceDiff({ before, after, locale }: { before: string; after: string; locale: Locale }) {
  const t = words(locale, 'DeskTranslation');
  return diffWords(before, after).map(({ kind, text }, at) => {
    const key = `${at}`;
    if (kind === 'same') return <span key={key}>{text}</span>;
    const Tag = kind === 'gone' ? 'del' : 'ins';
    return (
      <Tag key={key}>
        <span className="vh">{t(kind === 'gone' ? 'gone' : 'added')}</span>
        {text}
      </Tag>
    );
  });
}

function Term({ term, into, locale }: { term: GlossaryEntry; into: 'sr' | 'en'; locale: Locale }) {
  // In the script of the desk.
  const script = locale === 'sr-Cyrl' ? 'sr-Cyrl' : 'sr-Latn';
  const [sr, noteSr] = [inScript(term.sr, script), term.noteSr && inScript(term.noteSr, script)];
  const [from, to, note] = into === 'en' ? [sr, term.en, term.noteEn] : [term.en, sr, noteSr];
  return (
    <li>
      <span lang={into === 'en' ? script : 'en'}>{from}</span>
      {' → '}
      <b lang={into === 'en' ? 'en' : script}>{to}</b>
      {note && <span className="muted"> ({note})</span>}
    </li>
  );
}
