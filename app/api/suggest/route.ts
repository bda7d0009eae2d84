import { isLocale } from '@/lib/i18n/locales';
import { presentSuggestions } from '@/lib/search/present-suggestions';
import { suggest, suggestInStories } from '@/lib/search/queries';
import { storyListWords } from '@/lib/search/stories/words';

/** What the search field asks while someone types. Internal: its shape follows the field. */

const MAX_SUGGESTIONS = 8;
/** Nobody types a name longer than this; the search itself takes longer texts. */
const MAX_TEXT = 100;

export function GET(request: Request): Response {
  const params = new URL(request.url).searchParams;
  const text = params.get('q') ?? '';
  const asked = params.get('locale');
  const locale = isLocale(asked) ? asked : 'sr-Latn';
  const ofStories = params.get('of') === 'stories';
  const find = ofStories ? suggestInStories : suggest;
  const suggestions = text.length > MAX_TEXT ? [] : find(text, locale, MAX_SUGGESTIONS);
  const words = ofStories ? storyListWords(locale) : undefined;
  return Response.json(presentSuggestions(text.slice(0, MAX_TEXT), suggestions, locale, words), {
    // A write must be seen at once, and an answer costs less than asking whether it is still good.
    headers: { 'cache-control': 'no-store' },
  });
}
