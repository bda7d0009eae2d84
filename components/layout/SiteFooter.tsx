/** @jsxImportSource @/lib/html */

import { rich } from '@/lib/html/rich';
import type { Locale } from '@/lib/i18n/locales';
import { hrefFor } from '@/lib/i18n/navigation';
import { words } from '@/lib/i18n/words';
import { ANCHORS, COALITION_SITE, DATA_LICENCE } from '@/lib/site/names';
import { ThemeChoice } from './ThemeChoice';

/** What this is, where its data come from, how to take part, and the choice of the theme. */
export function SiteFooter({ locale, returnTo }: { locale: Locale; returnTo: string }) {
  const t = words(locale, 'Frame');
  const site = words(locale, 'Site');
  const aboutData = hrefFor(locale, '/about-the-data');
  return (
    <>
      <div className="hem" />
      <div className="wrap">
        <div>
          <h2>{site('name')}</h2>
          <p>{t('footer.about')}</p>
          <p>
            {rich((values) => t.rich('footer.licence', values), {
              link: (chunks) => (
                <a href={DATA_LICENCE} rel="license">
                  {chunks}
                </a>
              ),
            })}
          </p>
          <ThemeChoice locale={locale} returnTo={returnTo} />
        </div>
        <div>
          <h3>{t('footer.data')}</h3>
          <ul>
            <li>
              <a href={`${aboutData}#${ANCHORS.downloads}`}>{t('footer.download')}</a>
            </li>
            <li>
              <a href={`${aboutData}#${ANCHORS.sources}`}>{t('footer.sources')}</a>
            </li>
            <li>
              <a href="/api/v1/openapi.json">{t('footer.openInterface')}</a>
            </li>
          </ul>
        </div>
        <div>
          <h3>{t('footer.participate')}</h3>
          <ul>
            <li>
              <a href={`${aboutData}#${ANCHORS.corrections}`}>{t('footer.correct')}</a>
            </li>
            <li>
              <a href={hrefFor(locale, '/enterprises/add')}>{t('footer.missing')}</a>
            </li>
            <li>
              <a href={hrefFor(locale, '/have-your-say')}>{t('nav.voice')}</a>
            </li>
            <li>
              <a href={hrefFor(locale, '/how-we-decide')}>{t('footer.howWeDecide')}</a>
            </li>
          </ul>
        </div>
        <div>
          <h3>{t('footer.aboutUs')}</h3>
          <ul>
            <li>
              <a href={COALITION_SITE}>{t('footer.coalitionSite')}</a>
            </li>
            <li>
              <a href={hrefFor(locale, '/accessibility')}>{t('footer.accessibility')}</a>
            </li>
            <li>
              <a href={hrefFor(locale, '/privacy')}>{t('footer.privacy')}</a>
            </li>
          </ul>
        </div>
      </div>
    </>
  );
}
