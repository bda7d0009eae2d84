import type { SourceRefInput } from './schema';

type Details = Pick<SourceRefInput, 'publisher' | 'licence' | 'retrievedOn'>;

/** What is known of a source after it was named again: the later day of reading, and what the new mention adds. */
export function newest<Known extends Details>(known: Known, given: Details): Known {
  const later = (known.retrievedOn ?? '') > (given.retrievedOn ?? '') ? known.retrievedOn : given.retrievedOn;
  return {
    ...known,
    publisher: given.publisher ?? known.publisher,
    licence: given.licence ?? known.licence,
    retrievedOn: later,
  };
}
