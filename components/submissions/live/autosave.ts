import type { FieldName } from '@/lib/submissions/fields';

/** A control of the form and one of its values, as a form sends them. */
export type Entry = readonly [name: string, value: string];

/** What the server said to a save. */
export type SaveAnswer =
  | { ok: true; version: number; draft: string; line: string; conflicts: FieldName[]; advice: Record<string, string[]> }
  | { ok: false; code: 'gone' | 'sent' | 'tooLarge' | 'busy' | 'full' | 'offline' };

export type SaveState =
  | { kind: 'quiet' }
  | { kind: 'saving' }
  /** `late`: after a time without a line. */
  | { kind: 'saved'; line: string; late: boolean }
  | { kind: 'offline' }
  | { kind: 'failed'; code: 'busy' | 'full' }
  | { kind: 'stopped'; code: 'gone' | 'sent' | 'tooLarge' };

/** Text that waits in the browser until it can be sent. */
export interface WaitingText {
  /** Which draft it belongs to; `new` before its first save. */
  draft: string;
  /** Version of the draft that its writer had seen. */
  version: number | null;
  fields: FieldName[];
  entries: Entry[];
  /** Milliseconds since 1970 */
  at: number;
}

export interface AutosaveOptions {
  draft: string;
  version: number | null;
  /** What stands in the controls of these questions now. */
  read(fields: readonly FieldName[]): Entry[];
  send(save: { version: number | null; fields: FieldName[]; entries: Entry[]; leaving: boolean }): Promise<SaveAnswer>;
  onState(state: SaveState): void;
  onSaved(answer: Extract<SaveAnswer, { ok: true }>): void;
  /** Where the text waits while there is no line; null takes it away. */
  keep(text: WaitingText | null): void;
}

export interface Autosave {
  /** Somebody has changed the answer to a question. */
  touch(field: FieldName): void;
  /** Puts back what waited in the browser, to be sent with the version that its writer had seen. */
  resume(text: WaitingText): void;
  /** Waits for a save under way, sends nothing more until the next touch. @returns the version that the page has seen */
  settle(): Promise<number | null>;
  /** The line is back. */
  retry(): void;
  /** The page is being left. */
  leave(): void;
  hasUnsaved(): boolean;
}

/** After the last key; and the longest that a key waits while typing goes on. At most two seconds of typing are lost. */
const PAUSE_MS = 700;
const LONGEST_MS = 1_500;
const RETRY_MS = [3_000, 6_000, 12_000, 30_000] as const;

/** Saves what is typed, one request at a time; what fails waits in the browser and is tried again. */
export function createAutosave(options: AutosaveOptions): Autosave {
  let { draft, version } = options;
  let unsaved = new Set<FieldName>();
  let oldest = 0;
  let failures = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let underWay: Promise<void> | null = null;
  let stopped = false;

  function schedule(delay: number): void {
    clearTimeout(timer);
    timer = setTimeout(() => void save(false), delay);
  }

  function touch(field: FieldName): void {
    const now = Date.now();
    if (unsaved.size === 0) oldest = now;
    unsaved.add(field);
    if (stopped) return;
    if (failures > 0) {
      keepText();
      return;
    }
    schedule(Math.min(PAUSE_MS, Math.max(0, oldest + LONGEST_MS - now)));
  }

  function keepText(): void {
    const fields = [...unsaved];
    options.keep({ draft, version, fields, entries: options.read(fields), at: Date.now() });
  }

  function save(leaving: boolean): Promise<void> {
    clearTimeout(timer);
    if (underWay && !leaving) return underWay;
    if (unsaved.size === 0) return Promise.resolve();
    const fields = [...unsaved];
    unsaved = new Set();
    if (failures === 0) options.onState({ kind: 'saving' });
    const sent = options.send({ version, fields, entries: options.read(fields), leaving });
    underWay = sent
      .catch(() => ({ ok: false, code: 'offline' }) as const)
      .then((answer) => take(answer, fields))
      .finally(() => {
        underWay = null;
      });
    return underWay;
  }

  function take(answer: SaveAnswer, fields: readonly FieldName[]): void {
    if (answer.ok) {
      const late = failures > 0;
      failures = 0;
      ({ version, draft } = answer);
      options.keep(null);
      options.onState({ kind: 'saved', line: answer.line, late });
      options.onSaved(answer);
      if (unsaved.size > 0) schedule(PAUSE_MS);
      return;
    }
    for (const field of fields) unsaved.add(field);
    const { code } = answer;
    if (code === 'gone' || code === 'sent' || code === 'tooLarge') {
      // A longer pause mends none of these; the button says what to do. A text that was shortened is tried again.
      stopped = code !== 'tooLarge';
      options.onState({ kind: 'stopped', code });
      return;
    }
    keepText();
    options.onState(code === 'offline' ? { kind: 'offline' } : { kind: 'failed', code });
    schedule(RETRY_MS[Math.min(failures, RETRY_MS.length - 1)] ?? 30_000);
    failures += 1;
  }

  return {
    touch,
    resume(text) {
      version = text.version;
      for (const field of text.fields) unsaved.add(field);
      schedule(0);
    },
    async settle() {
      clearTimeout(timer);
      await underWay;
      clearTimeout(timer);
      return version;
    },
    retry() {
      if (failures > 0 && !underWay) void save(false);
    },
    leave() {
      if (unsaved.size > 0 && !stopped) void save(true);
    },
    hasUnsaved: () => unsaved.size > 0 || underWay !== null,
  };
}
