import { renderKept } from '@/app/api/story/_support/render-kept';
import { hrefFor } from '@/lib/i18n/navigation';
import { saveTranslation } from '@/lib/translations/commands';
import { typedFromForm } from '@/lib/translations/form';
import { deskPost } from '../../desk-post';

/** The whole translation of a story as one form: saved, or saved and declared whole. */
export const POST = deskPost('translate', async ({ staff, field, form, request, locale }) => {
  const reference = field('reference');
  const path = hrefFor(locale, '/desk/stories/[reference]/translation', { reference });
  const result = await saveTranslation(staff, {
    reference,
    seenVersion: Number.parseInt(field('seenVersion'), 10) || 0,
    typed: typedFromForm(form),
    finish: field('go') === 'finish',
  });
  if (!result.ok) {
    const entries = [...form].filter((entry): entry is [string, string] => typeof entry[1] === 'string');
    return renderKept({ request, locale, path, entries, trouble: { code: result.error.code }, status: 409 });
  }
  const { conflicts, open, finished } = result.value;
  const done = finished ? 'finished' : field('go') === 'finish' && conflicts + open > 0 ? 'unfinished' : 'saved';
  const query = new URLSearchParams({ done, ...(conflicts > 0 && { conflicts: String(conflicts) }) });
  return { page: '/desk/translations', path: `${path}?${query}#${conflicts > 0 ? 'sukob' : 'stanje'}` };
});
