import 'server-only';
import { db, type Prisma } from '@/lib/db';
import { writing } from '@/lib/db/write';
import { seal } from '@/lib/secrets';
import { ok } from '@/lib/shared/result';
import { CONFIRM_DAYS } from './links';
import { senderOf } from './sender';

const DAY_MS = 86_400_000;
const daysBefore = (now: Date, days: number) => new Date(now.getTime() - days * DAY_MS);

/** How long spam is kept, and what a sender said of themselves after the decision, in days. */
export const SPAM_DAYS = 30;
export const SENDER_DAYS = 180;

type Outcome = Promise<{ due: number; erased: number }>;

async function sweepSpam(now: Date, erase: boolean): Outcome {
  const where = { state: 'spam', stateSince: { lte: daysBefore(now, SPAM_DAYS) } };
  if (!erase) return { due: await db().suggestion.count({ where }), erased: 0 };
  const { count } = await written((tx) => tx.suggestion.deleteMany({ where }));
  return { due: count, erased: count };
}

/** Address, evidence and sources of a decided suggestion. */
async function sweepSenders(now: Date, erase: boolean): Outcome {
  const over = { lte: daysBefore(now, SENDER_DAYS) };
  const where: Prisma.SuggestionSenderWhereInput = { suggestion: { state: 'decided', stateSince: over } };
  if (!erase) return { due: await db().suggestionSender.count({ where }), erased: 0 };
  const { count } = await written((tx) => tx.suggestionSender.deleteMany({ where }));
  return { due: count, erased: count };
}

/** An address that nobody confirmed may be another person's; what else was said stays with the suggestion. */
async function sweepAddresses(now: Date, erase: boolean): Outcome {
  const where = { confirmedAt: null, savedAt: { lte: daysBefore(now, CONFIRM_DAYS) }, NOT: { emailHash: null } };
  const rows = await db().suggestionSender.findMany({ where, select: { suggestionId: true } });
  if (!erase) return { due: rows.length, erased: 0 };
  let erased = 0;
  for (const { suggestionId } of rows) {
    const done = await writing<boolean, never>(async (tx) => {
      const sender = await senderOf(tx, suggestionId);
      // Without its key nothing can be taken out of the seal: all of it goes.
      if (!sender) {
        await tx.suggestionSender.deleteMany({ where: { suggestionId } });
        return ok(true);
      }
      const { confirmedAt, ownDomain: _, ...words } = sender;
      if (confirmedAt !== null) return ok(false);
      const data = { sealed: seal({ ...words, email: null }), emailHash: null, ownDomain: false };
      await tx.suggestionSender.updateMany({ where: { suggestionId }, data });
      return ok(true);
    });
    if (!done.ok) throw new Error('The database cannot be written now');
    if (done.value) erased += 1;
  }
  return { due: rows.length, erased };
}

async function written<T>(work: (tx: Prisma.TransactionClient) => Promise<T>): Promise<T> {
  const done = await writing<T, never>(async (tx) => ok(await work(tx)));
  if (!done.ok) throw new Error('The database cannot be written now');
  return done.value;
}

/** The rules of retention of suggestions, for the nightly job. */
export const SUGGESTION_SWEEPS = [
  { rule: 'suggestionSpam', run: sweepSpam },
  { rule: 'suggestionSenders', run: sweepSenders },
  { rule: 'suggestionAddresses', run: sweepAddresses },
] as const;
