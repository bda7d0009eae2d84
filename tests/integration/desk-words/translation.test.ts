import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { db } from '@/lib/db';
import { publishVersion, removeStory } from '@/lib/stories/commands';
import { findStory } from '@/lib/stories/queries';
import { saveTranslation } from '@/lib/translations/commands';
import type { TypedSegment } from '@/lib/translations/merge';
import { listTranslationTasks, openTranslation } from '@/lib/translations/queries';
import type { TestDatabase } from '../../support/database';
import { createRealDatabase } from '../../support/real-database';
import { TOLD, tellAgain, tellStory } from '../../support/stories';
import { done } from '../submissions/support';
import { staff } from './support';

let database: TestDatabase;
beforeAll(async () => {
  database = await createRealDatabase();
});
afterAll(() => database.dispose());

const [ana, bora] = [staff('editor', 'ana'), staff('moderator', 'bora')];
const story = async (id: number) => db().submission.findUniqueOrThrow({ where: { id } });
const open = async (id: number) => done(await openTranslation(ana, (await story(id)).reference));
const typed = (changes: Partial<TypedSegment>): TypedSegment => ({
  ...{ text: '', was: '', approved: false, pick: null },
  ...changes,
});
/** What somebody sends who translates every paragraph of what they see. */
async function translateAll(id: number, finish = true, who = ana) {
  const view = await open(id);
  const all = view.segments.filter(({ retired }) => !retired);
  const isOpen = (segment: (typeof all)[number]) => segment.sourceSeen !== segment.source;
  return done(
    await saveTranslation(who, {
      reference: view.reference,
      seenVersion: view.version,
      typed: new Map(
        all.map((one) => [one.key, typed({ text: isOpen(one) ? `EN ${one.source}` : one.text, was: one.text })]),
      ),
      finish,
    }),
  );
}
async function publish(id: number, version = 1) {
  await db().submission.update({
    where: { id },
    data: { state: 'published', liveVersion: version, versionNumber: version },
  });
  return db().$transaction((tx) => publishVersion(tx, id, version));
}
const shown = (slug: string) => {
  const found = findStory(slug);
  return found?.is === 'story' ? found.story.texts : null;
};

describe('a translation', () => {
  test('is seen only when it is declared whole, as a translation, in the transaction that says so', async () => {
    const id = await tellStory({ title: 'Priča koja se prevodi' });
    const { slug } = await publish(id);
    expect(await translateAll(id, false)).toMatchObject({ open: 0, finished: false });
    expect(shown(slug)?.en).toBeUndefined();
    expect((await translateAll(id)).finished).toBe(true);
    expect(shown(slug)?.en).toMatchObject({ title: 'EN Priča koja se prevodi', translated: true });
    expect(shown(slug)?.en?.whatWasDone).toContain('\n\n');
    expect(await db().submissionEvent.count({ where: { submissionId: id, kind: 'translate' } })).toBe(1);
    expect(await db().auditEntry.count({ where: { action: 'translation.finish', objectId: String(id) } })).toBe(1);
  });

  test('that is not whole is saved and not declared', async () => {
    const id = await tellStory({ title: 'Priča sa pola prevoda' });
    const view = await open(id);
    const [title] = view.segments;
    const half = { reference: view.reference, seenVersion: 1, finish: true };
    const saved = await saveTranslation(ana, {
      ...half,
      typed: new Map([[title?.key ?? '', typed({ text: 'Half' })]]),
    });
    expect(done(saved)).toMatchObject({ finished: false });
    expect((await open(id)).segments[0]?.text).toBe('Half');
  });

  test('comes along when an approved story is published', async () => {
    const id = await tellStory({ title: 'Prevedena pre objave' });
    await translateAll(id);
    const { slug } = await publish(id);
    expect(shown(slug)?.en?.title).toBe('EN Prevedena pre objave');
  });

  test('leaves the public view when the text changes, keeps what is done, and comes back when the rest is', async () => {
    const id = await tellStory({ title: 'Priča koja se menja' });
    const { slug } = await publish(id);
    await translateAll(id);
    await tellAgain(id, {
      title: 'Priča koja se menja',
      results: 'Za tri meseca podeljeno je devet hiljada obroka, i niko nije ostao bez ručka.',
    });
    await publish(id, 2);
    expect(shown(slug)?.en).toBeUndefined();
    const view = await open(id);
    expect(view.isShown).toBe(false);
    const changed = view.segments.filter(({ source, sourceSeen }) => source !== sourceSeen);
    expect(changed.map(({ field }) => field)).toEqual(['results']);
    expect(changed[0]).toMatchObject({ sourceSeen: TOLD.results, text: `EN ${TOLD.results}` });
    await translateAll(id);
    expect(shown(slug)?.en?.results).toContain('EN Za tri meseca');
  });

  test('typed over an older text of the story is put onto the newer one, nothing lost', async () => {
    const id = await tellStory({ title: 'Priča dok se prevodi' });
    await publish(id);
    const seen = await open(id);
    const gone = seen.segments.find(({ field }) => field === 'transfer');
    const results = seen.segments.find(({ field }) => field === 'results');
    await tellAgain(id, { title: 'Priča dok se prevodi', transfer: null });
    await publish(id, 2);
    done(
      await saveTranslation(ana, {
        ...{ reference: seen.reference, seenVersion: seen.version, finish: false },
        typed: new Map([
          [gone?.key ?? '', typed({ text: 'A rota' })],
          [results?.key ?? '', typed({ text: 'Seven thousand' })],
        ]),
      }),
    );
    const now = await open(id);
    expect(now.segments.filter(({ retired }) => retired).map(({ text }) => text)).toEqual(['A rota']);
    expect(now.segments.find(({ field }) => field === 'results')).toMatchObject({
      text: 'Seven thousand',
      retired: false,
    });
  });

  test('of two editors at once keeps both texts of a paragraph, and both paragraphs of two', async () => {
    const id = await tellStory({ title: 'Priča sa dva urednika' });
    const seen = await open(id);
    const [title, summary, problem] = seen.segments.map(({ key }) => key);
    const about = { reference: seen.reference, seenVersion: 1, finish: false };
    const save = (who: typeof ana, texts: Record<string, TypedSegment>) =>
      saveTranslation(who, { ...about, typed: new Map(Object.entries(texts)) });
    done(await save(ana, { [title ?? '']: typed({ text: 'Of Ana' }), [summary ?? '']: typed({}) }));
    const second = done(
      await save(bora, { [title ?? '']: typed({ text: 'Of Bora' }), [problem ?? '']: typed({ text: 'A problem' }) }),
    );
    expect(second).toMatchObject({ version: 2, conflicts: 1 });
    const [one, , three] = (await open(id)).segments;
    expect(one).toMatchObject({ text: 'Of Ana', otherText: 'Of Bora', otherBy: 'bora' });
    expect(three?.text).toBe('A problem');
    done(await save(ana, { [title ?? '']: typed({ text: 'Of Ana', was: 'Of Ana', pick: 'other' }) }));
    expect((await open(id)).segments[0]).toMatchObject({ text: 'Of Bora', otherText: null });
  });

  test('saved twice by one press stays as it was typed, and is in conflict with nobody', async () => {
    const id = await tellStory({ title: 'Priča sačuvana dvaput' });
    const seen = await open(id);
    const [title] = seen.segments;
    const press = () =>
      saveTranslation(ana, {
        ...{ reference: seen.reference, seenVersion: seen.version, finish: false },
        typed: new Map([[title?.key ?? '', typed({ text: 'Saved twice' })]]),
      });
    expect(done(await press())).toMatchObject({ conflicts: 0 });
    expect(done(await press())).toMatchObject({ conflicts: 0 });
    expect((await open(id)).segments[0]).toMatchObject({ text: 'Saved twice', otherText: null });
  });

  test('is refused without the right, of a story that nobody approved, and of none', async () => {
    const id = await tellStory();
    const { reference } = await story(id);
    const save = { seenVersion: 1, typed: new Map(), finish: false };
    const refused = async (who: typeof ana, of: string) => {
      const result = await saveTranslation(who, { ...save, reference: of });
      return result.ok ? 'ok' : result.error.code;
    };
    expect(await refused(staff('volunteer'), reference)).toBe('forbidden');
    expect(await refused(ana, 'XXX-XXX-XXX')).toBe('notFound');
    await db().submission.update({ where: { id }, data: { state: 'pending' } });
    expect(await refused(ana, reference)).toBe('notYet');
    expect(await openTranslation(staff('volunteer'), reference)).toMatchObject({ ok: false });
  });

  test('goes with the story when it is erased', async () => {
    const id = await tellStory({ title: 'Priča koja se briše' });
    await publish(id);
    await translateAll(id);
    const { eraseSubmission } = await import('@/lib/submissions/commands/erase');
    done(
      await db().$transaction((tx) =>
        eraseSubmission(tx, { submissionId: id, actor: { kind: 'submitter' }, now: new Date() }),
      ),
    );
    expect(await db().translationSegment.count({ where: { submissionId: id } })).toBe(0);
    await db().$transaction((tx) => removeStory(tx, id));
  });
});

describe('the list of translations', () => {
  test('has stories without one and with an outdated one, and not those that are whole', async () => {
    const [none, whole, outdated] = [await tellStory(), await tellStory(), await tellStory()];
    for (const id of [whole, outdated]) {
      await publish(id);
      await translateAll(id);
    }
    await tellAgain(outdated, { results: 'Nešto sasvim drugo je izašlo iz svega toga, i to se vidi svakog dana.' });
    await publish(outdated, 2);
    // A version that changed no words is no task.
    await tellAgain(whole, { peopleReached: 7 });
    await publish(whole, 2);
    const { tasks } = done(await listTranslationTasks(ana, 1));
    const progress = async (id: number) => {
      const { reference } = await story(id);
      return tasks.find((task) => task.reference === reference)?.progress;
    };
    expect(await progress(none)).toBe('none');
    expect(await progress(whole)).toBeUndefined();
    expect(await progress(outdated)).toBe('outdated');
    expect(await listTranslationTasks(staff('volunteer'), 1)).toMatchObject({ ok: false });
  });
});

test('the glossary is loaded with the reference data', async () => {
  expect(await db().glossaryTerm.count()).toBeGreaterThanOrEqual(100);
});
