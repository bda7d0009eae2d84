import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import {
  type AutosaveOptions,
  createAutosave,
  type SaveAnswer,
  type SaveState,
} from '@/components/submissions/live/autosave';

const saved = (version: number): SaveAnswer => ({
  ok: true,
  version,
  draft: 'abc',
  line: `Sačuvano ${version}`,
  conflicts: [],
  advice: {},
});

interface Sent {
  version: number | null;
  fields: readonly string[];
}

function begin(answer: () => Promise<SaveAnswer>) {
  const sent: Sent[] = [];
  const states: SaveState['kind'][] = [];
  const kept: (string[] | null)[] = [];
  const options: AutosaveOptions = {
    draft: 'new',
    version: null,
    read: (fields) => fields.map((field) => [field, 'x']),
    send: (save) => {
      sent.push({ version: save.version, fields: save.fields });
      return answer();
    },
    onState: ({ kind }) => states.push(kind),
    onSaved: () => {},
    keep: (text) => kept.push(text && [...text.fields]),
  };
  return { autosave: createAutosave(options), sent, states, kept };
}

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

test('what is typed is saved at most two seconds after the key, however long somebody types on', async () => {
  const { autosave, sent } = begin(async () => saved(1));
  for (let at = 0; at < 1_900; at += 100) {
    autosave.touch('title');
    await vi.advanceTimersByTimeAsync(100);
  }
  expect(sent.length).toBeGreaterThanOrEqual(1);
});

test('a pause saves once, with the questions that were changed', async () => {
  const { autosave, sent, states } = begin(async () => saved(1));
  autosave.touch('title');
  autosave.touch('summary');
  await vi.advanceTimersByTimeAsync(5_000);
  expect(sent).toEqual([{ version: null, fields: ['title', 'summary'] }]);
  expect(states).toEqual(['saving', 'saved']);
});

test('the next save goes with the version of the one before', async () => {
  const { autosave, sent } = begin(async () => saved(sent.length));
  autosave.touch('title');
  await vi.advanceTimersByTimeAsync(1_000);
  autosave.touch('title');
  await vi.advanceTimersByTimeAsync(1_000);
  expect(sent.map(({ version }) => version)).toEqual([null, 1]);
});

test('one save at a time: what is typed meanwhile goes with the next', async () => {
  let finish: (answer: SaveAnswer) => void = () => {};
  const { autosave, sent } = begin(
    () =>
      new Promise<SaveAnswer>((resolve) => {
        finish = resolve;
      }),
  );
  autosave.touch('title');
  await vi.advanceTimersByTimeAsync(1_000);
  autosave.touch('summary');
  await vi.advanceTimersByTimeAsync(3_000);
  expect(sent).toHaveLength(1);
  finish(saved(1));
  await vi.advanceTimersByTimeAsync(1_000);
  expect(sent[1]).toEqual({ version: 1, fields: ['summary'] });
});

test('without a line the text waits in the browser, is tried again, and is taken away when it was sent', async () => {
  let isOnline = false;
  const { autosave, sent, states, kept } = begin(async () =>
    isOnline ? saved(1) : { ok: false, code: 'offline' as const },
  );
  autosave.touch('title');
  await vi.advanceTimersByTimeAsync(1_000);
  expect(states.at(-1)).toBe('offline');
  autosave.touch('summary');
  expect(kept.at(-1)).toEqual(['title', 'summary']);
  isOnline = true;
  autosave.retry();
  await vi.advanceTimersByTimeAsync(10);
  expect(states.at(-1)).toBe('saved');
  expect(kept.at(-1)).toBeNull();
  expect(sent.at(-1)?.fields).toEqual(['title', 'summary']);
});

test('a draft that is gone stops the saving; the text stays unsaved and said so', async () => {
  const { autosave, sent, states } = begin(async () => ({ ok: false, code: 'gone' }));
  autosave.touch('title');
  await vi.advanceTimersByTimeAsync(1_000);
  autosave.touch('title');
  await vi.advanceTimersByTimeAsync(60_000);
  expect(sent).toHaveLength(1);
  expect(states.at(-1)).toBe('stopped');
  expect(autosave.hasUnsaved()).toBe(true);
});

test('leaving the page sends what is not sent yet', () => {
  const { autosave, sent } = begin(async () => saved(1));
  autosave.touch('title');
  autosave.leave();
  expect(sent).toHaveLength(1);
});
