import type { Staff } from '@/lib/accounts/access-rules';
import type { Role } from '@/lib/accounts/permissions';
import type { TestDatabase } from '../../support/database';

/** A member of staff as the desk knows one who is wholly signed in; the row is there, so that history can name them. */
export async function makeStaff({ prisma }: TestDatabase, name: string, role: Role): Promise<Staff> {
  const id = `id-${name.toLowerCase()}`;
  const email = `${name.toLowerCase()}@primer.example`;
  await prisma.staffUser.create({ data: { id, email, name, role, twoFactorEnabled: true } });
  const shown = { sessionId: `session-${id}`, hasFactor: true, factorAt: new Date(), locale: 'sr-Latn' };
  return { kind: 'staff', themes: null, id, role, name, email, ...shown };
}

/** The value of a Result, or a failure that tells the code. */
export function valueIn<T>(result: { ok: true; value: T } | { ok: false; error: unknown }): T {
  if (!result.ok) throw new Error(`refused: ${JSON.stringify(result.error)}`);
  return result.value;
}

export const SOURCE = {
  'source.kind': ['source'],
  'source.url': ['https://apr.gov.rs/primer'],
  'source.title': ['APR, izvod'],
  'source.retrievedOn': ['2026-11-20'],
};
