'use client';

import { type ComponentProps, useEffect, useState } from 'react';
import { InSlot } from '@/components/ui/InSlot';
import { readSlot, slotId } from '@/components/ui/Slot';
import type { LatLng } from '@/lib/geo/types';
import { PinChoice } from './PinChoice';

/** The choice of the exact place on a map, in the form of stories; it begins where the place that was named is. */
export function PinInSlot(props: Omit<ComponentProps<typeof PinChoice>, 'start' | 'fields'>) {
  const [start, setStart] = useState<LatLng | null>(null);
  useEffect(() => setStart(readSlot<LatLng>('pin')), []);
  return (
    <InSlot id={slotId('pin')}>
      <PinChoice {...props} start={start} />
    </InSlot>
  );
}
