import type { ReactNode } from 'react';
import { MarkSprite } from '@/components/ui/MarkSprite';
import { Markup } from '@/components/ui/Markup';
import type { Html } from '@/lib/html/html';
import { formatDay } from '@/lib/i18n/formats';
import { hrefFor } from '@/lib/i18n/navigation';
import { words } from '@/lib/i18n/words';
import type { FieldHints } from '@/lib/moderation/hints';
import type { StoryDone, StoryFault } from '@/lib/moderation/story-outcomes';
import type { StoryVersion } from '@/lib/moderation/story-queries';
import type { FieldName } from '@/lib/submissions/fields';
import type { Vocabularies } from '@/lib/taxonomies/vocabularies';
import { DeskForm } from '../DeskForm';
import { AnswersView } from './AnswersView';
import { AskForChanges } from './AskForChanges';
import { ChangesView } from './ChangesView';
import { Conflict } from './Conflict';
import { DecidedBanner, type DecidedView } from './DecidedBanner';
import { DecisionPanel, type DecisionPanelProps } from './DecisionPanel';
import { Duplicates } from './Duplicates';
import { History } from './History';
import { Notes } from './Notes';
import { PrivateBox } from './PrivateBox';
import { StoryFiles } from './StoryFiles';
import { StoryHead, type StoryView } from './StoryHead';
import { StoryHints } from './StoryHints';
import { StoryNotice } from './StoryNotice';
import './story.css';

interface DeskStoryPageProps extends Omit<DecisionPanelProps, 'askHref'> {
  vocab: Vocabularies;
  view: StoryView;
  /** The two versions that the changes are of. */
  from: StoryVersion;
  to: StoryVersion;
  /** The story in the look of its public page. */
  preview: ReactNode;
  map: Html | null;
  mapNote: string;
  hints: readonly FieldHints[];
  spamLimits: { hold: number; spam: number };
  reasonNames: ReadonlyMap<string, string>;
  fault: StoryFault | null;
  done: StoryDone | null;
  decided: DecidedView | null;
  /** What happened since the page was opened on which a decision came too late; null without such a conflict. */
  conflict: { since: DecisionPanelProps['story']['events']; seen: StoryVersion | null } | null;
  field: string;
  mayReveal: boolean;
  mayRedact: boolean;
  mayTranslate: boolean;
  mayUndo: boolean;
  mayAsk: boolean;
  mayClaimNext: boolean;
}

/** One story with everything that a decision needs, and the decision beside it. */
export function DeskStoryPage(props: DeskStoryPageProps) {
  const { locale, story, vocab, view, fault, done, decided, conflict, queue, back, reasonNames, mayAsk, mayUndo } =
    props;
  const t = words(locale, 'DeskStory');
  const own = (query: Record<string, string>) =>
    hrefFor(locale, '/desk/stories/[reference]', { reference: story.reference }, query);
  const keep: Record<string, string> = queue === '' ? {} : { queue };
  const queueHref = `${hrefFor(locale, '/desk')}${queue === '' ? '' : `?${queue}`}`;
  const isAsking = mayAsk && story.can.includes('request_changes');
  const isAskShown = isAsking && isAskOpen(props);
  return (
    <div className="wrap desk-page story-desk">
      <Markup as="div" className="sprite" html={MarkSprite()} />
      <nav className="crumbs" aria-label={t('queue')}>
        <a href={queueHref}>{t('queue')}</a> <span aria-hidden="true">›</span>{' '}
        <span aria-current="page">{story.reference}</span>
        {props.mayClaimNext && (
          <DeskForm
            locale={locale}
            action="/api/desk/queue/next"
            hidden={{ queue, after: String(story.id) }}
            className="next-story"
          >
            <button type="submit" className="btn second sm" data-key="n" data-key-name={t('decision.nextKey')}>
              {t('decision.next')} <kbd>n</kbd>
            </button>
          </DeskForm>
        )}
      </nav>
      {decided && <DecidedBanner {...{ locale, decided, back, mayUndo }} />}
      {!decided && story.undo && (
        <DecidedBanner {...{ locale, back, mayUndo }} decided={{ ...story.undo, subject: story.undo.by }} />
      )}
      {conflict ? (
        <Conflict {...{ locale, story, vocab, reasonNames }} {...conflict} />
      ) : (
        <StoryNotice {...{ locale, fault, done }} />
      )}
      <div className="work">
        <div className="left">
          <a className="btn second sm to-decision" href="#decision">
            {t('decision.title')}
          </a>
          <StoryHead
            {...{ locale, story, view, mayTranslate: props.mayTranslate }}
            viewHref={(one) => own({ ...keep, view: one })}
          />
          {story.appeal && (
            <section className="notice warn" aria-labelledby="appeal">
              <h2 id="appeal">{t('appeal.title')}</h2>
              <p className="small muted">{t('appeal.text', { day: formatDay(locale, story.appeal.at) })}</p>
              <blockquote lang={story.locale} className="pre">
                {story.appeal.text}
              </blockquote>
            </section>
          )}
          {view === 'public' && <div className="preview">{props.preview}</div>}
          {view === 'answers' && (
            <AnswersView
              {...{ locale, story, vocab, reasonNames, back }}
              mayAsk={isAsking}
              askHref={(field: FieldName) => `${own({ ...keep, view: 'answers', field })}#ask`}
            />
          )}
          {view === 'changes' && (
            <ChangesView
              {...{ locale, story, vocab, reasonNames, back, mayAsk, from: props.from, to: props.to }}
              hrefOf={(from, to) => own({ ...keep, view: 'changes', from: String(from), to: String(to) })}
              action={own({})}
            />
          )}
          {isAskShown && (
            <AskForChanges
              {...{ locale, story, queue, back }}
              reasons={props.reasons}
              field={props.field}
              canSelect={view === 'answers'}
            />
          )}
          <StoryHints
            {...{ locale, story }}
            hints={props.hints}
            limits={props.spamLimits}
            answersHref={own({ ...keep, view: 'answers' })}
          />
          <PrivateBox {...{ locale, story, back }} mayReveal={props.mayReveal} />
          <StoryFiles {...{ locale, story, mayRedact: props.mayRedact }} />
          <Duplicates {...{ locale, story }} />
          <section aria-labelledby="map">
            <h2 id="map">{t('place.title')}</h2>
            {props.map ? <Markup as="div" className="place" html={props.map} /> : <p>{t('place.none')}</p>}
            <p className="small muted">{props.mapNote}</p>
          </section>
          <Notes {...{ locale, story, back }} />
          <section aria-labelledby="history">
            <h2 id="history">{t('history.title')}</h2>
            <History {...{ locale, reasonNames }} events={story.events} />
          </section>
        </div>
        <DecisionPanel {...props} askHref={isAskShown ? '#ask' : `${own({ ...keep, view: 'answers' })}#ask`} />
      </div>
    </div>
  );
}

/** Requests are written beside the answers; where some are begun they are always in sight. */
function isAskOpen({ view, story }: DeskStoryPageProps): boolean {
  return view === 'answers' || story.draft.requests.length > 0 || story.draft.form?.name === 'ask';
}
