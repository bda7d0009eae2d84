import 'server-only';
import { randomBytes } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { authorise, type Refusal, type Staff } from '@/lib/accounts/access-rules';
import { recordAudit } from '@/lib/audit/commands';
import { db } from '@/lib/db';
import { type StorageTrouble, storageTrouble, writing } from '@/lib/db/write';
import { dropIncoming, makeIncoming, measure, placeBlob } from '@/lib/files/blobs';
import { cleanFile } from '@/lib/files/cleaner';
import { removeUnnamed } from '@/lib/files/commands';
import type { RefusalCode } from '@/lib/files/fields';
import { fail, ok, type Result } from '@/lib/shared/result';
import { FILE_MAX_BYTES } from '@/lib/submissions/fields';
import { findIntake } from './records';

/** Pages of a form on paper, or a recording's transcript. */
const MOST_EVIDENCE = 5;

export type EvidenceError = { code: 'notFound' } | { code: 'refused'; reason: RefusalCode } | Refusal | StorageTrouble;

/**
 * Keeps the evidence of a consent, a scan or a photo of what was signed: cleaned as every file of a stranger, seen by staff alone,
 * and part of nothing that is published.
 */
export async function addEvidence(
  staff: Staff,
  wish: { id: number; content: Uint8Array; now?: Date },
): Promise<Result<null, EvidenceError>> {
  const { id, content, now = new Date() } = wish;
  const allowed = authorise(staff, 'enterStory', now);
  if (!allowed.ok) return allowed;
  if (content.length > FILE_MAX_BYTES) return refused('tooLarge');
  const before = await findIntake(db(), id);
  if (!before || before.submissionId !== null) return fail({ code: 'notFound' });
  if (before.evidence.length >= MOST_EVIDENCE) return refused('tooMany');
  let folder: string | null = null;
  try {
    folder = await makeIncoming();
    const input = path.join(folder, 'received');
    await writeFile(input, content, { mode: 0o600 });
    const isPdf = Buffer.from(content.subarray(0, 1024)).includes('%PDF-');
    const outcome = await cleanFile(isPdf ? 'document' : 'photo', input, folder);
    if (!outcome.ok) return refused(outcome.code);
    const [main] = outcome.files;
    if (!main) throw new Error('The cleaner wrote nothing');
    const file = path.join(folder, main.file);
    const { bytes, sha256 } = await measure(file);
    return await writing<null, { code: 'notFound' }>(async (tx) => {
      const row = await findIntake(tx, id);
      if (!row || row.submissionId !== null) return fail({ code: 'notFound' });
      await placeBlob(file, sha256);
      await tx.staffFile.create({
        data: {
          ...{ purpose: 'consent', key: randomBytes(16).toString('hex'), sha256, bytes, format: main.format },
          ...{ width: main.width, height: main.height, createdAt: now, createdBy: staff.id, intakeId: id },
        },
        select: { id: true },
      });
      await recordAudit(tx, {
        actor: { kind: 'staff', id: staff.id },
        action: 'intake.evidence',
        object: { kind: 'intake', id },
      });
      return ok(null);
    });
  } catch (error) {
    if (storageTrouble(error) === 'full') return fail({ code: 'full' });
    throw error;
  } finally {
    if (folder) await dropIncoming(folder);
  }
}

const refused = (reason: RefusalCode) => fail({ code: 'refused' as const, reason });

/** Takes a piece of evidence away, as long as the story was not sent. */
export async function removeEvidence(
  staff: Staff,
  wish: { id: number; key: string; now?: Date },
): Promise<Result<null, EvidenceError>> {
  const removed = await writing<string, { code: 'notFound' } | Refusal>(async (tx) => {
    const allowed = authorise(staff, 'enterStory', wish.now ?? new Date());
    if (!allowed.ok) return allowed;
    const row = await findIntake(tx, wish.id);
    const found = row?.evidence.find(({ key }) => key === wish.key);
    if (!row || !found || row.submissionId !== null) return fail({ code: 'notFound' });
    await tx.staffFile.deleteMany({ where: { key: found.key } });
    return ok(found.sha256);
  });
  if (!removed.ok) return removed;
  await removeUnnamed([removed.value]);
  return ok(null);
}
