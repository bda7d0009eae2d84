import { requireStaff } from '@/lib/accounts/access';
import { openIntakePhoto } from '@/lib/intake/queries';
import { noStaffFile, serveStaffFile } from '../../../../serve-staff-file';

type Context = { params: Promise<{ id: string; key: string }> };

/** A photo of a story that is being typed in, small. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const staff = await requireStaff('enterStory', request.headers);
  if (!staff.ok) return noStaffFile();
  const { id, key } = await params;
  const file = await openIntakePhoto(staff.value, { id: Number.parseInt(id, 10) || 0, key });
  return file.ok ? serveStaffFile(file.value) : noStaffFile();
}
