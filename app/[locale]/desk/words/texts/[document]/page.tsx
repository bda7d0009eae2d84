import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { TextsPage } from '@/components/desk/TextsPage';
import { oneOf } from '@/lib/accounts/outcomes';
import { isDocument, type Lang, rightOf } from '@/lib/content/documents';
import { documentWords } from '@/lib/content/queries';
import { words } from '@/lib/i18n/words';
import { pageLocale } from '@/lib/site/page-locale';
import {
  admitted,
  type DeskPageProps,
  DeskView,
  deskMetadata,
  NotAllowedView,
  openDesk,
  permitted,
} from '../../../desk-page';
import { documentTitle } from '../../document-title';
import { textsModel } from './model';

const LIST = '/desk/words';

interface PageProps extends DeskPageProps {
  params: Promise<{ locale: string; document: string }>;
}

/** A name in a path arrives as it was written there: with its colon escaped. */
const nameOf = async (params: PageProps['params']) => decodeURIComponent((await params).document);

export async function generateMetadata({ params, searchParams }: PageProps): Promise<Metadata> {
  const locale = await pageLocale(params);
  const document = await nameOf(params);
  const title = isDocument(document) ? documentTitle(document, locale) : words(locale, 'DeskWords')('title');
  return deskMetadata(locale, title, oneOf(await searchParams, 'fault') !== undefined);
}

export default async function Texts(props: PageProps) {
  const { locale, search, headers, ...desk } = await openDesk(props);
  const document = await nameOf(props.params);
  if (!isDocument(document)) notFound();
  const staff = await permitted(locale, LIST, headers, rightOf(document));
  if (!staff) return <NotAllowedView locale={locale} page={LIST} staff={admitted(locale, LIST, desk.staff)} />;
  const lang: Lang = oneOf(search, 'lang') === 'en' ? 'en' : 'sr';
  const found = await documentWords(staff, { document, lang });
  if (!found.ok) throw new Error(`The words were refused: ${found.error.code}`);
  const codes = { fault: oneOf(search, 'fault'), done: oneOf(search, 'done') };
  return (
    <DeskView locale={locale} page="/desk/words/texts/[document]" params={{ document }} query={{ lang }} staff={staff}>
      <TextsPage locale={locale} model={textsModel(found.value, { document, lang, locale, ...codes })} />
    </DeskView>
  );
}
