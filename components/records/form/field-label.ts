import type { Locale } from '@/lib/i18n/locales';
import { type Words, words } from '@/lib/i18n/words';
import { groupOf } from '@/lib/keeping/form-values';
import { partLabel } from '@/lib/keeping/present';

type Key = Parameters<Words<'DeskRecords'>>[0];

const LABELS: Readonly<Record<string, Key>> = {
  'source.url': 'source.url',
  'source.title': 'source.title',
  'source.publisher': 'source.publisher',
  'source.retrievedOn': 'source.readOn',
  'gazetteer': 'sub.gazetteer',
  'district': 'district',
  'operatingStateOn': 'sub.since',
  'state': 'close.state',
  'on': 'close.on',
  'successor': 'close.successor',
}; // biome-ignore format: names

/** Name of a field of the form, as the list of faults says it. */
export function fieldLabel(locale: Locale, name: string): string {
  const key = LABELS[name];
  return key ? words(locale, 'DeskRecords')(key as 'source.url') : partLabel(locale, groupOf(name));
}
