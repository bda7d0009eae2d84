import type { Locale } from '@/lib/i18n/locales';
import { hrefFor } from '@/lib/i18n/navigation';
import { words } from '@/lib/i18n/words';
import './still-correct.css';

/** How a link stands: it works, was used, or does not work. */
export type StillCorrectState =
  | { tag: 'gone' }
  | { tag: 'asked' | 'confirmed'; name: string; slug: string; facts: readonly { label: string; value: string }[] };

interface StillCorrectPageProps {
  locale: Locale;
  state: StillCorrectState;
  token: string;
  fault: 'busy' | 'limited' | null;
}

/** Where an organisation says that its record is still correct, or that something is not. */
export function StillCorrectPage({ locale, state, token, fault }: StillCorrectPageProps) {
  const t = words(locale, 'OwnerCheck');
  if (state.tag === 'gone') {
    return (
      <article className="wrap still-correct">
        <h1>{t('goneTitle')}</h1>
        <p>{t('gone')}</p>
        <p>
          <a href={hrefFor(locale, '/enterprises')}>{t('directory')}</a>
        </p>
      </article>
    );
  }
  const params = { slug: state.slug };
  return (
    <article className="wrap still-correct">
      <h1>{t(state.tag === 'confirmed' ? 'doneTitle' : 'title')}</h1>
      <p className="lead">{state.name}</p>
      {fault && (
        <p className="notice err" role="alert">
          {t(fault)}
        </p>
      )}
      {state.tag === 'confirmed' ? (
        <p className="notice" role="status">
          {t('done')}
        </p>
      ) : (
        <>
          <p>{t('lead')}</p>
          <dl>
            {state.facts.map(({ label, value }) => (
              <div key={label}>
                <dt>{label}</dt>
                <dd>{value}</dd>
              </div>
            ))}
          </dl>
          <form method="post" action="/api/enterprise/still-correct">
            <input type="hidden" name="t" value={token} />
            <input type="hidden" name="locale" value={locale} />
            <button type="submit" className="btn">
              {t('yes')}
            </button>
          </form>
          <p>
            <a className="btn second" href={hrefFor(locale, '/enterprises/[slug]/correct', params)}>
              {t('no')}
            </a>
          </p>
          <p className="small muted">{t('noHint')}</p>
        </>
      )}
      <p>
        <a href={hrefFor(locale, '/enterprises/[slug]', params)}>{t('see')}</a>
      </p>
    </article>
  );
}
