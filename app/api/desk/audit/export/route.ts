import { parseAuditSearch, toAuditFilter, toAuditQuery } from '@/lib/audit/address';
import { exportAudit } from '@/lib/audit/export';
import { findAuditObjectId } from '@/lib/audit/names';
import { toDay } from '@/lib/submissions/calendar';
import { deskPost } from '../../desk-post';
import { faultQuery } from '../../fault-query';
import { fileAnswer } from '../../file-answer';

export const POST = deskPost('exportData', async ({ locale, staff, field }) => {
  const names = ['who', 'action', 'kind', 'id', 'from', 'to'];
  const { asked } = parseAuditSearch(Object.fromEntries(names.map((name) => [name, field(name)])));
  const filter = toAuditFilter({ ...asked, id: await findAuditObjectId(asked.id) });
  const result = await exportAudit(staff, filter, locale);
  if (!result.ok) return { page: '/desk/audit', query: { ...toAuditQuery(asked), ...faultQuery(result.error) } };
  return fileAnswer(result.value, { type: 'text/csv', name: `dnevnik-radnji-${toDay(new Date())}.csv` });
});
