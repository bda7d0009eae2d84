import { fail, ok, type Result } from '@/lib/shared/result';

/** What a message of the site holds besides its words. */
export interface MessageParts {
  /** Names of arguments (`{day}`, `{n, plural, …}`), each once. */
  args: Set<string>;
  /** Arguments that are numbers. */
  numbers: Set<string>;
  /** Names of tags (`<link>`). */
  tags: Set<string>;
}

export type MessageFault = { code: 'brace' | 'tag' | 'kind'; at: string };

const NAME = /^\s*(\w+)\s*/;

/**
 * Reads a message in ICU syntax: arguments, plurals and choices with messages in them, tags. Pure.
 * @returns brace: braces that do not close, or hold no name; tag: tags that do not close; kind: a plural without its "other"
 */
export function readMessage(text: string): Result<MessageParts, MessageFault> {
  const parts: MessageParts = { args: new Set(), numbers: new Set(), tags: new Set() };
  let at = 0;

  function readWords(inner: boolean): MessageFault | null {
    const open: string[] = [];
    while (at < text.length) {
      const sign = text[at];
      if (sign === '}') return inner ? endOf(open) : { code: 'brace', at: near() };
      if (sign === "'" && /[{}<]/.test(text[at + 1] ?? '')) {
        const close = text.indexOf("'", at + 1);
        at = close < 0 ? text.length : close + 1;
      } else if (sign === '{') {
        const fault = readArgument();
        if (fault) return fault;
      } else if (sign === '<') {
        const fault = readTag(open);
        if (fault) return fault;
      } else at += 1;
    }
    return inner ? { code: 'brace', at: near() } : endOf(open);
  }

  const near = () => text.slice(Math.max(0, at - 10), at + 10);
  const endOf = (open: string[]): MessageFault | null =>
    open.length > 0 ? { code: 'tag', at: open.at(-1) ?? '' } : null;

  function readTag(open: string[]): MessageFault | null {
    const found = /^<(\/?)([A-Za-z]\w*)>/.exec(text.slice(at));
    if (!found) {
      at += 1;
      return null;
    }
    const [whole, slash, name = ''] = found;
    at += whole.length;
    if (slash === '') {
      parts.tags.add(name);
      open.push(name);
      return null;
    }
    return open.pop() === name ? null : { code: 'tag', at: name };
  }

  function readArgument(): MessageFault | null {
    at += 1;
    const name = NAME.exec(text.slice(at));
    if (!name?.[1]) return { code: 'brace', at: near() };
    at += name[0].length;
    parts.args.add(name[1]);
    if (text[at] === '}') {
      at += 1;
      return null;
    }
    const kind = /^,\s*(plural|select|selectordinal|number|date)\s*/.exec(text.slice(at));
    if (!kind) return { code: 'brace', at: near() };
    at += kind[0].length;
    if (kind[1] !== 'select' && kind[1] !== 'date') parts.numbers.add(name[1]);
    if (kind[1] === 'number' || kind[1] === 'date') return readStyle();
    return readBranches();
  }

  function readStyle(): MessageFault | null {
    const end = text.indexOf('}', at);
    if (end < 0) return { code: 'brace', at: near() };
    at = end + 1;
    return null;
  }

  function readBranches(): MessageFault | null {
    const branches = new Set<string>();
    if (text[at] === ',') at += 1;
    for (;;) {
      const branch = /^\s*(=?\w+)\s*\{/.exec(text.slice(at));
      if (!branch) break;
      branches.add(branch[1] ?? '');
      at += branch[0].length;
      const fault = readWords(true);
      if (fault) return fault;
      at += 1;
    }
    at += /^\s*/.exec(text.slice(at))?.[0].length ?? 0;
    if (text[at] !== '}') return { code: 'brace', at: near() };
    at += 1;
    return branches.has('other') ? null : { code: 'kind', at: 'other' };
  }

  const fault = readWords(false);
  return fault ? fail(fault) : ok(parts);
}
