import 'server-only';
import { authorise, type Refusal, type Staff } from '@/lib/accounts/access-rules';
import { db } from '@/lib/db';
import type { EnterpriseInput } from '@/lib/enterprises/schema';
import type { EnterpriseName } from '@/lib/enterprises/types';
import { readInputs } from '@/lib/enterprises/write-records';
import type { Locale } from '@/lib/i18n/locales';
import { ok, type Result } from '@/lib/shared/result';
import { maskEmail } from '@/lib/submissions/email';
import { ownerClaim, type SuggestionKind } from './commands/send';
import type { SuggestionDecision } from './decision';
import { type FieldValue, isSuggestField, readField } from './fields';
import { findLink } from './links';
import { senderOf } from './sender';

/** A public record as the forms of the public need it. */
export interface SuggestRecord {
  id: number;
  slug: string;
  name: EnterpriseName;
  input: EnterpriseInput;
}

/** The public record of an address; the present slug when this is an old one; null when there is none. */
export async function recordForSuggestion(slug: string): Promise<SuggestRecord | { movedTo: string } | null> {
  const alias = await db().slugAlias.findUnique({
    where: { slug },
    select: { enterprise: { select: { slug: true } } },
  });
  const row = await db().enterprise.findFirst({ where: { slug, publication: 'published' }, select: { id: true } });
  if (!row) return alias ? { movedTo: alias.enterprise.slug } : null;
  const stored = (await readInputs(db(), [row.id])).get(row.id);
  if (!stored) return null;
  const { nameSr, nameSrCyrl, nameEn } = stored.input;
  return { id: row.id, slug: stored.slug, name: { sr: nameSr, srCyrl: nameSrCyrl, en: nameEn }, input: stored.input };
}

/** Whether a link lets its holder speak for a record: that of an accepted claim. */
export async function isOwnerLink(token: unknown, enterpriseId: number): Promise<boolean> {
  return (await ownerClaim(db(), { ownerToken: typeof token === 'string' ? token : null, enterpriseId })) !== null;
}

export type SuggestionState = 'waiting' | 'decided' | 'spam';

/** One field of a suggestion with its decision. */
export interface ChangeView {
  id: number;
  field: string;
  before: FieldValue;
  after: FieldValue;
  /** What went into the record, where staff changed the suggested value; null when it was taken as it was. */
  taken: FieldValue;
  outcome: 'accepted' | 'refused' | null;
  reason: string | null;
  note: string | null;
}

/** What the sender sees on the private page. */
export interface OutcomeView {
  reference: string;
  kind: SuggestionKind;
  decided: boolean;
  name: string;
  /** Of the record as it is now, or that was made; null when there is none, or it is not public. */
  slug: string | null;
  changes: ChangeView[];
  createdAt: Date;
  decidedAt: Date | null;
  /** null when no address was given, or it is erased. */
  email: { masked: string; confirmed: boolean } | null;
  /** The link may send corrections of the record as its owner's. */
  owner: boolean;
}

/** What a private link opens; null for one that opens nothing. Spam looks as if it waited: its sender learns nothing. */
export async function findOutcome(token: string): Promise<OutcomeView | null> {
  const link = await findLink(db(), token, 'status');
  if (!link) return null;
  const row = await db().suggestion.findUniqueOrThrow({
    where: { id: link.suggestionId },
    include: { changes: { orderBy: { position: 'asc' } } },
  });
  const sender = await senderOf(db(), row.id);
  const enterpriseId = row.enterpriseId ?? row.createdEnterpriseId;
  const record =
    enterpriseId === null
      ? null
      : await db().enterprise.findFirst({
          where: { id: enterpriseId, publication: 'published' },
          select: { slug: true },
        });
  return {
    ...{ reference: row.reference, name: row.name, createdAt: row.createdAt, decidedAt: row.decidedAt },
    kind: row.kind as SuggestionKind,
    decided: row.state === 'decided',
    slug: record?.slug ?? null,
    changes: row.changes.map(toChange),
    email: sender?.email ? { masked: maskEmail(sender.email), confirmed: sender.confirmedAt !== null } : null,
    owner: enterpriseId !== null && record !== null && (await isOwnerLink(token, enterpriseId)),
  };
}

/** Whether a link asks to confirm an address, and still may; opening it changes nothing. */
export async function findAddressToConfirm(token: string, now = new Date()) {
  const link = await findLink(db(), token, 'confirm');
  if (!link) return null;
  const sender = await senderOf(db(), link.suggestionId);
  const open = link.usedAt !== null || link.expiresAt === null || link.expiresAt > now;
  return sender?.email && open ? { masked: maskEmail(sender.email), done: link.usedAt !== null } : null;
}

function toChange(row: {
  id: number;
  field: string;
  before: string | null;
  after: string | null;
  taken: string | null;
  outcome: string | null;
  reason: string | null;
  note: string | null;
}): ChangeView {
  const read = (json: string | null) => JSON.parse(json ?? 'null') as FieldValue;
  const { id, field, reason, note } = row;
  const outcome = row.outcome as ChangeView['outcome'];
  return { id, field, reason, note, outcome, before: read(row.before), after: read(row.after), taken: read(row.taken) };
}

/** A row of the desk's list. */
export interface SuggestionRow {
  reference: string;
  kind: SuggestionKind;
  name: string;
  fields: string[];
  byOwner: boolean;
  /** Held by its spam score: looks odd. */
  odd: boolean;
  createdAt: Date;
}

export interface SuggestionList {
  rows: SuggestionRow[];
  counts: Record<SuggestionState, number>;
  page: number;
  pages: number;
}

export const ROWS_OF_A_PAGE = 25;
/** Scores from here on are shown as odd (lib/abuse/spam). */
const ODD_FROM = 4;

/** Suggestions of one state, those that wait longest first, the others newest first. */
export async function listSuggestions(
  staff: Staff,
  wish: { state: SuggestionState; page: number },
  now = new Date(),
): Promise<Result<SuggestionList, Refusal>> {
  const allowed = authorise(staff, 'decideSuggestions', now);
  if (!allowed.ok) return allowed;
  const counts: SuggestionList['counts'] = { waiting: 0, decided: 0, spam: 0 };
  const groups = await db().suggestion.groupBy({ by: ['state'], _count: true });
  for (const { state, _count } of groups) counts[state as SuggestionState] = _count;
  const pages = Math.max(1, Math.ceil(counts[wish.state] / ROWS_OF_A_PAGE));
  const page = Math.min(Math.max(1, wish.page), pages);
  const rows = await db().suggestion.findMany({
    where: { state: wish.state },
    orderBy: wish.state === 'waiting' ? [{ createdAt: 'asc' }, { id: 'asc' }] : [{ id: 'desc' }],
    skip: (page - 1) * ROWS_OF_A_PAGE,
    take: ROWS_OF_A_PAGE,
    select: SELECT_ROW,
  });
  return ok({ rows: rows.map(toRow), counts, page, pages });
}

const SELECT_ROW = {
  ...{ reference: true, kind: true, name: true, ownerOf: true, spamScore: true, createdAt: true },
  changes: { orderBy: { position: 'asc' }, select: { field: true } },
} as const;

function toRow(row: {
  reference: string;
  kind: string;
  name: string;
  ownerOf: number | null;
  spamScore: number;
  createdAt: Date;
  changes: { field: string }[];
}): SuggestionRow {
  return {
    ...{ reference: row.reference, kind: row.kind as SuggestionKind, name: row.name, createdAt: row.createdAt },
    fields: row.changes.map(({ field }) => field),
    byOwner: row.ownerOf !== null,
    odd: row.spamScore >= ODD_FROM,
  };
}

/** A source of the desk's queue: how many suggestions wait, and those that wait longest. */
export async function suggestionsWaiting(
  staff: Staff,
  { most = 5, now = new Date() }: { most?: number; now?: Date } = {},
): Promise<Result<{ count: number; rows: (SuggestionRow & { waitingMs: number })[] }, Refusal>> {
  const allowed = authorise(staff, 'decideSuggestions', now);
  if (!allowed.ok) return allowed;
  const where = { state: 'waiting' };
  const rows = await db().suggestion.findMany({
    where,
    orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
    take: most,
    select: SELECT_ROW,
  });
  const waiting = rows.map((row) => ({ ...toRow(row), waitingMs: now.getTime() - row.createdAt.getTime() }));
  return ok({ count: await db().suggestion.count({ where }), rows: waiting });
}

/** A field at the desk: what it is now, beside what it was and what is suggested. */
export interface DeskChange extends ChangeView {
  now: FieldValue;
  /** The record has changed since it was sent. */
  moved: boolean;
  /** How the sender knows; null once it is erased. */
  source: string | null;
}

export interface DeskSuggestion {
  id: number;
  version: number;
  reference: string;
  kind: SuggestionKind;
  state: SuggestionState;
  name: string;
  locale: Locale;
  /** The record; null when it is new, or gone. */
  record: { id: number; slug: string } | null;
  byOwner: boolean;
  ownerEnded: boolean;
  createdAt: Date;
  decidedAt: Date | null;
  decidedBy: string | null;
  spamReasons: string[];
  changes: DeskChange[];
  /** Records that may be the same. */
  duplicates: { slug: string; name: string }[];
  sender: {
    hasEmail: boolean;
    confirmed: boolean;
    ownDomain: boolean;
    evidence: string | null;
    role: string | null;
  } | null;
  /** A decision that could not be taken, as it was filled in. */
  draft: SuggestionDecision | null;
  /** Reference of the one that waits longest besides. */
  next: string | null;
}

/** One suggestion for its decision; null when there is none of this reference. */
export async function deskSuggestion(
  staff: Staff,
  reference: string,
  now = new Date(),
): Promise<Result<DeskSuggestion | null, Refusal>> {
  const allowed = authorise(staff, 'decideSuggestions', now);
  if (!allowed.ok) return allowed;
  const row = await db().suggestion.findUnique({
    where: { reference },
    include: { changes: { orderBy: { position: 'asc' } } },
  });
  if (!row) return ok(null);
  const enterpriseId = row.enterpriseId ?? row.createdEnterpriseId;
  const stored = enterpriseId === null ? undefined : (await readInputs(db(), [enterpriseId])).get(enterpriseId);
  const sender = await senderOf(db(), row.id);
  const duplicates = await db().enterprise.findMany({
    where: { id: { in: JSON.parse(row.duplicates) as number[] } },
    select: { slug: true, nameSr: true },
  });
  const decider = row.decidedBy
    ? await db().staffUser.findUnique({ where: { id: row.decidedBy }, select: { name: true } })
    : null;
  return ok({
    ...{ id: row.id, version: row.version, reference, name: row.name, locale: row.locale as Locale },
    ...{ kind: row.kind as SuggestionKind, state: row.state as SuggestionState },
    record: stored && enterpriseId !== null ? { id: enterpriseId, slug: stored.slug } : null,
    byOwner: row.ownerOf !== null,
    ownerEnded: row.ownerEndedAt !== null,
    ...{ createdAt: row.createdAt, decidedAt: row.decidedAt, decidedBy: decider?.name ?? null },
    spamReasons: JSON.parse(row.spamReasons) as string[],
    changes: row.changes.map(toChange).map((change): DeskChange => {
      const known = stored && row.enterpriseId !== null && isSuggestField(change.field);
      const present = known ? readField(stored.input, change.field as never) : null;
      const waits = row.state !== 'decided';
      return {
        ...change,
        now: present,
        moved: Boolean(known) && waits && JSON.stringify(present) !== JSON.stringify(change.before),
        source: sender ? (sender.sources[change.field] ?? sender.sources.all ?? null) : null,
      };
    }),
    duplicates: duplicates.map(({ slug, nameSr }) => ({ slug, name: nameSr })),
    sender: sender && {
      ...{ hasEmail: sender.email !== null, confirmed: sender.confirmedAt !== null, ownDomain: sender.ownDomain },
      ...{ evidence: sender.evidence ?? null, role: sender.role ?? null },
    },
    draft: row.decisionDraft === null ? null : (JSON.parse(row.decisionDraft) as SuggestionDecision),
    next: await nextWaiting(row.id),
  });
}

/** Reference of the suggestion that waits longest, but for one; null when none does. */
export async function nextWaiting(except: number): Promise<string | null> {
  const next = await db().suggestion.findFirst({
    where: { state: 'waiting', NOT: { id: except } },
    orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
    select: { reference: true },
  });
  return next?.reference ?? null;
}
