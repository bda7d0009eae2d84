import 'server-only';
import { createHash } from 'node:crypto';
import { freshWords } from '@/lib/content/queries';
import { db, type Prisma } from '@/lib/db';
import { writing } from '@/lib/db/write';
import { settings } from '@/lib/env';
import type { Locale } from '@/lib/i18n/locales';
import { MissingKeyError, unseal } from '@/lib/secrets';
import { ok } from '@/lib/shared/result';
import type { SealedMail } from './outbox';
import { renderMail, UnfilledMailError } from './render';
import { KEY_PAUSE_MS, nextTry, SENDING_MS, SERVER_PAUSE_MS, TOO_OLD_MS } from './retries';
import { createMailTransport, type Envelope, failureOf, type Transport } from './transport';
import type { MailTemplate } from './values';

/** What a run of the mail job did. */
export interface DeliveryReport {
  sent: number;
  /** To be tried again. */
  delayed: number;
  /** Given up: refused for good, tried too often, or not fit to be sent. */
  failed: number;
}

/** Whether a mail waits; one look at an index, so that it may be asked every few seconds. */
export async function hasDueMail(now = new Date()): Promise<boolean> {
  return (await db().outboxMail.count({ where: due(now), take: 1 })) > 0;
}

/** How many mails would be sent now; one that is held, or that waits for its next try, is not among them. */
export async function countDueMail(now = new Date()): Promise<number> {
  return db().outboxMail.count({ where: due(now) });
}

/** A mail that is being sent is due again when its sender has been silent for too long: `dueAt` is that time. */
const due = (now: Date) => ({ state: { in: ['waiting', 'sending'] }, dueAt: { lte: now } });

/**
 * Sends what is due, the oldest first. Each mail is claimed before it is sent, so that two processes never send the same
 * one; one whose sender ended half-way is sent by the next run, with the same Message-ID. When the server itself does not
 * answer, the rest waits for the next run.
 */
export async function deliverDueMail(
  now: () => Date = () => new Date(),
  transport: Transport = createMailTransport(),
  goOn: () => boolean = () => true,
): Promise<DeliveryReport> {
  const report: DeliveryReport = { sent: 0, delayed: 0, failed: 0 };
  try {
    while (goOn()) {
      const mail = await claim(now());
      if (!mail) break;
      const outcome = await deliver(mail, transport, now);
      report[outcome === 'server' ? 'delayed' : outcome] += 1;
      if (outcome === 'server') break;
    }
  } finally {
    transport.close();
  }
  return report;
}

interface Claimed {
  id: number;
  template: string;
  locale: string;
  sealed: Uint8Array;
  dedupeKey: string;
  attempts: number;
  createdAt: Date;
  submissionId: number | null;
}

/** Takes the next due mail for this process. */
async function claim(now: Date): Promise<Claimed | null> {
  const claimed = await writing<Claimed | null, never>(async (tx) => {
    const row = await tx.outboxMail.findFirst({ where: due(now), orderBy: [{ dueAt: 'asc' }, { id: 'asc' }] });
    if (!row) return ok(null);
    const attempts = row.attempts + 1;
    const until = new Date(now.getTime() + SENDING_MS);
    await tx.outboxMail.updateMany({ where: { id: row.id }, data: { state: 'sending', attempts, dueAt: until } });
    return ok({ ...row, attempts, sealed: row.sealed ?? new Uint8Array() });
  });
  return claimed.ok ? claimed.value : null;
}

/**
 * Mails that are sent while their row could not be marked so (a full disk, a locked database). This process knows that they
 * must not be sent again; another one would, with the same Message-ID.
 */
const sentUnmarked = new Set<number>();

async function deliver(
  mail: Claimed,
  transport: Transport,
  now: () => Date,
): Promise<'sent' | 'delayed' | 'failed' | 'server'> {
  if (!sentUnmarked.has(mail.id)) {
    const failed = await trySending(mail, transport, now);
    if (failed) return failed;
    sentUnmarked.add(mail.id);
  }
  await update(mail.id, { state: 'sent', sentAt: now(), sealed: null, lastError: null });
  sentUnmarked.delete(mail.id);
  return 'sent';
}

async function trySending(
  mail: Claimed,
  transport: Transport,
  now: () => Date,
): Promise<'delayed' | 'failed' | 'server' | null> {
  let envelope: Envelope;
  try {
    envelope = toEnvelope(mail);
  } catch (error) {
    if (error instanceof MissingKeyError) return waitForKey(mail, now());
    await giveUp(mail, error instanceof UnfilledMailError ? error.message : 'It cannot be read', now());
    return 'failed';
  }
  try {
    await transport.send(envelope);
    return null;
  } catch (error) {
    return afterFailure(mail, error, now());
  }
}

/** Somebody may still put the key back. */
async function waitForKey({ id, attempts }: Claimed, now: Date): Promise<'delayed'> {
  const dueAt = new Date(now.getTime() + KEY_PAUSE_MS);
  await update(id, { state: 'waiting', dueAt, attempts: attempts - 1, lastError: 'its key is not there' });
  return 'delayed';
}

async function afterFailure(mail: Claimed, error: unknown, now: Date): Promise<'delayed' | 'failed' | 'server'> {
  const failure = failureOf(error);
  const lastError = codesOf(error);
  if (failure === 'server' && now.getTime() - mail.createdAt.getTime() < TOO_OLD_MS) {
    const dueAt = new Date(now.getTime() + SERVER_PAUSE_MS);
    await update(mail.id, { state: 'waiting', dueAt, lastError, attempts: mail.attempts - 1 });
    await pauseOthers(now, dueAt);
    return 'server';
  }
  const again = failure === 'temporary' ? nextTry(mail.attempts, now) : null;
  if (again === null) {
    await giveUp(mail, lastError, now);
    return 'failed';
  }
  await update(mail.id, { state: 'waiting', dueAt: again, lastError });
  return 'delayed';
}

/** None of them would get through; without this each would knock at the closed door at its own time. */
async function pauseOthers(now: Date, until: Date): Promise<void> {
  await writing(async (tx) => {
    await tx.outboxMail.updateMany({ where: { state: 'waiting', dueAt: { lte: now } }, data: { dueAt: until } });
    return ok(null);
  });
}

function toEnvelope(mail: Claimed): Envelope {
  freshWords();
  const { to, values } = unseal<SealedMail>(mail.sealed);
  const site = mailSite();
  const rendered = renderMail(mail.template as MailTemplate, { locale: mail.locale as Locale, values, site });
  const name = createHash('sha256').update(mail.dedupeKey).digest('hex').slice(0, 32);
  const messageId = `<${name}@${new URL(site).hostname}>`;
  return { ...rendered, id: mail.id, to, locale: mail.locale, messageId };
}

/**
 * Address of the site in mails: the setting SITE_URL, and never what a request calls itself, which its sender could
 * choose, and so lead others to another site.
 */
export function mailSite(): string {
  const { SITE_URL, PORT } = settings();
  return (SITE_URL ?? `http://localhost:${PORT}`).replace(/\/+$/, '');
}

/** The address is not kept for nothing: a mail that is given up is emptied. The story's log says so. */
async function giveUp({ id, submissionId }: Claimed, reason: string, now: Date): Promise<void> {
  await update(id, { state: 'failed', sealed: null, lastError: reason });
  if (submissionId === null) return;
  await writing(async (tx) => {
    await tx.submissionEvent.create({
      data: { submissionId, at: now, kind: 'mail_failed', actorKind: 'system' },
      select: { id: true },
    });
    return ok(null);
  });
}

async function update(id: number, data: Prisma.OutboxMailUpdateManyMutationInput): Promise<void> {
  const written = await writing<null, never>(async (tx) => {
    await tx.outboxMail.updateMany({ where: { id, state: 'sending' }, data });
    return ok(null);
  });
  // Left as it is, the mail would be sent again in five minutes; the log must show why.
  if (!written.ok) throw new Error(`The outbox cannot be written: ${written.error.code}`);
}

/** What is kept of an error: its codes. Its text may repeat the address. */
function codesOf(error: unknown): string {
  const { code, responseCode, command } = error as { code?: string; responseCode?: number; command?: string };
  const parts = [code, command, responseCode].filter((part) => part !== undefined);
  return parts.length > 0 ? parts.join(' ') : error instanceof Error ? error.name : 'unknown';
}
