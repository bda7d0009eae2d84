import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { FieldName } from '@/lib/submissions/fields';
import { type DraftState, EMPTY_DRAFT, mergeSave, settleConflicts } from '@/lib/submissions/merge-draft';
import type { StoryAnswers } from '@/lib/submissions/schema';

const markOf = (_: FieldName, value: unknown) => JSON.stringify(value);
const save = (draft: DraftState, answers: StoryAnswers, seen: number | null, tab?: string) =>
  mergeSave(draft, { answers, seen, tab, markOf });

describe('two tabs on one draft', () => {
  // Both tabs opened version 1.
  const opened = save(EMPTY_DRAFT, { title: 'Maske', place: 'Čačak', summary: 'Ukratko' }, null);

  it('takes what each changed, when they changed different questions', () => {
    const first = save(opened, { title: 'Maske za sve', place: 'Čačak', summary: 'Ukratko' }, 1);
    // The second tab carries the old title along with its own place.
    const second = save(first, { title: 'Maske', place: 'Užice', summary: 'Ukratko' }, 1);
    expect(second.answers).toEqual({ title: 'Maske za sve', place: 'Užice', summary: 'Ukratko' });
    expect(second.conflicts).toEqual({});
  });

  it('keeps both texts of a question that both changed, and tells the later', () => {
    const first = save(opened, { title: 'Maske za sve' }, 1);
    const second = save(first, { title: 'Hiljadu maski' }, 1);
    expect(second.answers.title).toBe('Maske za sve');
    expect(second.conflicts.title).toBe('Hiljadu maski');
  });

  it('sees no conflict where both typed the same', () => {
    const first = save(opened, { title: 'Maske za sve' }, 1);
    expect(save(first, { title: 'Maske za sve' }, 1).conflicts).toEqual({});
  });

  it('lets both tabs go on typing without taking a text from the other', () => {
    const first = save(opened, { title: 'A1' }, 1); // tab A, told version 2
    let draft = save(first, { title: 'B1' }, 1); // tab B, told of the conflict and version 3
    draft = save(draft, { title: 'A2' }, first.version); // tab A goes on
    draft = save(draft, { title: 'B2' }, 3); // tab B goes on
    expect(draft.answers.title).toBe('A2');
    expect(draft.conflicts.title).toBe('B2');
    // Tab B saves another page meanwhile; its title is still the one in conflict.
    const elsewhere = save(draft, { place: 'Užice' }, draft.version);
    const back = save(elsewhere, { title: 'B3' }, elsewhere.version);
    expect(back.answers).toMatchObject({ title: 'A2', place: 'Užice' });
    expect(back.conflicts.title).toBe('B3');
  });

  it('takes the choice of the writer', () => {
    const draft = save(save(opened, { title: 'Maske za sve' }, 1), { title: 'Hiljadu maski' }, 1);
    const typed = settleConflicts(draft, { title: 'typed' }, markOf);
    expect(typed.answers.title).toBe('Hiljadu maski');
    expect(typed.conflicts).toEqual({});
    const stored = settleConflicts(draft, { title: 'stored' }, markOf);
    expect(stored.answers.title).toBe('Maske za sve');
    expect(stored.conflicts).toEqual({});
  });

  it('writes over everything for one who cannot say what was seen', () => {
    const draft = save(save(opened, { title: 'Maske za sve' }, 1), { title: 'Od početka' }, null);
    expect(draft.answers.title).toBe('Od početka');
  });

  it('knows an emptied answer from one that was never given', () => {
    const emptied = save(save(opened, { title: '' }, 1), { title: 'Maske' }, 1);
    expect(emptied.answers.title, 'the other tab only carried the old title along').toBe('');
    expect(save(opened, { problem: null }, 1).trail.steps.problem, 'nothing to nothing is no change').toBeUndefined();
  });

  it('leaves questions alone that are not sent', () => {
    expect(save(opened, { place: 'Užice' }, 1).answers.title).toBe('Maske');
  });

  it('loses no text to the number of saves: a tab that saw a forgotten version is told', () => {
    let draft = opened;
    for (let n = 0; n < 100; n += 1) draft = save(draft, { title: `A${n}` }, draft.version);
    expect(draft.trail.steps.title?.length).toBeLessThanOrEqual(60);
    const late = save(draft, { title: 'Maske' }, 1);
    expect(late.answers.title).toBe('A99');
    expect(late.conflicts.title).toBe('Maske');
  });

  it('is not in the way of a tab whose answer was lost on the way', () => {
    const first = save(opened, { title: 'Maske za' }, 1, 'tab-one');
    // The tab never heard of version 2 and goes on from version 1.
    const second = save(first, { title: 'Maske za sve' }, 1, 'tab-one');
    expect(second.answers.title).toBe('Maske za sve');
    expect(second.conflicts).toEqual({});
    expect(save(second, { title: 'Hiljadu maski' }, 1, 'tab-two').conflicts.title).toBe('Hiljadu maski');
  });

  it.each([
    ['without names', [undefined, undefined]],
    ['with names', ['tab-one', 'tab-two']],
  ])('never loses the last text of any tab, whatever the order of their saves: tabs %s', (_, tabs) => {
    const saves = fc.array(
      fc.tuple(fc.constantFrom<0 | 1>(0, 1), fc.constantFrom<FieldName>('title', 'summary'), fc.boolean()),
      { maxLength: 40 },
    );
    fc.assert(
      fc.property(saves, (order) => {
        let draft = opened;
        const seen = [1, 1];
        const last = [{}, {}] as [StoryAnswers, StoryAnswers];
        order.forEach(([tab, field, isAnswerLost], n) => {
          last[tab][field] = `${tab}-${n}`;
          // A tab sends what stands in its own fields, also what it never touched.
          const fields = { title: 'Maske', summary: 'Ukratko', ...last[tab] };
          draft = save(draft, fields, seen[tab] ?? 1, tabs[tab]);
          // Only a tab with a name is known again after that.
          if (!isAnswerLost || tabs[tab] === undefined) seen[tab] = draft.version;
        });
        const lost = last.flatMap((typed, tab) =>
          (Object.keys(typed) as FieldName[]).filter((field) => {
            const kept = [draft.answers[field], draft.conflicts[field]];
            // Of two tabs that both type into one question, each one's text is either stored or beside it.
            return !kept.includes(typed[field]) && order.some(([who]) => who === tab);
          }),
        );
        expect(lost).toEqual([]);
      }),
      { numRuns: 500 },
    );
  });
});
