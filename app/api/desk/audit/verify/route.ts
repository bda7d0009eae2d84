import { parseAuditSearch, toAuditQuery } from '@/lib/audit/address';
import { checkAudit } from '@/lib/audit/check';
import { deskPost } from '../../desk-post';
import { faultQuery } from '../../fault-query';

export const POST = deskPost('readAudit', async ({ staff, field }) => {
  const names = ['who', 'action', 'kind', 'id', 'from', 'to'];
  const { asked } = parseAuditSearch(Object.fromEntries(names.map((name) => [name, field(name)])));
  const result = await checkAudit(staff);
  if (!result.ok) return { page: '/desk/audit', query: { ...toAuditQuery(asked), ...faultQuery(result.error) } };
  const notice = { kind: 'auditCheck' as const, value: result.value, staffId: staff.id };
  return { page: '/desk/audit', query: toAuditQuery(asked), notice };
});
