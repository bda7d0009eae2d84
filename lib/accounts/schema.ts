import * as z from 'zod';
import { LOCALES } from '@/lib/i18n/locales';
import { ROLES } from './permissions';

export const NAME_LENGTH = { min: 2, max: 80 } as const;

/** A mail address as accounts keep it: without blanks, in small letters. */
export function mailAddress(typed: string): string {
  return typed.trim().toLowerCase();
}

/** Messages are the codes of faults (messages `DeskFaults`). */
export const InvitationInput = z.object({
  email: z
    .string()
    .transform(mailAddress)
    .pipe(z.email({ error: 'emailWrong' }).max(200, { error: 'emailWrong' })),
  role: z.enum(ROLES, { error: 'roleWrong' }),
  locale: z.enum(LOCALES).default('sr-Latn'),
});
export type InvitationInput = z.infer<typeof InvitationInput>;

export const ProfileInput = z.object({
  name: z
    .string()
    .trim()
    .min(NAME_LENGTH.min, { error: 'nameWrong' })
    .max(NAME_LENGTH.max, { error: 'nameWrong' })
    .regex(/^[^\p{Cc}<>]+$/u, { error: 'nameWrong' }),
  locale: z.enum(LOCALES, { error: 'localeWrong' }),
});
export type ProfileInput = z.infer<typeof ProfileInput>;
