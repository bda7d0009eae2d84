import { Slot } from '@/components/ui/Slot';
import { FILES_SHOWN } from '@/lib/files/answers';
import { type FileItem, presentFiles } from '@/lib/files/present';
import type { DocumentView, PhotoView, UploadReport } from '@/lib/files/schema';
import type { Locale } from '@/lib/i18n/locales';
import { words } from '@/lib/i18n/words';
import type { FaultLine } from '@/lib/story-form/fault-words';
import { ALT_LIMITS, PHOTO_AUTHOR_MAX } from '@/lib/submissions/fields';
import type { AnswerFault } from '@/lib/submissions/schema';
import { ErrorLine } from '../ui/ErrorLine';
import { QuestionGroup } from '../ui/Question';
import { FileAdd, FileEntries, type ItemFaults } from './FileFields';
import { FileReport } from './FileReport';
import type { FilesData } from './FileSection';
import { type FileListName, LISTS } from './form-parts';
import { fileLabels } from './labels';
import './files.css';

export interface FilesQuestionProps {
  locale: Locale;
  photos: readonly PhotoView[];
  documents: readonly DocumentView[];
  /** What became of the files of the last upload without a script. */
  report: UploadReport;
  /** Faults of the page, in words. */
  faults: readonly FaultLine[];
  /** Faults of single photos and documents. */
  itemFaults: readonly AnswerFault[];
  /** The story has no pin yet: the place of a photo may be offered. */
  canPin: boolean;
}

/**
 * The two questions of files on the fifth page of the form. They stand within the page's form, which is posted to
 * FILES_ACTION; every button works without a script, and takes with it what is typed on the page.
 */
export function FilesQuestion(props: FilesQuestionProps) {
  const { locale, report, faults, itemFaults, canPin } = props;
  const t = words(locale, 'StoryFiles');
  const { photos, documents } = presentFiles(locale, props);
  const errorOf = (field: 'photos' | 'documents') => {
    const text = faults.find((fault) => fault.field === field)?.text;
    return text ? <ErrorLine>{text}</ErrorLine> : null;
  };
  const question = (list: 'photos' | 'documents', items: FileItem[]) => (
    <QuestionGroup
      name={list}
      label={t(`${list}.label`)}
      hint={t(`${list}.hint`)}
      optional={words(locale, 'StoryForm')('optional')}
      error={errorOf(list)}
    >
      <FilesPlace
        locale={locale}
        list={list}
        data={{
          items: canPin ? items : items.map((item) => ({ ...item, offersPlace: false })),
          faults: faultsByKey(locale, list, items, itemFaults),
          canPin,
        }}
      />
    </QuestionGroup>
  );
  return (
    <>
      {report.length > 0 && <FileReport locale={locale} report={report} />}
      {question('photos', photos)}
      {question('documents', documents)}
    </>
  );
}

/** The files of one question as fields and buttons of the page's form, which the script takes over. */
function FilesPlace({ locale, list, data }: { locale: Locale; list: FileListName; data: FilesData }) {
  const shown = { list, items: data.items, faults: data.faults, labels: fileLabels(locale, list) };
  return (
    <Slot slot="files" field={list} data={data}>
      <div className="files">
        <input type="hidden" name={FILES_SHOWN} value={list} />
        <FileEntries {...shown} />
        <FileAdd {...shown} {...LISTS[list]} />
      </div>
    </Slot>
  );
}

/** The words of the faults of single files, by their keys. */
function faultsByKey(
  locale: Locale,
  list: 'photos' | 'documents',
  items: readonly FileItem[],
  faults: readonly AnswerFault[],
): ItemFaults {
  const t = words(locale, 'StoryFiles');
  const found: ItemFaults = {};
  for (const { field, item, part, key } of faults) {
    const file = items[item ?? -1]?.key;
    if (field !== list || file === undefined || (part !== 'alt' && part !== 'author')) continue;
    const text =
      part === 'author'
        ? t('faults.authorTooLong', { max: PHOTO_AUTHOR_MAX })
        : key === 'altTooShort'
          ? t('faults.altTooShort', { min: ALT_LIMITS.min })
          : t('faults.altTooLong', { max: ALT_LIMITS.max });
    found[file] = { ...found[file], [part]: text };
  }
  return found;
}
