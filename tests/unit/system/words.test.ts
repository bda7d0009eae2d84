import { expect, it } from 'vitest';
import { messagesOf } from '@/lib/i18n/messages';
import { JOBS } from '@/lib/jobs/jobs';
import { MAIL_SAMPLES } from '@/lib/mail/samples';

it('every job has a name in words', () => {
  const named: object = messagesOf('en').DeskJobs;
  expect(
    Object.keys(JOBS).filter((name) => !Object.hasOwn(named, name)),
    'add these to the messages DeskJobs, in both languages',
  ).toEqual([]);
});

it('every mail has a name in words', () => {
  const named: object = messagesOf('en').DeskMailNames;
  expect(
    Object.keys(MAIL_SAMPLES).filter((name) => !Object.hasOwn(named, name)),
    'add these to the messages DeskMailNames, in both languages',
  ).toEqual([]);
});
