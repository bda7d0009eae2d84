import { countSigns } from '@/lib/submissions/schema';
import { tidy } from '@/lib/submissions/values';
import { FILE_NAME_MAX } from './fields';

/**
 * A file's name as it may be shown: without a path, without what nobody sees or what turns the direction of reading
 * (`a<RLO>gpj.exe`), at most FILE_NAME_MAX signs with the ending kept. It is text, and never part of a path or an address.
 * @returns an empty text when nothing is left
 */
export function shownFileName(name: string): string {
  const last = tidy(name.replace(/\0/g, ''))
    .replace(/^.*[/\\]/, '')
    .replace(/\s+/g, ' ')
    .trim();
  if (countSigns(last) <= FILE_NAME_MAX) return last;
  const ending = /\.[A-Za-z0-9]{1,5}$/.exec(last)?.[0] ?? '';
  const signs = [...new Intl.Segmenter('sr', { granularity: 'grapheme' }).segment(last)].map(({ segment }) => segment);
  return `${signs.slice(0, FILE_NAME_MAX - ending.length - 1).join('')}…${ending}`;
}
