import 'server-only';
import type { Staff } from '@/lib/accounts/access-rules';
import { oneOf, type PageSearch } from '@/lib/accounts/outcomes';
import { can } from '@/lib/accounts/permissions';
import { dutyOfWeek } from '@/lib/duty/queries';
import type { Locale } from '@/lib/i18n/locales';
import { LOCALES } from '@/lib/i18n/locales';
import { words } from '@/lib/i18n/words';
import { themesSeenBy } from '@/lib/moderation/scope';
import { viewersOfAll } from '@/lib/moderation/viewers';
import { bulkActionsFor } from '@/lib/queue/bulk-rules';
import { listColleagues } from '@/lib/queue/choices';
import { parseQueueFilter } from '@/lib/queue/filter';
import { kindsFor } from '@/lib/queue/kinds';
import { presentQueue } from '@/lib/queue/present';
import { listQueue } from '@/lib/queue/queries';
import { listFilters } from '@/lib/queue/saved-filters';
import { nameLabel, termLabel } from '@/lib/taxonomies/present';
import { vocabularies } from '@/lib/taxonomies/queries';

const STATES = [
  ...([
    'pending',
    'in_review',
    'recommended',
    'approved',
    'scheduled',
    'published',
    'hidden',
    'appealed',
    'spam',
  ] as const),
];

/** Everything that the queue's page shows this person. */
export async function loadQueue(locale: Locale, staff: Staff, search: PageSearch, now = new Date()) {
  const filter = parseQueueFilter((name) => oneOf(search, name));
  const after = oneOf(search, 'after') ?? null;
  const found = listQueue(staff, filter, { after, now });
  if (!found.ok) throw new Error(`The queue was refused: ${found.error.code}`);
  const page = found.value;
  const stories = page.rows.filter(({ source }) => source === 'story').map(({ objectId }) => objectId);
  const [viewers, colleagues, saved, duty] = await Promise.all([
    viewersOfAll(stories, staff, now),
    listColleagues(staff, now),
    listFilters(staff, now),
    dutyOfWeek(now),
  ]);
  const people = colleagues.ok ? colleagues.value : [];
  const model = presentQueue(locale, page, {
    ...{ filter, isLater: after !== null, me: staff.id, now },
    names: new Map(people.map(({ id, name }) => [id, name])),
    viewers: viewers.ok ? viewers.value : new Map(),
  });
  return {
    ...{ filter, model, saved: saved.ok ? saved.value : [], together: bulkActionsFor((action) => can(staff, action)) },
    choices: choicesFor(locale, staff, people),
    duty: dutyLines(locale, duty, { people, themes: themesSeenBy(staff) }),
  };
}

/** Who is on duty this week, and for who sees only themes which these are. */
function dutyLines(
  locale: Locale,
  { onDutyId, deputyId }: Awaited<ReturnType<typeof dutyOfWeek>>,
  { people, themes }: { people: readonly { id: string; name: string }[]; themes: readonly string[] | null },
): string[] {
  const t = words(locale, 'DeskDuty');
  const nameOf = (id: string | null) => people.find((person) => person.id === id)?.name ?? t('nobody');
  const vocab = vocabularies();
  const labels = (themes ?? []).map((code) => termLabel(vocab, 'practiceType', code, locale)).join(', ');
  return [
    t('now', { onDuty: nameOf(onDutyId), deputy: nameOf(deputyId) }),
    ...(themes === null ? [] : [themes.length === 0 ? t('noThemes') : t('yourThemes', { themes: labels })]),
  ];
}

function choicesFor(locale: Locale, staff: Staff, people: readonly { id: string; name: string }[]) {
  const t = words(locale, 'DeskQueue');
  const vocab = vocabularies();
  return {
    kind: kindsFor((action) => can(staff, action)).map((kind) => ({ value: kind, label: t(`kindNames.${kind}`) })),
    state: STATES.map((state) => ({ value: state, label: t(`states.${state}`) })),
    language: LOCALES.map((value) => ({ value, label: t(`language.${value}`) })),
    district: [...vocab.districts.values()].map((district) => ({
      value: district.code,
      label: nameLabel(district, locale),
    })),
    practice: vocab
      .terms('practiceType')
      .map((term) => ({ value: term.code, label: termLabel(vocab, 'practiceType', term.code, locale) })),
    person: people.map(({ id, name }) => ({ value: id, label: name })),
  };
}
