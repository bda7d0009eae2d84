import { requireStaff } from '@/lib/accounts/access';
import { openDeskPicture } from '@/lib/redaction/queries';
import { noStaffFile, serveStaffFile } from '../../serve-staff-file';

/** A photo for whoever redacts it: `?as=before` is the photo as it was kept, anything else as it is now. */
export async function GET(request: Request, { params }: { params: Promise<{ key: string }> }): Promise<Response> {
  const staff = await requireStaff('redact', request.headers);
  if (!staff.ok) return noStaffFile();
  const { key } = await params;
  const as = new URL(request.url).searchParams.get('as') === 'before' ? 'before' : 'now';
  const picture = await openDeskPicture(staff.value, key, as);
  return picture.ok ? serveStaffFile(picture.value) : noStaffFile();
}
