import { isLocale } from '@/lib/i18n/locales';
import { suggestPlaces } from '@/lib/story-form/places';
import { vocabularies } from '@/lib/taxonomies/queries';

const MOST = 8;

/** What the field of the place offers while somebody types. Internal: its shape follows the field. */
export function GET(request: Request): Response {
  const params = new URL(request.url).searchParams;
  const asked = params.get('locale');
  const locale = isLocale(asked) ? asked : 'sr-Latn';
  const options = suggestPlaces(params.get('q') ?? '', vocabularies(), locale, MOST);
  return Response.json(
    { options: options.map(({ id, name, detail }) => ({ id, name, detail })) },
    { headers: { 'cache-control': 'no-store' } },
  );
}
