import type { Staff } from '@/lib/accounts/access-rules';
import type { Role } from '@/lib/accounts/permissions';
import type { Locale } from '@/lib/i18n/locales';
import type { StaffDecision } from '@/lib/moderation/decide-as-staff';
import { ANSWERS, done, NOW, sendAndConfirm } from '@/tests/integration/submissions/support';
import type { TestDatabase } from '@/tests/support/database';

/** Somebody of the staff, wholly signed in. */
export function member(role: Role, id: string = role): Staff {
  return {
    ...{
      kind: 'staff',
      themes: null,
      id,
      role,
      name: `Osoba ${id}`,
      email: `${id}@primer.example`,
      locale: 'sr-Latn' satisfies Locale,
    },
    ...{ sessionId: `session-${id}`, hasFactor: true, factorAt: NOW },
  };
}

/** Writes the accounts of people whose names pages and logs show. */
export async function writeMembers(prisma: TestDatabase['prisma'], people: readonly Staff[]): Promise<void> {
  for (const { id, name, email, role } of people)
    await prisma.staffUser.upsert({ where: { id }, create: { id, name, email, role }, update: { role } });
}

let stories = 0;

/** A confirmed story of somebody of its own, waiting for the desk. */
export async function waitingStory(prisma: TestDatabase['prisma'], answers: object = {}, now = NOW) {
  stories += 1;
  const contactEmail = `citalac${stories}@primer.example`;
  return sendAndConfirm(prisma, { ...ANSWERS, contactEmail, ...answers }, now);
}

export const rowOf = (prisma: TestDatabase['prisma'], id: number) =>
  prisma.submission.findUniqueOrThrow({ where: { id } });

export type Step = StaffDecision['transition'] | 'claim' | 'release';

type Wish = Partial<StaffDecision> & { transition: StaffDecision['transition'] };

/** What each decision needs beside its name. */
export const PARTS: Partial<Record<StaffDecision['transition'], Partial<StaffDecision>>> = {
  request_changes: { requests: [{ field: 'results', quote: null, reason: 'evidence', note: 'Odakle je broj?' }] },
  reject: { reason: 'not_a_practice', note: 'Ovo je najava događaja.' },
  hide: { reason: 'check_complaint', note: 'Stigla je primedba.' },
  unpublish: { reason: 'untrue', note: 'Proverili smo.' },
  mark_spam: { reason: 'spam_advert' },
  decline_edit: { note: 'Dodat je broj telefona.' },
  uphold: { note: 'Odluka ostaje.' },
  schedule: { publishOn: '2026-12-01' },
};

/** Decides on the story as it stands now. */
export async function decideNow(
  prisma: TestDatabase['prisma'],
  staff: Staff,
  submissionId: number,
  wish: Wish | StaffDecision['transition'],
  now = NOW,
) {
  const { decideAsStaff } = await import('@/lib/moderation/decide-as-staff');
  const { revision } = await rowOf(prisma, submissionId);
  const decision = typeof wish === 'string' ? { transition: wish } : wish;
  return decideAsStaff(staff, { submissionId, revision, ...PARTS[decision.transition], ...decision }, now);
}

/** Makes a story in review somebody else's. */
export async function giveTo(prisma: TestDatabase['prisma'], submissionId: number, staff: Staff): Promise<void> {
  await prisma.storyClaim.updateMany({ where: { submissionId }, data: { staffId: staff.id } });
}

/** Takes a story through steps of staff; a rejection with its second person. */
export async function road(
  prisma: TestDatabase['prisma'],
  id: number,
  steps: readonly Step[],
  now = NOW,
): Promise<void> {
  const { claimStory, releaseClaim } = await import('@/lib/moderation/claims');
  const { confirmRejection } = await import('@/lib/moderation/second-person');
  for (const step of steps) {
    if (step === 'claim' || step === 'release') {
      done(await (step === 'claim' ? claimStory : releaseClaim)(member('moderator'), id, now));
      continue;
    }
    done(await decideNow(prisma, member('moderator'), id, step, now));
    if (step !== 'reject') continue;
    const { id: proposal } = await prisma.rejectionProposal.findFirstOrThrow({
      where: { submissionId: id, outcome: null },
    });
    const { revision } = await rowOf(prisma, id);
    done(await confirmRejection(member('coordinator', 'jova'), { submissionId: id, proposal, revision }, now));
  }
}
