import 'server-only';
import { authorise, type Refusal, type Staff } from '@/lib/accounts/access-rules';
import { recordAudit } from '@/lib/audit/commands';
import type { Tx } from '@/lib/db';
import { BUMP_CONTENT_VERSION } from '@/lib/db/content-version';
import { type StorageTrouble, writing } from '@/lib/db/write';
import { fail, ok, type Result } from '@/lib/shared/result';
import { checkBlock, checkText, type TextFault } from './check';
import { type DocumentName, hasBlock, houseTexts, type Lang, rightOf } from './documents';

interface Place {
  document: DocumentName;
  lang: Lang;
}

type Done = Result<null, Refusal | StorageTrouble | { code: 'unknown' | 'changed' | 'nothing' | 'faults' }>;

/**
 * Keeps what somebody is writing, right or wrong: nothing typed is lost, and its preview is made of it. Texts that are
 * those of the house are left out, so that a later version of the program may better them.
 * @param typed texts by path; an empty one takes the house's words again. `block` is the free text of a page.
 */
export async function saveDraft(
  staff: Staff,
  { document, lang }: Place,
  typed: Readonly<Record<string, string>>,
  now = new Date(),
): Promise<Done> {
  const allowed = authorise(staff, rightOf(document), now);
  if (!allowed.ok) return allowed;
  const texts = ownTexts({ document, lang }, typed);
  return writing<null, never>(async (tx) => {
    const live = await liveOf(tx, { document, lang });
    await tx.contentVersion.deleteMany({ where: { document, lang, state: 'draft', createdBy: staff.id } });
    await tx.contentVersion.create({
      data: {
        ...{ document, lang, state: 'draft', createdBy: staff.id, createdAt: now },
        ...{ texts: JSON.stringify(texts), basedOn: live?.id ?? null },
      },
      select: { id: true },
    });
    return ok(null);
  });
}

/** What differs from the words of the house. */
function ownTexts({ document, lang }: Place, typed: Readonly<Record<string, string>>): Record<string, string> {
  const texts: Record<string, string> = {};
  for (const [path, house] of houseTexts(document, lang)) {
    const text = typed[path]?.replace(/\r\n?/g, '\n').trim() ?? '';
    if (text !== '' && text !== house) texts[path] = text;
  }
  const block = typed.block?.replace(/\r\n?/g, '\n').trim() ?? '';
  if (hasBlock(document) && block !== '') texts.block = block;
  return texts;
}

/** What keeps a document's texts from being published. */
export function faultsOf({ document, lang }: Place, texts: Readonly<Record<string, string>>): TextFault[] {
  const house = houseTexts(document, lang);
  return Object.entries(texts).flatMap(([path, text]) => {
    if (path === 'block') return checkBlock(text);
    return checkText(path, text, house.get(path) ?? '');
  });
}

/** Puts one's draft in force. A version that was published meanwhile stops it: its words would be lost unseen. */
export async function publishDraft(staff: Staff, place: Place, now = new Date()): Promise<Done> {
  const allowed = authorise(staff, rightOf(place.document), now);
  if (!allowed.ok) return allowed;
  return writing<null, { code: 'changed' | 'nothing' | 'faults' }>(async (tx) => {
    const draft = await tx.contentVersion.findFirst({ where: { ...place, state: 'draft', createdBy: staff.id } });
    if (!draft) return fail({ code: 'nothing' });
    const live = await liveOf(tx, place);
    if ((live?.id ?? null) !== draft.basedOn) return fail({ code: 'changed' });
    if (faultsOf(place, JSON.parse(draft.texts) as Record<string, string>).length > 0) return fail({ code: 'faults' });
    await tx.contentVersion.deleteMany({ where: { id: draft.id } });
    await putInForce(tx, { staff, place, texts: draft.texts, restoredOf: null, now });
    return ok(null);
  });
}

/** Throws one's draft away. */
export async function dropDraft(staff: Staff, place: Place, now = new Date()): Promise<Done> {
  const allowed = authorise(staff, rightOf(place.document), now);
  if (!allowed.ok) return allowed;
  return writing<null, never>(async (tx) => {
    await tx.contentVersion.deleteMany({ where: { ...place, state: 'draft', createdBy: staff.id } });
    return ok(null);
  });
}

/** Goes back to an earlier version, or (null) to the words of the house; what is in force now stays in the history. */
export async function restoreVersion(
  staff: Staff,
  place: Place,
  versionId: number | null,
  now = new Date(),
): Promise<Done> {
  const allowed = authorise(staff, rightOf(place.document), now);
  if (!allowed.ok) return allowed;
  return writing<null, { code: 'unknown' | 'faults' }>(async (tx) => {
    const version =
      versionId === null
        ? { texts: '{}' }
        : await tx.contentVersion.findFirst({ where: { ...place, id: versionId, state: 'past' } });
    if (!version) return fail({ code: 'unknown' });
    // The program may have changed since: a text whose arguments are others now would break the page.
    if (faultsOf(place, JSON.parse(version.texts) as Record<string, string>).length > 0)
      return fail({ code: 'faults' });
    await putInForce(tx, { staff, place, texts: version.texts, restoredOf: versionId, now });
    return ok(null);
  });
}

function liveOf(tx: Tx, place: Place) {
  return tx.contentVersion.findFirst({ where: { ...place, state: 'live' }, select: { id: true } });
}

async function putInForce(
  tx: Tx,
  wish: { staff: Staff; place: Place; texts: string; restoredOf: number | null; now: Date },
): Promise<void> {
  const { staff, place, texts, restoredOf, now } = wish;
  await tx.contentVersion.updateMany({ where: { ...place, state: 'live' }, data: { state: 'past' } });
  const { id } = await tx.contentVersion.create({
    data: {
      ...{ ...place, texts, restoredOf, state: 'live' },
      ...{ createdBy: staff.id, createdAt: now, publishedBy: staff.id, publishedAt: now },
    },
    select: { id: true },
  });
  await recordAudit(tx, {
    actor: { kind: 'staff', id: staff.id },
    action: restoredOf === null ? 'content.publish' : 'content.restore',
    object: { kind: 'content', id: place.document },
    details: { lang: place.lang, version: id },
  });
  await tx.$executeRawUnsafe(BUMP_CONTENT_VERSION);
}
