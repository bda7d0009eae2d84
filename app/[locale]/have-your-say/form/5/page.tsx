import type { Metadata } from 'next';
import { FormSaving } from '@/components/submissions/live/FormSaving';
import { FilesStep } from '@/components/submissions/steps/FilesStep';
import { DraftFiles } from '../../DraftFiles';
import type { SayPageProps } from '../../visitor';
import { renderStep, stepMetadata, termsOf } from '../step-route';

export function generateMetadata(props: SayPageProps): Promise<Metadata> {
  return stepMetadata(props, 'files');
}

/** Page 5 of the form: photos and documents, links, sensitive topics. */
export default function FilesRoute(props: SayPageProps) {
  return renderStep(props, 'files', FormSaving, ({ view }) => (
    <FilesStep view={view} files={<DraftFiles view={view} />} contentLabels={termsOf('contentLabels', view.locale)} />
  ));
}
