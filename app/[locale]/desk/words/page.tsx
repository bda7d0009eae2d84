import type { Metadata } from 'next';
import { type WordsEntry, type WordsGroup, WordsPage } from '@/components/desk/WordsPage';
import type { Staff } from '@/lib/accounts/access-rules';
import { can } from '@/lib/accounts/permissions';
import { type DocumentName, LANGS, MAIL_DOCUMENTS, PAGE_DOCUMENTS } from '@/lib/content/documents';
import { editedDocuments } from '@/lib/content/queries';
import { formatDay } from '@/lib/i18n/formats';
import type { Locale } from '@/lib/i18n/locales';
import { hrefFor } from '@/lib/i18n/navigation';
import { words } from '@/lib/i18n/words';
import { pageLocale } from '@/lib/site/page-locale';
import { nameLabel } from '@/lib/taxonomies/present';
import { vocabularies } from '@/lib/taxonomies/queries';
import { admitted, type DeskPageProps, DeskView, deskMetadata, NotAllowedView, openDesk } from '../desk-page';
import { documentTitle } from './document-title';

const PAGE = '/desk/words';

export async function generateMetadata({ params }: DeskPageProps): Promise<Metadata> {
  const locale = await pageLocale(params);
  return deskMetadata(locale, words(locale, 'DeskWords')('title'));
}

export default async function Words(props: DeskPageProps) {
  const { locale, ...desk } = await openDesk(props);
  const staff = admitted(locale, PAGE, desk.staff);
  const groups = await groupsOf(staff, locale);
  if (groups.length === 0) return <NotAllowedView locale={locale} page={PAGE} staff={staff} />;
  return (
    <DeskView locale={locale} page={PAGE} staff={staff}>
      <WordsPage locale={locale} groups={groups} />
    </DeskView>
  );
}

async function groupsOf(staff: Staff, locale: Locale): Promise<{ group: WordsGroup; entries: WordsEntry[] }[]> {
  const t = words(locale, 'DeskWords');
  const edited = await editedDocuments(staff);
  const entry = (document: DocumentName): WordsEntry => {
    const days = LANGS.flatMap((lang) => edited.get(`${document} ${lang}`) ?? []);
    const last = days.length > 0 ? new Date(Math.max(...days.map((day) => day.getTime()))) : null;
    return {
      href: hrefFor(locale, '/desk/words/texts/[document]', { document }),
      label: documentTitle(document, locale),
      detail: last && t('changed', { day: formatDay(locale, last) }),
    };
  };
  const vocab = vocabularies();
  const terms = [...vocab.taxonomies.values()].map((taxonomy) => ({
    href: hrefFor(locale, '/desk/words/terms/[taxonomy]', { taxonomy: taxonomy.code }),
    label: nameLabel(taxonomy, locale),
    detail: String(vocab.terms(taxonomy.code).length),
  }));
  return [
    ...(can(staff, 'editPages') ? [{ group: 'pages' as const, entries: PAGE_DOCUMENTS.map(entry) }] : []),
    ...(can(staff, 'editTaxonomies') ? [{ group: 'terms' as const, entries: terms }] : []),
    ...(can(staff, 'editTemplates')
      ? [
          { group: 'mails' as const, entries: MAIL_DOCUMENTS.map(entry) },
          {
            group: 'reasons' as const,
            entries: [{ href: hrefFor(locale, '/desk/words/reasons'), label: t('reasons.title'), detail: null }],
          },
        ]
      : []),
  ];
}
