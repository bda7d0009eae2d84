/** @jsxImportSource @/lib/html */
import type { Locale } from '@/lib/i18n/locales';
import { hrefFor } from '@/lib/i18n/navigation';
import { words } from '@/lib/i18n/words';
import { ANCHORS } from '@/lib/site/names';

/** The call to tell a story: what one is made of, and to whom to tell it. */
export function VoiceCall({ locale }: { locale: Locale }) {
  const t = words(locale, 'Home');
  return (
    <section className="voice" id={ANCHORS.voice} aria-labelledby="voice">
      <div className="wrap">
        <div>
          <h2 id="voice">{t('voice')}</h2>
          <p className="lead">{t('voiceLead')}</p>
          <p>
            <a className="btn" href={hrefFor(locale, '/have-your-say')}>
              {t('voiceStart')}
            </a>
          </p>
          <p className="small">{t('voiceTime')}</p>
        </div>
        <ol className="questions">
          <li>
            <h3>{t('voiceQuestion1')}</h3>
            <p>{t('voiceAnswer1')}</p>
          </li>
          <li>
            <h3>{t('voiceQuestion2')}</h3>
            <p>{t('voiceAnswer2')}</p>
          </li>
          <li>
            <h3>{t('voiceQuestion3')}</h3>
            <p>{t('voiceAnswer3')}</p>
          </li>
        </ol>
      </div>
    </section>
  );
}
