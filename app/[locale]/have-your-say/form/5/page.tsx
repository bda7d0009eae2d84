import type { Metadata } from 'next';
import { FilesLive } from '@/components/submissions/files/FilesLive';
import type { SayPageProps } from '../../visitor';
import { renderStep, stepMetadata } from '../step-route';

export function generateMetadata(props: SayPageProps): Promise<Metadata> {
  return stepMetadata(props, 'files');
}

/** Page 5 of the form: photos and documents, links, sensitive topics. */
export default function FilesRoute(props: SayPageProps) {
  return renderStep(props, 'files', (locale) => <FilesLive locale={locale} />);
}
