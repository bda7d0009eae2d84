import type { Locale } from '@/lib/i18n/locales';
import { words } from '@/lib/i18n/words';
import { CHECK_POINTS } from '@/lib/moderation/check-points';
import type { DeskStory } from '@/lib/moderation/story-queries';
import { DeskForm } from '../DeskForm';
import { KeepChecklist } from './live/KeepChecklist';

/** Six points, each kept for who ticks it; colleagues are named beside theirs. */
export function Checklist({ locale, story, back }: { locale: Locale; story: DeskStory; back: string }) {
  const t = words(locale, 'DeskStory');
  const others = [...new Set(story.checks.filter(({ isMine }) => !isMine).map(({ by }) => by))];
  return (
    <div className="checks">
      <h3 id="checklist">{t('check.title')}</h3>
      <KeepChecklist labels={{ saved: t('check.saved'), failed: t('check.failed') }}>
        <DeskForm
          locale={locale}
          action="/api/desk/stories/check"
          hidden={{ story: String(story.id), back }}
          className="checklist"
          label={t('check.title')}
        >
          {CHECK_POINTS.map((point, at) => {
            const mine = story.checks.find((check) => check.isMine && check.point === point);
            return (
              <label key={point}>
                <input
                  type="checkbox"
                  name="point"
                  value={point}
                  defaultChecked={mine !== undefined && !mine.isOld}
                  data-key={String(at + 1)}
                  data-key-name={t(`check.${point}`)}
                />
                <span>
                  {t(`check.${point}`)} {mine?.isOld && <span className="muted">({t('check.old')})</span>}
                </span>
                <kbd>{at + 1}</kbd>
              </label>
            );
          })}
          <button type="submit" className="btn second sm">
            {t('check.save')}
          </button>
        </DeskForm>
      </KeepChecklist>
      {others.length > 0 && <p className="small muted">{t('check.others', { names: others.join(', ') })}</p>}
    </div>
  );
}
