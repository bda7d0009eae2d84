import type { Metadata } from 'next';
import { FormLive } from '@/components/submissions/live/FormLive';
import { PlaceStep } from '@/components/submissions/steps/PlaceStep';
import { mapSettings } from '@/lib/map/settings';
import type { SayPageProps } from '../../visitor';
import { renderStep, stepMetadata } from '../step-route';

export function generateMetadata(props: SayPageProps): Promise<Metadata> {
  return stepMetadata(props, 'place');
}

/** Page 2 of the form: place and time. */
export default function PlaceRoute(props: SayPageProps) {
  return renderStep(props, 'place', FormLive, ({ view, place, ambiguous }) => (
    <PlaceStep view={view} place={place} ambiguous={ambiguous} mapSettings={mapSettings(view.locale)} />
  ));
}
