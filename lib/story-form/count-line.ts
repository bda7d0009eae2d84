import { fill, fillPlural, type PluralTemplates } from '@/lib/i18n/templates';

/** The words under a text, with numbers still to be filled in. */
export interface CountLabels {
  /** "at least 300 characters" */
  bounds: string;
  /** "{used} of 4,000" */
  used: string;
  missing: PluralTemplates;
  left: PluralTemplates;
  over: PluralTemplates;
}

export interface CountLine {
  /** What is wanted: the bounds, or how many signs are still missing. */
  left: string;
  right: string;
  /** The text is too long. */
  over: boolean;
}

/** From here on the remaining signs are said instead of the used ones. */
const NEAR = 0.9;

/** What stands under a text of so many signs. Kind: it says what is missing or left, and calls nothing an error but too much. */
export function countLine(
  labels: CountLabels,
  locale: string,
  used: number,
  { min, max }: { min: number; max: number },
): CountLine {
  const left = used > 0 && used < min ? fillPlural(labels.missing, locale, min - used) : labels.bounds;
  if (used > max) return { left, right: fillPlural(labels.over, locale, used - max), over: true };
  const right =
    used > max * NEAR
      ? fillPlural(labels.left, locale, max - used)
      : fill(labels.used, { used: new Intl.NumberFormat(locale).format(used) });
  return { left, right, over: false };
}
