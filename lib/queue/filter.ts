import { isLocale, type Locale } from '@/lib/i18n/locales';
import { isState, type State } from '@/lib/moderation/rules';
import { isQueueKind, type QueueKind } from './kinds';

/** The tabs of the queue. `all` is all that waits, without what was taken for spam. */
export const QUEUE_VIEWS = ['all', 'mine', 'free', 'late', 'publish', 'spam'] as const;
export type QueueView = (typeof QUEUE_VIEWS)[number];

/** What of the queue is shown; each part stands in the address under the same name. */
export interface QueueFilter {
  view: QueueView;
  kind: QueueKind | null;
  state: State | null;
  language: Locale | null;
  /** Code of a district. */
  district: string | null;
  /** Code of a kind of practice. */
  practice: string | null;
  /** Id of whoever has it or was given it. */
  person: string | null;
  /** Words of reference, title, organisation or place, as they were typed. */
  q: string;
}

export const NO_FILTER: QueueFilter = {
  view: 'all',
  ...{ kind: null, state: null, language: null, district: null, practice: null, person: null, q: '' },
};

const CODE = /^[\w-]{1,64}$/;
const LONGEST_TEXT = 120;

/** Reads a filter from the query of an address. Total: what is nonsense says nothing. */
export function parseQueueFilter(read: (name: string) => string | undefined): QueueFilter {
  const pick = <T extends string>(name: string, is: (value: string) => boolean) => {
    const value = read(name)?.trim() ?? '';
    return value !== '' && is(value) ? (value as T) : null;
  };
  const code = (value: string) => CODE.test(value);
  return {
    view: pick<QueueView>('view', (value) => QUEUE_VIEWS.includes(value as QueueView)) ?? 'all',
    kind: pick<QueueKind>('kind', isQueueKind),
    state: pick<State>('state', isState),
    language: pick<Locale>('language', isLocale),
    district: pick('district', code),
    practice: pick('practice', code),
    person: pick('person', code),
    q: (read('q') ?? '').trim().slice(0, LONGEST_TEXT),
  };
}

/** The query of an address that says this filter, in one order; empty when it says nothing. */
export function toQueueQuery(filter: QueueFilter, more: Readonly<Record<string, string>> = {}): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(filter)) {
    if (value !== null && value !== '' && value !== 'all') query.set(name, value);
  }
  for (const [name, value] of Object.entries(more)) query.set(name, value);
  return query.toString();
}

/** Whether anything but the tab was chosen. */
export function isNarrowed(filter: QueueFilter): boolean {
  return toQueueQuery({ ...filter, view: 'all' }) !== '';
}

/** The same from the text of a query, as it is saved and as forms carry it. */
export function readQueueQuery(query: string): QueueFilter {
  const search = new URLSearchParams(query);
  return parseQueueFilter((name) => search.get(name) ?? undefined);
}
