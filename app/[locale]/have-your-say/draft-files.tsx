import { FilesQuestion } from '@/components/submissions/files/FilesQuestion';
import { filesFromForm } from '@/lib/files/answers';
import { filesOfDraft } from '@/lib/files/queries';
import { isAnswered } from '@/lib/story-form/form-data';
import { faultsOfPage } from '@/lib/story-form/page-faults';
import type { StepView } from '@/lib/story-form/step-view';
import type { Visitor } from './visitor';

/** The questions of files, with what this browser's draft has; and with what was typed last, where that could not be saved. */
export async function draftFiles({ secret, kept }: Visitor, view: StepView) {
  const { photos, documents, report } = await filesOfDraft(secret);
  const typed = filesFromForm(kept?.entries ?? []);
  const withTyped = <View extends { key: string }>(
    views: readonly View[],
    words: readonly { file: string }[],
  ): View[] => views.map((view) => ({ ...view, stored: view, ...words.find(({ file }) => file === view.key) }));
  // Whether the page was asked to be checked shows by its having faults.
  const faults = view.faults.length > 0 ? faultsOfPage('files', view.answers) : [];
  return (
    <FilesQuestion
      locale={view.locale}
      photos={withTyped(photos, typed.photos)}
      documents={withTyped(documents, typed.documents)}
      report={kept ? [] : report}
      faults={view.faults}
      itemFaults={faults}
      canPin={!isAnswered(view.answers.lat)}
    />
  );
}
