import { fail, ok, type Result } from '@/lib/shared/result';

/** A reason as staff edit it; each version keeps one of these. */
export interface ReasonState {
  kind: string;
  severity: 'red' | 'amber';
  labelSr: string;
  labelEn: string;
  textSr: string;
  textEn: string;
}

export const REASON_LABEL_MAX = 120;
export const REASON_TEXT_MAX = 1_500;

/** Whether a text can be the code of a reason: it stands in logs. */
export function isReasonCode(code: string): boolean {
  return /^[a-z][A-Za-z0-9_]{1,39}$/.test(code);
}

/** Reads what was typed of a reason; all four texts are needed, since its reader may be of either language. Pure. */
export function readReason(
  form: Readonly<Record<string, string>>,
  kinds: readonly string[],
): Result<ReasonState, 'reasonKind' | 'reasonWords' | 'reasonLong'> {
  const { kind = '', severity } = form;
  if (!kinds.includes(kind)) return fail('reasonKind');
  const label = (name: string) => (form[name] ?? '').replace(/\s+/g, ' ').trim();
  const text = (name: string) => (form[name] ?? '').replace(/\r\n?/g, '\n').trim();
  const state: ReasonState = {
    ...{ kind, severity: severity === 'red' ? 'red' : 'amber' },
    ...{ labelSr: label('labelSr'), labelEn: label('labelEn'), textSr: text('textSr'), textEn: text('textEn') },
  };
  const { labelSr, labelEn, textSr, textEn } = state;
  if ([labelSr, labelEn, textSr, textEn].includes('')) return fail('reasonWords');
  const isLong = [labelSr, labelEn].some((each) => each.length > REASON_LABEL_MAX);
  return isLong || [textSr, textEn].some((each) => each.length > REASON_TEXT_MAX) ? fail('reasonLong') : ok(state);
}
