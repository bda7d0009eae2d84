import { giveUpMail, retryMail } from '@/lib/system/commands';
import { deskPost } from '../../desk-post';
import { faultQuery } from '../../fault-query';

/** Tries a mail again at once, or gives it up (`giveUp`). */
export const POST = deskPost('runJobs', async ({ staff, field }) => {
  const number = Number(field('mail'));
  const id = Number.isSafeInteger(number) ? number : 0;
  const page = '/desk/system';
  const giveUp = field('giveUp') !== '';
  const result = await (giveUp ? giveUpMail(staff, id) : retryMail(staff, id));
  return { page, query: result.ok ? { done: giveUp ? 'mailGivenUp' : 'mailRetried' } : faultQuery(result.error) };
});
