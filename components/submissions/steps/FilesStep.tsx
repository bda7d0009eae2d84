import type { ReactNode } from 'react';
import type { StepView } from '@/lib/story-form/step-view';
import { PEOPLE_IN_PHOTOS } from '@/lib/submissions/fields';
import type { Choice } from '../ui/Choices';
import { AskOne, AskSome, AskText, optionsOf } from './questions';

interface FilesStepProps {
  view: StepView;
  /** The two questions of files (components/submissions/files). */
  files: ReactNode;
  contentLabels: readonly Choice[];
}

/** Page 5: photos and documents, links, sensitive topics. */
export function FilesStep({ view, files, contentLabels }: FilesStepProps) {
  return (
    <>
      {files}
      <AskOne
        view={view}
        field="peopleInPhotos"
        choices={optionsOf(view, 'peopleInPhotos', PEOPLE_IN_PHOTOS)}
        optional
      />
      <AskText view={view} field="links" rows={3} optional />
      <AskSome view={view} field="contentLabels" choices={contentLabels} optional />
    </>
  );
}
