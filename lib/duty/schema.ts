import * as z from 'zod';

const person = z
  .string()
  .trim()
  .transform((id) => (id === '' ? null : id));

/** A week's duty as the form sends it; nobody is null. Messages are the codes of faults (messages `DeskDuty.faults`). */
export const DutyInput = z
  .object({
    week: z.string().regex(/^\d{4}-\d{2}-\d{2}$/, { error: 'weekWrong' }),
    onDuty: person,
    deputy: person,
    /** `dutyMark` of the week as the page showed it. */
    seen: z.string(),
  })
  .refine(({ onDuty, deputy }) => onDuty === null || onDuty !== deputy, { error: 'samePerson' });
export type DutyInput = z.input<typeof DutyInput>;

/** The themes of somebody as the form sends them. */
export const ThemesInput = z.object({
  person: z.string(),
  /** All kinds of practice, also those that come later. */
  all: z.boolean(),
  /** Codes of kinds of practice. */
  themes: z.array(z.string().regex(/^[\w-]{1,64}$/, { error: 'themeUnknown' })).max(200, { error: 'themeUnknown' }),
  /** The themes as the page showed them (`writeThemes`). */
  seen: z.string(),
});
export type ThemesInput = z.input<typeof ThemesInput>;

/** What can be wrong with either. */
export type DutyFault = 'weekWrong' | 'samePerson' | 'themeUnknown' | 'personGone' | 'changed';
