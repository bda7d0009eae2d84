import { RecordPicture } from '@/components/picture/RecordPicture';
import { showName } from '@/lib/enterprises/present';
import { findEnterprise } from '@/lib/enterprises/queries';
import { isLocale } from '@/lib/i18n/locales';
import { words } from '@/lib/i18n/words';
import { answerPicture } from '@/lib/site/picture/answer';
import { drawable } from '@/lib/site/picture/fonts';
import { presentSummary } from '@/lib/site/record/present';
import { vocabularies } from '@/lib/taxonomies/queries';

interface RouteContext {
  params: Promise<{ locale: string; slug: string }>;
}

/** The picture of a record: its tile and its name, in the script of the page. */
export async function GET(_: Request, { params }: RouteContext): Promise<Response> {
  const { locale, slug } = await params;
  const record = isLocale(locale) ? findEnterprise(slug) : null;
  if (!isLocale(locale) || record === null || 'movedTo' in record) return new Response(null, { status: 404 });
  const site = words(locale, 'Site');
  const summary = presentSummary(record, { locale, vocab: vocabularies() });
  const key = JSON.stringify([locale, record.id, record.updatedAt]);
  return answerPicture(key, () => (
    <RecordPicture
      name={drawable(showName(record.name, locale))}
      summary={summary === null ? null : drawable(summary)}
      mark={record.mark}
      site={{ name: site('name'), coalition: site('coalition') }}
    />
  ));
}
