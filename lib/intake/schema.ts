import { toDay } from '@/lib/submissions/calendar';
import { FIELD_NAMES, type FieldName } from '@/lib/submissions/fields';
import type { StoryAnswers } from '@/lib/submissions/schema';
import { countSigns, tidy } from '@/lib/submissions/values';

/** How a story came to staff. */
export const INTAKE_ORIGINS = ['phone', 'paper'] as const;
export type IntakeOrigin = (typeof INTAKE_ORIGINS)[number];

/** How the consent was given: said on the phone or face to face, signed on paper, or written in a message. */
export const CONSENT_WAYS = ['spoken', 'signed', 'written'] as const;
export type ConsentWay = (typeof CONSENT_WAYS)[number];

export const WHO_LIMITS = { min: 2, max: 120 } as const;
export const NOTE_MAX = 2_000;

/** What is written down of a consent, as typed. */
export interface TypedConsent {
  how: string;
  /** YYYY-MM-DD */
  on: string;
  /** Who gave it. */
  who: string;
  note: string;
}

export interface ConsentRecord {
  how: ConsentWay;
  on: string;
  who: string;
  note: string | null;
}

export type ConsentFault = {
  field: 'consentHow' | 'consentOn' | 'consentWho' | 'consentNote';
  key: 'required' | 'notADay' | 'inFuture' | 'tooShort' | 'tooLong';
};

/** Checks what is written down of a consent. */
export function checkConsent(
  typed: TypedConsent,
  now: Date,
): { ok: true; value: ConsentRecord } | { ok: false; faults: ConsentFault[] } {
  const faults: ConsentFault[] = [];
  const how = CONSENT_WAYS.find((way) => way === typed.how);
  if (!how) faults.push({ field: 'consentHow', key: 'required' });
  const on = typed.on.trim();
  if (on === '') faults.push({ field: 'consentOn', key: 'required' });
  else if (!isDay(on)) faults.push({ field: 'consentOn', key: 'notADay' });
  else if (on > toDay(now)) faults.push({ field: 'consentOn', key: 'inFuture' });
  const who = tidy(typed.who);
  if (countSigns(who) < WHO_LIMITS.min) faults.push({ field: 'consentWho', key: who === '' ? 'required' : 'tooShort' });
  else if (countSigns(who) > WHO_LIMITS.max) faults.push({ field: 'consentWho', key: 'tooLong' });
  const note = tidy(typed.note);
  if (countSigns(note) > NOTE_MAX) faults.push({ field: 'consentNote', key: 'tooLong' });
  if (!how || faults.length > 0) return { ok: false, faults };
  return { ok: true, value: { how, on, who, note: note === '' ? null : note } };
}

function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const day = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(day.getTime()) && day.toISOString().slice(0, 10) === text;
}

/** The questions that must be answered: all of the public form, the mail address only where there is one. */
export function intakeFields(answers: StoryAnswers): readonly FieldName[] {
  const email = typeof answers.contactEmail === 'string' ? tidy(answers.contactEmail) : '';
  return email === '' ? FIELD_NAMES.filter((field) => field !== 'contactEmail') : FIELD_NAMES;
}

/** Days for which a story that staff typed in waits to be confirmed before it is erased. */
export const INTAKE_DAYS = 28;
