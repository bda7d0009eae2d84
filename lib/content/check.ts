import { type MessageParts, readMessage } from './icu';

/** Limits of one text and of a block, in signs. */
export const TEXT_MAX = 4_000;
export const BLOCK_MAX = 12_000;

/** What is wrong with a text: its path, a code of `DeskWords.faults`, and the name that is lost or unknown. */
export interface TextFault {
  path: string;
  code: 'empty' | 'tooLong' | 'brace' | 'tag' | 'kind' | 'lostArgument' | 'unknownArgument' | 'lostTag' | 'unknownTag';
  name: string;
}

/**
 * Whether a text may stand where the house's own does: it has the same arguments and tags, none lost and none invented,
 * since what fills it in is the program. Pure.
 */
export function checkText(path: string, text: string, house: string): TextFault[] {
  if (text.trim() === '') return [{ path, code: 'empty', name: '' }];
  if (text.length > TEXT_MAX) return [{ path, code: 'tooLong', name: String(TEXT_MAX) }];
  const read = readMessage(text);
  if (!read.ok) return [{ path, code: read.error.code, name: read.error.at }];
  const own = readMessage(house);
  if (!own.ok) throw new Error(`The house's own message ${path} cannot be read`);
  return [
    ...missing(own.value.args, read.value.args).map((name) => ({ path, code: 'lostArgument' as const, name })),
    ...missing(read.value.args, own.value.args).map((name) => ({ path, code: 'unknownArgument' as const, name })),
    ...missing(own.value.tags, read.value.tags).map((name) => ({ path, code: 'lostTag' as const, name })),
    ...missing(read.value.tags, own.value.tags).map((name) => ({ path, code: 'unknownTag' as const, name })),
  ];
}

const missing = (wanted: MessageParts['args'], found: MessageParts['args']) =>
  [...wanted].filter((name) => !found.has(name));

export function checkBlock(block: string): TextFault[] {
  return block.length > BLOCK_MAX ? [{ path: 'block', code: 'tooLong', name: String(BLOCK_MAX) }] : [];
}
