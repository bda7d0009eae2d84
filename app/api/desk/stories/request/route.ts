import { offeredText } from '@/lib/moderation/reasons';
import { collectRequest, dropRequest, judgeRequest } from '@/lib/moderation/requests';
import { deskPost } from '../../desk-post';
import { backWith, idOf, keepForm, numberOf } from '../story-post';

export const POST = deskPost('askForChanges', async ({ staff, locale, field }) => {
  const id = idOf(field('story'));
  const lead = (codes: Record<string, string>, anchor = '#ask') => ({
    page: '/desk' as const,
    path: `${backWith(field('back'), locale, codes)}${anchor}`,
  });
  if (field('act') === 'drop') {
    const dropped = await dropRequest(staff, id, numberOf(field('index')));
    return lead(dropped.ok ? { done: 'removed' } : { fault: dropped.error.code });
  }
  if (field('act') === 'judge') {
    const solved = field('solved') !== '';
    const judged = await judgeRequest(staff, { request: numberOf(field('request')), solved });
    return lead(judged.ok ? { done: solved ? 'judged' : 'again' } : { fault: judged.error.code }, '');
  }
  const typed = { field: field('field'), quote: field('quote'), reason: field('reason'), note: field('note') };
  const collected = await collectRequest(staff, id, typed);
  if (collected.ok) return lead({ done: 'collected' });
  const { code } = collected.error;
  // Without a script the offered words come with the answer.
  const note = code === 'noteNeeded' ? await offeredText(typed.reason, id) : typed.note;
  await keepForm(staff, field, 'ask', { ...typed, note });
  return lead({ fault: code });
});
