import 'server-only';
import { authorise, type Refusal, type Staff } from '@/lib/accounts/access-rules';
import { recordAudit } from '@/lib/audit/commands';
import type { AuditActor } from '@/lib/audit/schema';
import { type StorageTrouble, writing } from '@/lib/db/write';
import { saveEnterprises } from '@/lib/enterprises/commands';
import { queueMail } from '@/lib/mail/outbox';
import { todayInSerbia } from '@/lib/search/today';
import { hashSecret, newSecret } from '@/lib/secrets';
import { fail, ok, type Result } from '@/lib/shared/result';
import { actorOf, openRecord } from '../open-record';
import { dueForQuestion } from '../stale-queries';
import { ANSWER_DAYS, ASKED_EVERY_DAYS } from '../stale-rules';
import { verifiedToday } from '../verification';
import { ownerQuestionIn } from './queries';

export type AskError = Refusal | StorageTrouble | { code: 'unknown' | 'noAddress' | 'askedLately' };

const DAY_MS = 86_400_000;

/** Asks an organisation by mail, at its published address, whether its record is still correct: once a year at most. */
export async function askOwner(staff: Staff, id: number, now = new Date()): Promise<Result<null, AskError>> {
  const allowed = authorise(staff, 'editRecords', now);
  if (!allowed.ok) return allowed;
  return ask(id, { sentBy: actorOf(staff), actor: { kind: 'staff', id: staff.id } }, now);
}

/** Asks those that wait longest, some in a night; the job `ownerReminders`, which the setting OWNER_REMINDERS turns on. */
export async function askOwnersOfTheNight(limit: number, now = new Date(), goOn = () => true): Promise<number> {
  let asked = 0;
  for (const id of dueForQuestion(limit, now)) {
    if (!goOn()) break;
    const by = { sentBy: 'job:ownerReminders', actor: { kind: 'system', id: 'ownerReminders' } } as const;
    if ((await ask(id, by, now)).ok) asked += 1;
  }
  return asked;
}

interface Sender {
  sentBy: string;
  actor: AuditActor;
}

function ask(id: number, { sentBy, actor }: Sender, now: Date): Promise<Result<null, AskError>> {
  return writing<null, AskError>(async (tx) => {
    const record = await openRecord(tx, id);
    if (!record || record.publication !== 'published') return fail({ code: 'unknown' });
    const address = record.input.contacts.find(({ kind, personal }) => kind === 'email' && !personal)?.value;
    if (!address) return fail({ code: 'noAddress' });
    const since = new Date(now.getTime() - ASKED_EVERY_DAYS * DAY_MS);
    if ((await tx.ownerCheck.count({ where: { enterpriseId: id, sentAt: { gt: since } } })) > 0)
      return fail({ code: 'askedLately' });
    const secret = newSecret();
    const expiresAt = new Date(now.getTime() + ANSWER_DAYS * DAY_MS);
    const check = await tx.ownerCheck.create({
      data: { enterpriseId: id, secretHash: hashSecret(secret), sentBy, sentAt: now, expiresAt },
      select: { id: true },
    });
    const until = expiresAt.toISOString().slice(0, 10);
    await queueMail(tx, {
      template: 'ownerCheck',
      locale: 'sr-Latn',
      to: address,
      values: { name: record.input.nameSr, slug: record.slug, token: secret, until },
      submissionId: null,
      dedupeKey: `ownerCheck:${check.id}`,
      dueAt: now,
    });
    await recordAudit(tx, { actor, action: 'enterprise.askOwner', object: { kind: 'enterprise', id } });
    return ok(null);
  });
}

/** The organisation says that all is still correct: verified today, by the owner. A second press changes nothing. */
export async function confirmByOwner(
  secret: unknown,
  now = new Date(),
): Promise<Result<{ slug: string }, StorageTrouble | { code: 'linkGone' }>> {
  return writing<{ slug: string }, { code: 'linkGone' }>(async (tx) => {
    const question = await ownerQuestionIn(tx, secret, now);
    if (!question) return fail({ code: 'linkGone' });
    if (question.confirmedAt !== null) return ok({ slug: question.slug });
    await tx.ownerCheck.update({ where: { id: question.id }, data: { confirmedAt: now }, select: { id: true } });
    const record = await openRecord(tx, question.enterpriseId);
    if (!record) return fail({ code: 'linkGone' });
    const input = { ...record.input, verification: verifiedToday('owner', todayInSerbia()) };
    await saveEnterprises(tx, [{ id: record.id, input }], { actor: 'owner', runId: null, kind: 'verified' });
    await recordAudit(tx, {
      actor: { kind: 'system', id: 'ownerLink' },
      action: 'enterprise.verify',
      object: { kind: 'enterprise', id: record.id },
      details: { method: 'owner' },
    });
    return ok({ slug: question.slug });
  });
}
