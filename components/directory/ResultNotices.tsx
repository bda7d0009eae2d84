import type { DirectoryWords, ListModel } from '@/lib/search/present';

/** What the page has to say of the text: searched in another spelling, or not to be searched at all, and why; and of
 * filters that are gone. */
export function ResultNotices({ t, model }: { t: DirectoryWords; model: ListModel }) {
  const { correction, problem, leftOut } = model;
  return (
    <>
      {correction && (
        <p className="notice" role="status">
          <span>{t('corrected', { text: correction.text })}</span>
          <a href={correction.originalHref}>{t('searchOriginal', { text: model.text })}</a>
        </p>
      )}
      {leftOut && (
        <p className="notice warn" role="status">
          {leftOut}
        </p>
      )}
      {problem && (
        <p className="notice warn" role="status">
          {problem}
        </p>
      )}
    </>
  );
}
