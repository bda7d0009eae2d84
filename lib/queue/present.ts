import { formatDay, formatMoment } from '@/lib/i18n/formats';
import type { Locale } from '@/lib/i18n/locales';
import { hrefFor } from '@/lib/i18n/navigation';
import { type Words, words } from '@/lib/i18n/words';
import { inScript } from '@/lib/serbian';
import { daysWaited, type Level, levelOf, NO_DAY } from './clock';
import { isNarrowed, QUEUE_VIEWS, type QueueFilter, type QueueView, toQueueQuery } from './filter';
import type { QueuePage, QueueRow } from './queries';
import { QUEUE_SOURCES } from './sources';

/** A row of the queue in words. */
export interface QueueLine {
  /** Id of the story; null for what cannot be ticked. */
  tick: number | null;
  href: string;
  title: string;
  titleLang: string;
  about: string;
  reference: string;
  badge: { text: string; tone: '' | 'good' | 'warn' | 'err' | 'calm'; icon: 'clock' | 'check' | 'warning' | 'pencil' };
  notes: string[];
  waits: { text: string; level: Level; promise: string | null };
  whose: { text: string; isMine: boolean };
  viewers: string | null;
}

export interface QueueModel {
  tabs: { view: QueueView; label: string; href: string; isCurrent: boolean }[];
  lines: QueueLine[];
  nextHref: string | null;
  /** Back to the first page; null on it. */
  firstHref: string | null;
  /** Takes every filter away but the tab; null when there is none. */
  clearHref: string | null;
  /** What is said where nothing waits. */
  empty: string | null;
  /** Query of the address, for forms that come back here. */
  query: string;
}

interface Facts {
  filter: QueueFilter;
  /** The address names a page after the first. */
  isLater: boolean;
  me: string;
  names: ReadonlyMap<string, string>;
  viewers: ReadonlyMap<number, string[]>;
  now: Date;
}

/** The queue in words. Pure. */
export function presentQueue(locale: Locale, page: QueuePage, facts: Facts): QueueModel {
  const { filter, isLater } = facts;
  const t = words(locale, 'DeskQueue');
  const at = (query: string) => hrefFor(locale, '/desk', {}, query);
  const query = toQueueQuery(filter);
  return {
    tabs: QUEUE_VIEWS.filter((view) => page.counts[view] > 0 || view === filter.view || FIXED.includes(view)).map(
      (view) => ({
        ...{ view, label: t(`tabs.${view}`, { count: page.counts[view] }), isCurrent: view === filter.view },
        href: at(toQueueQuery({ ...filter, view })),
      }),
    ),
    lines: page.rows.map((row) => lineOf(locale, t, row, facts)),
    nextHref: page.next && at(toQueueQuery(filter, { after: page.next })),
    firstHref: isLater ? at(query) : null,
    clearHref: isNarrowed(filter) ? at(toQueueQuery({ ...EMPTY, view: filter.view })) : null,
    empty: page.rows.length > 0 ? null : t(isNarrowed(filter) ? 'empty.filtered' : `empty.${filter.view}`),
    query,
  };
}

/** Tabs that are there also when nothing is in them: where somebody looks first. */
const FIXED: readonly QueueView[] = ['all', 'mine', 'free', 'late'];
const EMPTY: QueueFilter = {
  ...{ view: 'all', kind: null, state: null, language: null, district: null, practice: null, person: null, q: '' },
};

type T = Words<'DeskQueue'>;

function lineOf(locale: Locale, t: T, row: QueueRow, { filter, me, names, viewers, now }: Facts): QueueLine {
  const source = QUEUE_SOURCES[row.source];
  const from = toQueueQuery(filter);
  const looking = row.source === 'story' ? (viewers.get(row.objectId) ?? []) : [];
  return {
    tick: row.source === 'story' ? row.objectId : null,
    href: source ? hrefFor(locale, source.page, source.params(row), from === '' ? {} : { queue: from }) : '',
    title: row.title,
    titleLang: row.locale,
    about: [row.organisation, row.place ?? t('noPlace')]
      .filter((part) => part !== null)
      .map((part) => inScriptOf(part, locale))
      .join(' · '),
    reference: row.reference,
    badge: badgeOf(locale, t, row, me),
    notes: [
      t(`language.${row.locale}`),
      ...(row.spamScore > 0 && row.kind !== 'spam' ? [t('spamScore', { score: row.spamScore })] : []),
    ],
    waits: waitOf(locale, t, row, now),
    whose: whoseOf(t, row, me, names),
    viewers: looking.length > 0 ? t('viewers', { names: looking.join(', '), count: looking.length }) : null,
  };
}

/** Names and places of the record follow the reader's script; the words of a story stay as they were written. */
const inScriptOf = (text: string, locale: Locale) => (locale === 'en' ? text : inScript(text, locale));

function badgeOf(locale: Locale, t: T, row: QueueRow, me: string): QueueLine['badge'] {
  const { kind, state } = row;
  if (kind === 'scheduled') {
    const day = row.dueOn === NO_DAY ? '' : formatDay(locale, row.dueOn);
    return { text: t('kinds.scheduled', { day }), tone: 'calm', icon: 'clock' };
  }
  if (row.holderId === me) return { text: t('reading.me'), tone: 'calm', icon: 'pencil' };
  if (state === 'in_review') return { text: t(`reading.${kind as 'new'}`), tone: 'calm', icon: 'pencil' };
  const [tone, icon] = BADGES[kind];
  return { text: t(`kinds.${kind}`), tone, icon };
}

const BADGES: Record<
  Exclude<QueueRow['kind'], 'scheduled'>,
  readonly [QueueLine['badge']['tone'], 'clock' | 'check' | 'warning']
> = {
  new: ['', 'clock'],
  suggestion: ['', 'clock'],
  returned: ['good', 'check'],
  recommended: ['calm', 'check'],
  second: ['warn', 'warning'],
  edit: ['', 'clock'],
  appeal: ['warn', 'warning'],
  hidden: ['warn', 'warning'],
  publish: ['good', 'check'],
  spam: ['warn', 'warning'],
};

function waitOf(locale: Locale, t: T, { kind, since, dueOn }: QueueRow, now: Date): QueueLine['waits'] {
  const level = levelOf(kind, since, now);
  const days = daysWaited(kind, since, now);
  const text = kind === 'hidden' ? t('hiddenDays', { days }) : t('days', { days });
  if (kind === 'spam' || kind === 'scheduled') return { text: formatMoment(locale, since), level, promise: null };
  const promise =
    dueOn === NO_DAY || kind === 'publish' ? null : t(`promise.${level}`, { day: formatDay(locale, dueOn) });
  return { text, level, promise };
}

function whoseOf(t: T, row: QueueRow, me: string, names: ReadonlyMap<string, string>): QueueLine['whose'] {
  const isMine = row.ownerId === me;
  if (row.holderId === me) return { text: t('whose.me'), isMine };
  if (row.holderId !== null) return { text: names.get(row.holderId) ?? t('whose.somebody'), isMine };
  if (row.assigneeId === me) return { text: t('whose.givenToMe'), isMine };
  if (row.assigneeId !== null) {
    return { text: t('whose.givenTo', { name: names.get(row.assigneeId) ?? t('whose.somebody') }), isMine };
  }
  return { text: t(isMine ? 'whose.backToMe' : 'whose.free'), isMine };
}
