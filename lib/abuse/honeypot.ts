/**
 * A field that people never meet and programs fill in. Its wrapper has `hidden`, so that it exists for no screen reader, no
 * keyboard and no browser without style sheets; its name means nothing to a browser's autofill (nothing of a name, an
 * address, a phone, a company or a web page). Pure.
 */
export const HONEYPOT_FIELD = 'furtherRemark';

/** Attributes of the wrapper (`<div {...HONEYPOT_WRAPPER}>`): nothing in it is shown, read out, or reached. */
export const HONEYPOT_WRAPPER = { hidden: true, 'aria-hidden': true, inert: true } as const;

/** Attributes of the field (`<textarea {...HONEYPOT_INPUT} />`). Text browsers that show it anyway need a label: leave empty. */
export const HONEYPOT_INPUT = {
  name: HONEYPOT_FIELD,
  tabIndex: -1,
  autoComplete: 'off',
  'data-1p-ignore': true,
  'data-lpignore': 'true',
  'data-form-type': 'other',
} as const;

/** Whether somebody filled it in. */
export function isTrapped(value: unknown): boolean {
  return typeof value === 'string' ? value.trim() !== '' : value !== undefined && value !== null;
}
