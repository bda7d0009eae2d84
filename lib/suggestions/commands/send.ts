import 'server-only';
import type { SpamVerdict } from '@/lib/abuse/spam';
import type { Tx } from '@/lib/db';
import { type StorageTrouble, writing } from '@/lib/db/write';
import { readInputs } from '@/lib/enterprises/write-records';
import type { Locale } from '@/lib/i18n/locales';
import { queueMail } from '@/lib/mail/outbox';
import { hmac, newSecret, secretFrom } from '@/lib/secrets';
import { fail, ok, type Result } from '@/lib/shared/result';
import { addDays, toDay } from '@/lib/submissions/calendar';
import { newReference } from '@/lib/submissions/references';
import { CONFIRM_DAYS, findLink, issueLink } from '../links';
import { refreshSuggestionInQueue } from '../queue';
import type { SenderWords, SuggestedChange } from '../schema';
import { isOwnDomain, saveSender } from '../sender';

export type SuggestionKind = 'correct' | 'add' | 'mine';

/** A suggestion that was checked and admitted. */
export interface NewSuggestion {
  kind: SuggestionKind;
  /** null for a record that is suggested anew. */
  enterpriseId: number | null;
  name: string;
  changes: readonly SuggestedChange[];
  sender: SenderWords;
  locale: Locale;
  verdict: SpamVerdict;
  /** Ids of records that may be the same, as the sender was told. */
  duplicates?: readonly number[];
  /** The form's stamp: the same form with the same content sent twice is one suggestion. null when it is no stamp of ours. */
  stamp: string | null;
  /** Secret of the link of an accepted claim; what it sends is the owner's. */
  ownerToken?: string | null;
  now?: Date;
}

export interface SentSuggestion {
  reference: string;
  /** Secret of the page that shows the outcome. */
  token: string;
}

/**
 * Writes a suggestion, with the private link to its outcome, and the mail that asks to confirm the address where one was
 * given: nothing that was typed stands in it. What was taken for spam is kept apart, answered in the same way, and writes
 * to nobody.
 * @returns notFound when the record has gone meanwhile
 */
export function sendSuggestion(
  wish: NewSuggestion,
): Promise<Result<SentSuggestion, { code: 'notFound' } | StorageTrouble>> {
  const { now = new Date(), stamp } = wish;
  const once = stamp === null ? newSecret() : `${stamp} ${wish.kind} ${wish.enterpriseId} ${contentOf(wish)}`;
  const sendKey = hmac(once, 'suggestion-once');
  const token = stamp === null ? newSecret() : secretFrom(once, 'suggestion');
  return writing<SentSuggestion, { code: 'notFound' }>(async (tx) => {
    const twin = await tx.suggestion.findUnique({ where: { sendKey }, select: { reference: true } });
    if (twin) return ok({ reference: twin.reference, token });
    const sites = await sitesOf(tx, wish.enterpriseId);
    if (sites === null) return fail({ code: 'notFound' });
    const ownerOf = await ownerClaim(tx, wish);
    const { id, reference } = await create(tx, wish, { sendKey, ownerOf, now });
    await refreshSuggestionInQueue(tx, id);
    const ownDomain = isOwnDomain(wish.sender.email, sites);
    await saveSender(tx, id, wish.sender, { ownDomain, now });
    await issueLink(tx, { suggestionId: id, purpose: 'status', now, secret: token });
    if (wish.sender.email !== null && wish.verdict.verdict !== 'spam') {
      await mailConfirmation(tx, { id, reference, email: wish.sender.email, locale: wish.locale, now });
    }
    return ok({ reference, token });
  });
}

const contentOf = ({ changes, sender }: NewSuggestion) => JSON.stringify([changes, sender]);

async function create(
  tx: Tx,
  { kind, enterpriseId, name, changes, locale, verdict, duplicates = [] }: NewSuggestion,
  { sendKey, ownerOf, now }: { sendKey: string; ownerOf: number | null; now: Date },
) {
  const fields =
    kind === 'mine' ? [{ field: 'ownership', before: null, after: 'yes' as string | string[] | null }] : changes;
  return tx.suggestion.create({
    data: {
      ...{ reference: await freeReference(tx), kind, enterpriseId, name, locale, sendKey, ownerOf },
      ...{ state: verdict.verdict === 'spam' ? 'spam' : 'waiting', stateSince: now, createdAt: now },
      ...{ spamScore: verdict.score, spamReasons: JSON.stringify(verdict.reasons) },
      duplicates: JSON.stringify(duplicates),
      changes: {
        create: fields.map(({ field, before, after }, position) => ({
          ...{ field, position },
          ...{ before: JSON.stringify(before), after: JSON.stringify(after) },
        })),
      },
    },
    select: { id: true, reference: true },
  });
}

/** Two of 3.8·10¹⁰ are hardly ever equal; the loop is for when they are. */
async function freeReference(tx: Tx): Promise<string> {
  for (;;) {
    const reference = newReference();
    const taken =
      (await tx.suggestion.count({ where: { reference } })) + (await tx.submission.count({ where: { reference } }));
    if (taken === 0) return reference;
  }
}

/** Web addresses of the record; none for a new one, null when there is no such public record. */
async function sitesOf(tx: Tx, enterpriseId: number | null): Promise<string[] | null> {
  if (enterpriseId === null) return [];
  const isPublic = await tx.enterprise.count({ where: { id: enterpriseId, publication: 'published' } });
  const stored = isPublic === 0 ? undefined : (await readInputs(tx, [enterpriseId])).get(enterpriseId);
  return stored ? stored.input.contacts.flatMap(({ kind, value }) => (kind === 'website' ? [value] : [])) : null;
}

/** The accepted claim on this very record whose link the sender has; null for anybody else. */
export async function ownerClaim(
  tx: Tx,
  { ownerToken, enterpriseId }: Pick<NewSuggestion, 'ownerToken' | 'enterpriseId'>,
): Promise<number | null> {
  const link = await findLink(tx, ownerToken, 'status');
  if (!link || enterpriseId === null) return null;
  const claim = await tx.suggestion.findFirst({
    where: {
      ...{ id: link.suggestionId, kind: 'mine', state: 'decided', enterpriseId, ownerEndedAt: null },
      changes: { some: { field: 'ownership', outcome: 'accepted' } },
    },
    select: { id: true },
  });
  return claim?.id ?? null;
}

async function mailConfirmation(
  tx: Tx,
  to: { id: number; reference: string; email: string; locale: Locale; now: Date },
): Promise<void> {
  const { id, reference, email, locale, now } = to;
  const token = await issueLink(tx, { suggestionId: id, purpose: 'confirm', now });
  await queueMail(tx, {
    template: 'suggestionConfirm',
    locale,
    to: email,
    values: { token, reference, until: addDays(toDay(now), CONFIRM_DAYS) },
    submissionId: null,
    dedupeKey: `suggestionConfirm:${id}`,
    dueAt: now,
  });
}
