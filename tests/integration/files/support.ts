import { readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import type { StoryAnswers } from '@/lib/submissions/schema';
import type { TestDatabase } from '@/tests/support/database';

/** A draft as the form begins one. @returns its secret */
export async function newDraft(answers: StoryAnswers = {}): Promise<string> {
  const { saveDraft } = await import('@/lib/submissions/drafts');
  const saved = await saveDraft({ secret: null, locale: 'sr-Latn', page: 'files', answers, version: null });
  if (!saved.ok) throw new Error(saved.error.code);
  return saved.value.secret;
}

export async function draftIdOf(secret: string): Promise<number> {
  const { openDraft } = await import('@/lib/submissions/drafts');
  return (await openDraft(secret))?.id ?? 0;
}

let number = 100;

/** A sent story, as far as files need one. */
export async function newSubmission({ prisma }: TestDatabase): Promise<number> {
  number += 1;
  const { id } = await prisma.submission.create({
    data: { reference: `TST-TST-${number}`, state: 'PENDING', locale: 'sr-Latn' },
  });
  return id;
}

/** Publishes a story of a submission, as far as files need one. */
export async function publishStory({ prisma }: TestDatabase, submissionId: number): Promise<void> {
  await prisma.story.create({
    data: { slug: `prica-${submissionId}`, origin: 'submitted', submissionId, licence: 'cc_by' },
  });
}

/** Every file under DATA_DIR/files, by its path from there. */
export function filesOnDisk({ folder }: TestDatabase): { path: string; bytes: Buffer; mode: number }[] {
  const root = path.join(folder, 'files');
  const walk = (at: string): string[] =>
    readdirSync(at, { withFileTypes: true }).flatMap((entry) => {
      const whole = path.join(at, entry.name);
      return entry.isDirectory() ? walk(whole) : [whole];
    });
  try {
    return walk(root).map((file) => ({
      path: path.relative(root, file),
      bytes: readFileSync(file),
      mode: statSync(file).mode & 0o777,
    }));
  } catch {
    return [];
  }
}
