import type { Locale } from '@/lib/i18n/locales';
import { words } from '@/lib/i18n/words';
import type { DeskStory, StoryRequest } from '@/lib/moderation/story-queries';
import type { FieldName } from '@/lib/submissions/fields';
import { DeskForm } from '../DeskForm';

interface FieldRequestsProps {
  locale: Locale;
  story: DeskStory;
  field: FieldName;
  reasonNames: ReadonlyMap<string, string>;
  back: string;
  mayAsk: boolean;
}

/** What was asked of one answer, and whether it is solved. */
export function FieldRequests({ locale, story, field, reasonNames, back, mayAsk }: FieldRequestsProps) {
  const t = words(locale, 'DeskStory');
  return story.requests
    .filter((request) => request.field === field)
    .map((request) => (
      <div key={request.id} className={`req ${request.state}`}>
        <div>
          <p>
            <b>{t('answers.asked')}:</b> {reasonNames.get(request.reason) ?? request.reason} (
            {stateWord(locale, request)})
          </p>
          {request.quote && (
            <p>
              <q lang={story.locale}>{request.quote}</q>
            </p>
          )}
          <p lang={story.locale}>{request.note}</p>
        </div>
        {mayAsk && request.state !== 'open' && (
          <div className="judge">
            {request.state === 'answered' && <Judge {...{ locale, request, back, story }} solved />}
            <Judge {...{ locale, request, back, story }} solved={false} />
          </div>
        )}
      </div>
    ));
}

function stateWord(locale: Locale, { state }: StoryRequest): string {
  const t = words(locale, 'DeskStory');
  if (state === 'open') return t('answers.open');
  return t(state === 'solved' ? 'answers.solvedWord' : 'answers.answered');
}

interface JudgeProps {
  locale: Locale;
  story: DeskStory;
  request: StoryRequest;
  solved: boolean;
  back: string;
}

function Judge({ locale, story, request, solved, back }: JudgeProps) {
  const t = words(locale, 'DeskStory');
  const word = solved ? 'solved' : request.state === 'solved' ? 'notSolvedAgain' : 'notSolved';
  return (
    <DeskForm
      locale={locale}
      action="/api/desk/stories/request"
      hidden={{
        ...{ story: String(story.id), act: 'judge', back },
        request: String(request.id),
        solved: solved ? '1' : '',
      }}
      className=""
    >
      <button type="submit" className="btn second sm">
        {t(`answers.${word}`)}
      </button>
    </DeskForm>
  );
}
