import type { EnterpriseInput } from '@/lib/enterprises/schema';

/** Ways in which staff verify a record: codes of the vocabulary `verificationMethod`. */
export const METHODS = ['call', 'register', 'owner', 'web'] as const;
export type Method = (typeof METHODS)[number];

export function isMethod(value: unknown): value is Method {
  return METHODS.includes(value as Method);
}

/** Who stands as the verifier. The public reads it, so it is the coalition and no person. */
const VERIFIER = 'KoRSE';

/** What a record says of its verification when it was verified today. @param today YYYY-MM-DD */
export function verifiedToday(method: Method, today: string): NonNullable<EnterpriseInput['verification']> {
  return { on: today, by: method === 'owner' ? null : VERIFIER, method };
}
