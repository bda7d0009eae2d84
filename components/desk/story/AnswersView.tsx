import type { Locale } from '@/lib/i18n/locales';
import { words } from '@/lib/i18n/words';
import { ASKABLE, cutAt } from '@/lib/moderation/passages';
import type { DeskStory } from '@/lib/moderation/story-queries';
import { answerWords } from '@/lib/story-form/answer-words';
import type { FieldName } from '@/lib/submissions/fields';
import { findPersonalData } from '@/lib/submissions/hints';
import type { Vocabularies } from '@/lib/taxonomies/vocabularies';
import { FieldRequests } from './FieldRequests';

interface AnswersViewProps {
  locale: Locale;
  story: DeskStory;
  vocab: Vocabularies;
  /** Labels of reasons by code. */
  reasonNames: ReadonlyMap<string, string>;
  back: string;
  mayAsk: boolean;
  askHref: (field: FieldName) => string;
}

/** Every answer under its question, with what is marked in it and what was asked of it. */
export function AnswersView(props: AnswersViewProps) {
  const { locale, story, vocab, mayAsk, askHref } = props;
  const t = words(locale, 'DeskStory');
  const form = words(locale, 'StoryForm');
  return (
    <div className="doc">
      {ASKABLE.map((field) => {
        const answer = answerWords(story.locale, field, { ...story.newest.content }, vocab);
        const label = form(`fields.${field}.label`);
        return (
          <section key={field} aria-labelledby={`field-${field}`} data-ask-field={mayAsk ? field : undefined}>
            <h3 id={`field-${field}`}>{label}</h3>
            <div className="txt">
              {answer === null ? (
                <p className="muted">{t('answers.unanswered')}</p>
              ) : (
                answer.map((text, at) => (
                  // biome-ignore lint/suspicious/noArrayIndexKey: paragraphs of one answer have no other identity
                  <p key={at} lang={story.locale} data-passage>
                    <Marked locale={locale} text={text} />
                  </p>
                ))
              )}
              <FieldRequests {...props} field={field} />
              {mayAsk && (
                <p className="small">
                  <a href={askHref(field)}>
                    {t('answers.ask')}
                    <span className="vh">: {label}</span>
                  </a>
                </p>
              )}
            </div>
          </section>
        );
      })}
    </div>
  );
}

/** What may be personal data is marked, and says what it may be. */
function Marked({ locale, text }: { locale: Locale; text: string }) {
  const t = words(locale, 'DeskStory');
  const hints = findPersonalData(text);
  return cutAt(text, hints).map(({ text: part, mark }, at) => {
    const hint = mark === null ? undefined : hints[mark];
    // biome-ignore lint/suspicious/noArrayIndexKey: stretches of one text have no other identity
    if (!hint) return <span key={at}>{part}</span>;
    return (
      // biome-ignore lint/suspicious/noArrayIndexKey: as above
      <mark key={at} title={t(`hints.kinds.${hint.kind}`)}>
        {part}
        <span className="vh"> ({t(`hints.kinds.${hint.kind}`)})</span>
      </mark>
    );
  });
}
