import 'server-only';
import { authorise, type Refusal, type StaffActor } from '@/lib/accounts/access-rules';
import { csvTable, delimiterFor } from '@/lib/api/csv-table';
import type { StorageTrouble } from '@/lib/db/write';
import { writing } from '@/lib/db/write';
import type { Locale } from '@/lib/i18n/locales';
import { fail, ok, type Result } from '@/lib/shared/result';
import { recordAudit } from './commands';
import { findAuditNames } from './names';
import { presentAuditEntry } from './present';
import { listAudit } from './queries';
import type { AuditEntryView, AuditFilter } from './schema';

const PIECE = 200;

interface Row extends AuditEntryView {
  who: string;
  what: string;
}

const TABLE = csvTable<Row>([
  ['number', ({ id }) => id],
  ['at', ({ at }) => at.toISOString()],
  ['who', ({ who }) => who],
  ['actor_kind', ({ actor }) => actor.kind],
  ['actor_id', ({ actor }) => actor.id],
  ['what', ({ what }) => what],
  ['action', ({ action }) => action],
  ['object_kind', ({ object }) => object.kind],
  ['object_id', ({ object }) => object.id],
  ['reason', ({ reason }) => reason],
  ['details', ({ details }) => JSON.stringify(details)],
  ['hash', ({ hash }) => hash],
]);

/**
 * The log as a file for spreadsheets, newest first, piece by piece; that it left is itself written down. Names of staff
 * stand in it, and of nobody else.
 */
export async function exportAudit(
  actor: StaffActor,
  filter: AuditFilter,
  locale: Locale,
): Promise<Result<AsyncGenerator<string>, Refusal | StorageTrouble>> {
  for (const right of ['readAudit', 'exportData'] as const) {
    const allowed = authorise(actor, right, new Date());
    if (!allowed.ok) return allowed;
  }
  const noted = await writing<null, never>(async (tx) => {
    await recordAudit(tx, {
      action: 'audit.export',
      actor: actor.kind === 'staff' ? { kind: 'staff', id: actor.id } : actor,
      object: { kind: 'audit', id: null },
      details: { filtered: Object.keys(filter).length > 0 },
    });
    return ok(null);
  });
  return noted.ok ? ok(pieces(actor, filter, locale)) : fail(noted.error);
}

async function* pieces(actor: StaffActor, filter: AuditFilter, locale: Locale): AsyncGenerator<string> {
  const delimiter = delimiterFor(locale, undefined);
  yield TABLE.header(delimiter);
  let before: number | undefined;
  do {
    const page = await listAudit(actor, filter, { before, size: PIECE });
    const names = page.ok ? await findAuditNames(actor, page.value.entries, locale) : page;
    // The right was taken away while the file was made: it ends here.
    if (!page.ok || !names.ok) return;
    const rows = page.value.entries.map((entry) => {
      const { who, what } = presentAuditEntry(locale, entry, names.value);
      return { ...entry, who, what };
    });
    yield TABLE.lines(rows, locale, '', delimiter);
    before = page.value.next ?? undefined;
  } while (before !== undefined);
}
