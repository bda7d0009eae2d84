import { redactPhoto } from '@/lib/redaction/commands';
import { readMarks, SIDES, sideControl, typedMarks } from '@/lib/redaction/marks-form';
import { deskPost } from '../../desk-post';
import { faultOf, photosPath } from '../photo-answer';

/** Burns boxes into a photo. What was typed stays in the address of the page when it could not be done. */
export const POST = deskPost('redact', async ({ staff, field, locale }) => {
  const to = { reference: field('reference'), key: field('photo') };
  const typed = typedMarks(field);
  const { marks, faults } = readMarks(typed);
  const back = Object.fromEntries(
    [['crop', typed.crop] as const, ...typed.boxes.map((box, at) => [at, box] as const)].flatMap(([at, box]) =>
      SIDES.map((side) => [sideControl(at, side), box[side]] as const).filter(([, value]) => value !== ''),
    ),
  );
  if (faults.length > 0) return photosPath(locale, to, { ...back, fault: 'marks' });
  const revision = Number.parseInt(field('revision'), 10);
  const result = await redactPhoto(staff, { ...to, revision, marks });
  return photosPath(locale, to, result.ok ? { done: 'redacted' } : { ...back, ...faultOf(result.error) });
});
