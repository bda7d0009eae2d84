import { dropDraft, publishDraft, restoreVersion, saveDraft } from '@/lib/content/commands';
import { type DocumentName, houseTexts, isDocument, type Lang, rightOf } from '@/lib/content/documents';
import { hrefFor } from '@/lib/i18n/navigation';
import { type DeskHandler, deskPost } from '../desk-post';

/**
 * The door of the words of pages, or of mails: keeps a draft, publishes it, drops it, goes back to an earlier version.
 * What was typed is kept with every button, whether it is right or wrong.
 */
export function contentPost(right: 'editPages' | 'editTemplates'): DeskHandler {
  return deskPost(right, async ({ staff, field, locale }) => {
    const document = field('document');
    if (!isDocument(document) || rightOf(document) !== right) return { page: '/desk/words' };
    const lang: Lang = field('lang') === 'en' ? 'en' : 'sr';
    const place = { document, lang };
    const to = (query: Record<string, string>) => ({
      page: '/desk/words' as const,
      path: hrefFor(locale, '/desk/words/texts/[document]', { document }, { lang, ...query }),
    });
    const answer = (done: { ok: true } | { ok: false; error: { code: string } }, word: string) =>
      to(done.ok ? { done: word } : { fault: done.error.code });
    const act = field('act');
    if (act === 'restore') {
      const version = field('version');
      return answer(await restoreVersion(staff, place, version === '' ? null : Number(version)), 'restored');
    }
    if (act === 'drop') return answer(await dropDraft(staff, place), 'dropped');
    if (act === 'publish') return answer(await publishDraft(staff, place), 'published');
    return answer(await saveDraft(staff, place, typedTexts(place, field)), 'saved');
  });
}

function typedTexts(
  { document, lang }: { document: DocumentName; lang: Lang },
  field: (name: string) => string,
): Record<string, string> {
  const paths = [...houseTexts(document, lang).keys(), 'block'];
  return Object.fromEntries(paths.map((path) => [path, field(path)]));
}
