import type { PageParams } from '@/lib/i18n/navigation';
import type { PageName } from '@/lib/i18n/routing';

/**
 * From where things come into the queue, and on which page each is decided. A part of the desk that has things waiting adds
 * its source here and its kinds in `kinds.ts`, and calls `putInQueue` and `takeFromQueue` (items.ts) in its commands; list,
 * filters, counts and digest then know it.
 */
export const QUEUE_SOURCES: Readonly<Record<string, QueueSource>> = {
  story: { page: '/desk/stories/[reference]', params: ({ reference }) => ({ reference }) },
  suggestion: { page: '/desk/suggestions/[reference]', params: ({ reference }) => ({ reference }) },
};

interface QueueSource {
  page: PageName;
  params: (item: { reference: string; objectId: number }) => PageParams;
}
