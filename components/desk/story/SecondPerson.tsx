import { formatMoment } from '@/lib/i18n/formats';
import { words } from '@/lib/i18n/words';
import { DeskForm } from '../DeskForm';
import type { DecisionPanelProps } from './DecisionPanel';

/** A rejection that waits for a second person: who proposed it, with which words, and the two answers. */
export function SecondPerson({ locale, story, reasons, queue, maySecond }: DecisionPanelProps) {
  const t = words(locale, 'DeskStory');
  const { proposal, returned, draft } = story;
  if (!proposal)
    return (
      <div>
        <h3>{t('second.title')}</h3>
        {returned && <p>{t('second.returned', { name: returned.by, answer: returned.answer })}</p>}
      </div>
    );
  const hidden = {
    ...{ story: String(story.id), proposal: String(proposal.id), queue, revision: String(story.revision) },
    ...{ version: String(story.newest.number), event: String(story.events[0]?.id ?? 0) },
  };
  const reason = reasons.find(({ code }) => code === proposal.reason)?.label ?? proposal.reason;
  const typed = draft.form?.name === 'return' ? (draft.form.values.note ?? '') : '';
  return (
    <div className="second">
      <h3>{t('second.title')}</h3>
      <p>{t('second.by', { name: proposal.by, moment: formatMoment(locale, proposal.at) })}</p>
      <p>
        <b>{reason}</b>
      </p>
      <blockquote lang={story.locale}>{proposal.text}</blockquote>
      {proposal.isMine && <p className="small">{t('second.own')}</p>}
      {!proposal.isMine && !maySecond && <p className="small">{t('second.waits')}</p>}
      {maySecond && !proposal.isMine && (
        <DeskForm locale={locale} action="/api/desk/stories/second" hidden={{ ...hidden, act: 'confirm' }} className="">
          <button type="submit" className="btn danger wide" data-key="j" data-key-name={t('second.confirmKey')}>
            {t('second.confirm')} <kbd>j</kbd>
          </button>
        </DeskForm>
      )}
      {(proposal.isMine || maySecond) && (
        <DeskForm
          locale={locale}
          action="/api/desk/stories/second"
          hidden={{ ...hidden, act: 'return' }}
          className="desk-form"
        >
          {!proposal.isMine && (
            <div className="desk-field">
              <label htmlFor="return-note">{t('second.note')}</label>
              <textarea id="return-note" name="note" rows={3} defaultValue={typed} />
            </div>
          )}
          <button type="submit" className="btn second">
            {t(proposal.isMine ? 'second.takeBack' : 'second.return')}
          </button>
        </DeskForm>
      )}
    </div>
  );
}
