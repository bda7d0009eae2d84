import { runJobNow } from '@/lib/system/commands';
import { deskPost } from '../../desk-post';
import { jobAnswer } from '../../job-answer';

export const POST = deskPost('backUp', async ({ staff }) =>
  jobAnswer(staff, 'backup', false, await runJobNow(staff, 'backup')),
);
