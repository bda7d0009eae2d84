import 'server-only';
import type { Staff } from '@/lib/accounts/access-rules';
import { seesOnlyThemes } from '@/lib/accounts/permissions';
import type { Tx } from '@/lib/db';
import { rows } from '@/lib/db/rows';
import { contentOf } from '@/lib/submissions/versions';

/** Kinds of practice whose stories somebody sees; null for who sees all. */
export function themesSeenBy({ role, themes }: Pick<Staff, 'role' | 'themes'>): readonly string[] | null {
  return seesOnlyThemes(role) ? themes : null;
}

/**
 * Whether a story is somebody's to see: of a theme that they were given, or in their hands, or given to them. A story that is
 * not is to them as if it were not there: whoever asks for it answers `notFound`.
 */
export async function isInScope(tx: Tx, staff: Staff, submissionId: number): Promise<boolean> {
  const themes = themesSeenBy(staff);
  if (themes === null) return true;
  const { find, has } = await rows(tx);
  const own = { submissionId, staffId: staff.id };
  if (has('StoryClaim', own) || has('StoryAssignment', own)) return true;
  const story = find('Submission', { id: submissionId }, ['versionNumber', 'state']);
  if (!story || story.state === 'erased') return false;
  const { practiceTypes } = await contentOf(tx, submissionId, story.versionNumber);
  return practiceTypes.some((code) => themes.includes(code));
}

/** Those of several stories that are somebody's to see. */
export async function onlyInScope(tx: Tx, staff: Staff, ids: readonly number[]): Promise<number[]> {
  if (themesSeenBy(staff) === null) return [...ids];
  const seen: number[] = [];
  for (const id of ids) if (await isInScope(tx, staff, id)) seen.push(id);
  return seen;
}
