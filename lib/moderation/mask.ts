import { findPersonalData } from '@/lib/submissions/hints';

/** What stands in place of an address or a phone number that somebody may not see. */
export type MaskWords = Record<'email' | 'phone', string>;

/**
 * The same value with every mail address and phone number in its texts replaced by words, however deep it stands: for
 * whoever has no right to contacts. That something stood there is what they have to see, and no more.
 */
export function maskContacts<T>(value: T, words: MaskWords): T {
  if (typeof value === 'string') return maskText(value, words) as T;
  if (Array.isArray(value)) return value.map((item) => maskContacts(item, words)) as T;
  if (typeof value !== 'object' || value === null || value instanceof Date) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, maskContacts(item, words)])) as T;
}

function maskText(text: string, words: MaskWords): string {
  let masked = '';
  let from = 0;
  for (const { kind, start, end } of findPersonalData(text)) {
    if (kind !== 'email' && kind !== 'phone') continue;
    masked += text.slice(from, start) + words[kind];
    from = end;
  }
  return masked + text.slice(from);
}
