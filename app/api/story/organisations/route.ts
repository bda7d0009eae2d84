import { findEnterprise } from '@/lib/enterprises/queries';
import { isLocale } from '@/lib/i18n/locales';
import { suggest } from '@/lib/search/queries';

/** Suggestions of all kinds that are asked for, so that enough of them are records. */
const ASKED = 24;
const MOST = 8;
const LONGEST = 100;

/** What the field of the organisation offers while somebody types: records of the directory. */
export function GET(request: Request): Response {
  const params = new URL(request.url).searchParams;
  const asked = params.get('locale');
  const locale = isLocale(asked) ? asked : 'sr-Latn';
  const text = params.get('q') ?? '';
  const found = text.length > LONGEST ? [] : suggest(text, locale, ASKED);
  const options = found
    .flatMap(({ kind, label, detail, leadsTo }) => {
      if (kind !== 'enterprise') return [];
      const record = findEnterprise(leadsTo.slug);
      return record && 'id' in record ? [{ id: String(record.id), name: label, detail }] : [];
    })
    .slice(0, MOST);
  return Response.json({ options }, { headers: { 'cache-control': 'no-store' } });
}
