import type { Locale } from '@/lib/i18n/locales';
import { FILE_MAX_BYTES } from '@/lib/submissions/fields';
import { FileSection } from './FileSection';
import { LISTS } from './form-parts';
import { fileLabels } from './labels';

/** What makes the files of the page alive. */
export function FilesLive({ locale }: { locale: Locale }) {
  return (['photos', 'documents'] as const).map((list) => (
    <FileSection key={list} list={list} labels={fileLabels(locale, list)} mostBytes={FILE_MAX_BYTES} {...LISTS[list]} />
  ));
}
