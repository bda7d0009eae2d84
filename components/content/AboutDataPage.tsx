import type { ReactNode } from 'react';
import { Icon } from '@/components/ui/Icon';
import { formatCount } from '@/lib/i18n/formats';
import type { Locale } from '@/lib/i18n/locales';
import { hrefFor } from '@/lib/i18n/navigation';
import { words } from '@/lib/i18n/words';
import { ANCHORS, COALITION_SITE, DATA_LICENCE } from '@/lib/site/names';
import { feedAddress } from '@/lib/stories/feed-address';
import { ContentPage } from './ContentPage';

/** A ground on which records stand, with its count. */
export interface BasisCount {
  label: string;
  note: string | null;
  count: number;
  /** The records that stand on it; null when there are none. */
  href: string | null;
}

interface AboutDataPageProps {
  locale: Locale;
  total: number;
  /** Day of the last change, in words; null while the directory is empty. */
  updated: string | null;
  bases: readonly BasisCount[];
  /** What staff wrote besides; null when nothing. */
  block: string | null;
}

const link = (href: string) => (chunks: ReactNode) => <a href={href}>{chunks}</a>;

/** Who is in the directory and on what grounds, where the data come from, how to download and to correct them. */
export function AboutDataPage({ locale, total, updated, bases, block }: AboutDataPageProps) {
  const t = words(locale, 'AboutData');
  const map = words(locale, 'Map');
  const downloads = [
    ['csv', `/api/v1/enterprises.csv?lang=${locale}`],
    ['geojson', `/api/v1/enterprises.geojson?lang=${locale}`],
    ['json', `/api/v1/enterprises?lang=${locale}`],
    ['stories', `/api/v1/stories.csv?lang=${locale}`],
    ['feed', feedAddress(locale)],
    ['openapi', '/api/v1/openapi.json'],
  ] as const;
  return (
    <ContentPage
      title={t('title')}
      lead={t('lead')}
      contents={t('contents')}
      block={block}
      sections={[
        {
          id: ANCHORS.criteria,
          title: t('criteria.title'),
          body: (
            <>
              {updated !== null && <p>{t('stand', { total, day: updated })}</p>}
              <p>{t('criteria.p1')}</p>
              <Bases locale={locale} bases={bases} />
              <p>{t('criteria.p2')}</p>
              <h3>{t('criteria.law')}</h3>
              <p>{t('criteria.lawText')}</p>
              <h3>{t('criteria.coalition')}</h3>
              <p>{t('criteria.coalitionText')}</p>
            </>
          ),
        },
        {
          id: ANCHORS.sources,
          title: t('sources.title'),
          body: (['p1', 'p2', 'p3', 'p4', 'p5'] as const).map((key) => <p key={key}>{t(`sources.${key}`)}</p>),
        },
        {
          id: 'mesta',
          title: t('places.title'),
          body: (
            <>
              <p>{t.rich('places.p1', { geonames: link('https://www.geonames.org/') })}</p>
              <p>{t.rich('places.p2', { naturalearth: link('https://www.naturalearthdata.com/') })}</p>
              <p className="footnote">{map('kosovoFootnote')}</p>
            </>
          ),
        },
        {
          id: ANCHORS.downloads,
          title: t('downloads.title'),
          body: (
            <>
              <p>{t('downloads.p1')}</p>
              <ul className="downloads">
                {downloads.map(([key, href]) => (
                  <li key={key}>
                    <Icon name="download" /> <a href={href}>{t(`downloads.${key}`)}</a>
                  </li>
                ))}
              </ul>
              {updated !== null && (
                <>
                  <h3>{t('downloads.cite')}</h3>
                  <p>{t('downloads.citeText', { day: updated })}</p>
                </>
              )}
            </>
          ),
        },
        {
          id: 'licenca',
          title: t('licence.title'),
          body: <p>{t.rich('licence.p1', { link: link(DATA_LICENCE) })}</p>,
        },
        {
          id: ANCHORS.corrections,
          title: t('corrections.title'),
          body: (
            <>
              <p>
                {t.rich('corrections.p1', {
                  link: link(COALITION_SITE),
                  add: link(hrefFor(locale, '/enterprises/add')),
                })}
              </p>
              <ol>
                <li>{t('corrections.item1')}</li>
                <li>{t('corrections.item2')}</li>
                <li>{t('corrections.item3')}</li>
              </ol>
              <p>{t('corrections.p2')}</p>
              <p>{t('corrections.p3')}</p>
            </>
          ),
        },
      ]}
    />
  );
}

function Bases({ locale, bases }: { locale: Locale; bases: readonly BasisCount[] }) {
  const t = words(locale, 'AboutData');
  return (
    <table>
      <caption>{t('criteria.table')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('criteria.basis')}</th>
          <th scope="col">{t('criteria.meaning')}</th>
          <th scope="col" className="n">
            {t('criteria.records')}
          </th>
        </tr>
      </thead>
      <tbody>
        {bases.map(({ label, note, count, href }) => (
          <tr key={label}>
            <td>{href === null ? label : <a href={href}>{label}</a>}</td>
            <td>{note}</td>
            <td className="n">{formatCount(locale, count)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
