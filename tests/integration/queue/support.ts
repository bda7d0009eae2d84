import type { Staff } from '@/lib/accounts/access-rules';
import type { Role } from '@/lib/accounts/permissions';
import { writeThemes } from '@/lib/accounts/themes';
import type { StoryAnswers } from '@/lib/submissions/schema';
import type { TestDatabase } from '@/tests/support/database';
import { ANSWERS, NOW, sendAndConfirm } from '../submissions/support';

/** Somebody of the desk, wholly signed in. */
export async function member(
  prisma: TestDatabase['prisma'],
  id: string,
  role: Role,
  themes: readonly string[] | null = null,
): Promise<Staff> {
  const person = { id, name: `Osoba ${id}`, email: `${id}@primer.example`, locale: 'sr-Latn' };
  await prisma.staffUser.create({ data: { ...person, role, themes: writeThemes(themes) } });
  return { kind: 'staff', themes, ...person, role, sessionId: `s-${id}`, hasFactor: true, factorAt: new Date() };
}

let senders = 0;

/** A story that waits at the desk, of a sender of its own: a mailbox gets few mails in an hour. */
export function waiting(prisma: TestDatabase['prisma'], now = NOW, answers: Partial<StoryAnswers> = {}) {
  senders += 1;
  return sendAndConfirm(prisma, { ...ANSWERS, contactEmail: `pisac${senders}@primer.example`, ...answers }, now);
}
