import type { Locale } from '@/lib/i18n/locales';
import { hrefFor } from '@/lib/i18n/navigation';
import { words } from '@/lib/i18n/words';
import { ContentPage } from './ContentPage';

const WRITING = ['scripts', 'dj', 'cases', 'joined', 'typos', 'english'] as const;
const NARROWING = ['allWords', 'groups', 'phrase', 'minus', 'prefix'] as const;
type Example = (typeof WRITING)[number] | (typeof NARROWING)[number];

/** How the search understands what is typed; every example can be tried. */
export function HowToSearchPage({ locale }: { locale: Locale }) {
  const t = words(locale, 'HowToSearch');
  return (
    <ContentPage
      title={t('title')}
      lead={t('lead')}
      sections={[
        { id: 'pisanje', title: t('writing'), body: <Examples locale={locale} examples={WRITING} /> },
        { id: 'suzavanje', title: t('narrowing'), body: <Examples locale={locale} examples={NARROWING} /> },
        { id: 'filteri', title: t('filters'), body: <p>{t('filtersText')}</p> },
        { id: 'blizina', title: t('distance'), body: <p>{t('distanceText')}</p> },
        { id: 'adresa', title: t('address'), body: <p>{t('addressText')}</p> },
      ]}
    />
  );
}

function Examples({ locale, examples }: { locale: Locale; examples: readonly Example[] }) {
  const t = words(locale, 'HowToSearch');
  return (
    <table>
      <thead>
        <tr>
          <th scope="col">{t('what')}</th>
          <th scope="col">{t('why')}</th>
        </tr>
      </thead>
      <tbody>
        {examples.map((example) => {
          const text = t(`example.${example}`);
          return (
            <tr key={example}>
              <td className="try">
                <a href={hrefFor(locale, '/enterprises', {}, { q: text })}>{text}</a>
              </td>
              <td>{t(example)}</td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
