import type { Metadata } from 'next';
import { PicksLive } from '@/components/submissions/steps/PicksLive';
import { PlaceLive } from '@/components/submissions/steps/PlaceLive';
import { mapSettings } from '@/lib/map/settings';
import type { SayPageProps } from '../../visitor';
import { renderStep, stepMetadata } from '../step-route';

export function generateMetadata(props: SayPageProps): Promise<Metadata> {
  return stepMetadata(props, 'place');
}

/** Page 2 of the form: place and time. */
export default function PlaceRoute(props: SayPageProps) {
  return renderStep(props, 'place', (locale) => (
    <>
      <PicksLive locale={locale} field="place" />
      <PlaceLive locale={locale} settings={mapSettings(locale)} />
    </>
  ));
}
