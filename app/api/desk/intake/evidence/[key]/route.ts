import { requireStaff } from '@/lib/accounts/access';
import { openEvidence } from '@/lib/intake/queries';
import { noStaffFile, serveStaffFile } from '../../../serve-staff-file';

/** The evidence of a consent, for whoever confirms by it. */
export async function GET(request: Request, { params }: { params: Promise<{ key: string }> }): Promise<Response> {
  const staff = await requireStaff('enterStory', request.headers);
  if (!staff.ok) return noStaffFile();
  const file = await openEvidence(staff.value, (await params).key);
  return file.ok ? serveStaffFile(file.value, `saglasnost.${file.value.extension}`) : noStaffFile();
}
