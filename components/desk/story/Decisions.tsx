import { words } from '@/lib/i18n/words';
import type { StaffTransition } from '@/lib/moderation/staff-rights';
import { DecisionForm } from './DecisionForm';
import type { DecisionPanelProps } from './DecisionPanel';
import { ReasonFields } from './ReasonFields';

/** Keys of what is opened and decided; those that approve and publish are beside their buttons. */
const KEYS: Partial<Record<StaffTransition, string>> = { reject: 'j', recommend: 'o' };

/** Every decision that can be made now, the likeliest first. Those that need words open a form. */
export function Decisions(props: DecisionPanelProps) {
  const { locale, story, mayEdit, editHref } = props;
  const t = words(locale, 'DeskStory');
  const may = (step: StaffTransition) => story.can.includes(step);
  const opened = WITH_WORDS.filter(may);
  if (story.can.length === 0) return <Nothing {...props} />;
  return (
    <div className="decisions">
      {may('approve') && <Approval {...props} />}
      {may('request_changes') && (
        <a className="btn second wide" href="#ask" data-key="r" data-key-name={t('decision.requestKey')}>
          {t('decision.request_changes')} <kbd>r</kbd>
        </a>
      )}
      {PLAIN.filter(may).map((step) => (
        <DecisionForm key={step} {...props} decision={step}>
          <button
            type="submit"
            className={step === 'publish' || step === 'accept_edit' ? 'btn wide' : 'btn second wide'}
            data-key={step === 'publish' || step === 'accept_edit' ? 'a' : undefined}
            data-key-name={step === 'publish' || step === 'accept_edit' ? t(`decision.${step}`) : undefined}
          >
            {t(`decision.${step}`)} {(step === 'publish' || step === 'accept_edit') && <kbd>a</kbd>}
          </button>
        </DecisionForm>
      ))}
      {may('schedule') && <Schedule {...props} />}
      {mayEdit && (
        <a className="btn second wide" href={editHref} data-key="e" data-key-name={t('decision.editKey')}>
          {t('decision.edit')} <kbd>e</kbd>
        </a>
      )}
      {opened.map((step) => (
        <WithWords key={step} {...props} step={step} />
      ))}
    </div>
  );
}

/** Decisions of one press. */
const PLAIN = ['publish', 'accept_edit', 'republish', 'overturn', 'unschedule', 'not_spam', 'confirm_for'] as const;
/** Decisions that need a reason or words. */
const WITH_WORDS = [
  ...(['recommend', 'uphold', 'decline_edit', 'reject', 'merge', 'hide', 'unpublish', 'mark_spam'] as const),
] as const;

function Nothing({ locale, story }: DecisionPanelProps) {
  const t = words(locale, 'DeskStory');
  const key = story.mayClaim ? 'claimFirst' : story.claim && !story.claim.isMine ? 'theirs' : 'nothing';
  return (
    <p className="small">{story.appeal && !story.can.includes('uphold') ? t('appeal.notYou') : t(`decision.${key}`)}</p>
  );
}

function Approval(props: DecisionPanelProps) {
  const { locale, story, today } = props;
  const t = words(locale, 'DeskStory');
  const typed = story.draft.form?.name === 'approve' ? story.draft.form.values : {};
  return (
    <DecisionForm {...props} decision="approve" className="approval">
      {story.can.includes('approve') && (
        <button
          type="submit"
          name="when"
          value="now"
          className="btn wide"
          data-key="a"
          data-key-name={t('decision.approveNowKey')}
        >
          {t('decision.approveNow')} <kbd>a</kbd>
        </button>
      )}
      <button type="submit" name="when" value="later" className="btn second wide">
        {t('decision.approve')}
      </button>
      <details open={typed.publishOn !== undefined && typed.publishOn !== ''}>
        <summary>{t('decision.approveOn')}</summary>
        <Day id="approve-day" {...{ locale, today }} value={typed.publishOn} />
        <button type="submit" name="when" value="day" className="btn second">
          {t('decision.approveOn')}
        </button>
      </details>
    </DecisionForm>
  );
}

function Schedule(props: DecisionPanelProps) {
  const { locale, story, today } = props;
  const t = words(locale, 'DeskStory');
  const typed = story.draft.form?.name === 'schedule' ? story.draft.form.values : {};
  return (
    <details open={story.draft.form?.name === 'schedule'}>
      <summary>{t('decision.schedule')}</summary>
      <DecisionForm {...props} decision="schedule" className="desk-form">
        <Day id="schedule-day" {...{ locale, today }} value={typed.publishOn} />
        <button type="submit" className="btn second">
          {t('decision.schedule')}
        </button>
      </DecisionForm>
    </details>
  );
}

function Day({
  locale,
  id,
  today,
  value,
}: Pick<DecisionPanelProps, 'locale' | 'today'> & { id: string; value: string | undefined }) {
  return (
    <div className="desk-field">
      <label htmlFor={id}>{words(locale, 'DeskStory')('decision.publishOn')}</label>
      <input id={id} type="date" name="publishOn" min={today} defaultValue={value} />
    </div>
  );
}

function WithWords({ step, ...props }: DecisionPanelProps & { step: (typeof WITH_WORDS)[number] }) {
  const { locale, story, reasons } = props;
  const t = words(locale, 'DeskStory');
  const values = story.draft.form?.name === step ? story.draft.form.values : {};
  const key = KEYS[step];
  const isAgainst = step === 'reject' || step === 'mark_spam' || step === 'unpublish';
  return (
    <details id={`form-${step}`} open={story.draft.form?.name === step} className={isAgainst ? 'against' : undefined}>
      <summary
        data-key={key}
        data-key-name={key && t(step === 'reject' ? 'decision.rejectKey' : 'decision.recommendKey')}
      >
        {t(`decision.${step}`)} {key && <kbd>{key}</kbd>}
      </summary>
      <DecisionForm {...props} decision={step} className="desk-form">
        {step === 'reject' && <p className="small">{t('decision.rejectHint')}</p>}
        {step === 'recommend' && <p className="small">{t('decision.recommendHint')}</p>}
        {step === 'merge' && <MergeFields {...props} values={values} />}
        {(step === 'reject' || step === 'hide' || step === 'unpublish') && (
          <ReasonFields {...{ locale, reasons, values }} id={step} kind={step} authorLocale={story.locale} />
        )}
        {step === 'mark_spam' && (
          <ReasonFields
            {...{ locale, reasons, values }}
            id={step}
            kind="spam"
            authorLocale={story.locale}
            withNote={false}
          />
        )}
        {(step === 'uphold' || step === 'decline_edit' || step === 'recommend') && (
          <div className="desk-field">
            <label htmlFor={`${step}-note`}>{t(step === 'recommend' ? 'notes.label' : 'decision.note')}</label>
            <textarea id={`${step}-note`} name="note" rows={4} defaultValue={values.note} />
          </div>
        )}
        <button type="submit" className={isAgainst ? 'btn danger' : 'btn second'}>
          {t(`decision.${step}`)}
        </button>
      </DecisionForm>
    </details>
  );
}

function MergeFields({ locale, story, values }: DecisionPanelProps & { values: Readonly<Record<string, string>> }) {
  const t = words(locale, 'DeskStory');
  const known = story.duplicates.flatMap(({ of, title }) => (of.kind === 'story' ? [{ slug: of.slug, title }] : []));
  return (
    <>
      {known.length > 0 && (
        <div className="desk-field">
          <label htmlFor="merge-known">{t('decision.mergeOther')}</label>
          <select id="merge-known" name="known" defaultValue={values.known ?? ''}>
            <option value="" />
            {known.map(({ slug, title }) => (
              <option key={slug} value={slug}>
                {title}
              </option>
            ))}
          </select>
        </div>
      )}
      <div className="desk-field">
        <label htmlFor="merge-other">{t('decision.mergeSlug')}</label>
        <p className="hint" id="merge-other-hint">
          {t('decision.mergeSlugHint')}
        </p>
        <input id="merge-other" name="other" defaultValue={values.other} aria-describedby="merge-other-hint" />
      </div>
    </>
  );
}
