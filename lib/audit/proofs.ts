import 'server-only';
import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import type { Tx } from '@/lib/db';
import type { AuditObject } from './schema';

/**
 * Proofs of personal values for the audit log. A value itself never stands there; where it must be possible to show later
 * that it was this one, its HMAC does, with a random key of the object. Erasure removes the key, and the HMAC that stays
 * in the chain is then 64 digits that mean nothing.
 */
type OneObject = { kind: string; id: string | number };

/** @returns what goes into the details: 64 hexadecimal digits */
export async function proveInAudit(tx: Tx, object: OneObject, value: string): Promise<string> {
  const objectId = String(object.id);
  const at = { objectKind_objectId: { objectKind: object.kind, objectId } };
  const { key } = await tx.auditKey.upsert({
    where: at,
    update: {},
    create: { objectKind: object.kind, objectId, key: new Uint8Array(randomBytes(32)) },
    select: { key: true },
  });
  return proof(key, value);
}

/** Whether a proof is that of a value; null when the key was erased, and nobody can tell. */
export async function isProofOf(tx: Tx, object: OneObject, value: string, text: string): Promise<boolean | null> {
  const found = await tx.auditKey.findUnique({
    where: { objectKind_objectId: { objectKind: object.kind, objectId: String(object.id) } },
    select: { key: true },
  });
  if (!found) return null;
  const wanted = Buffer.from(proof(found.key, value));
  const given = Buffer.from(text);
  return wanted.length === given.length && timingSafeEqual(wanted, given);
}

/** Makes the proofs of an object worthless. Part of every erasure, in its transaction. */
export async function forgetAuditProofs(tx: Tx, object: AuditObject): Promise<void> {
  await tx.auditKey.deleteMany({ where: { objectKind: object.kind, objectId: String(object.id) } });
}

const proof = (key: Uint8Array, value: string) => createHmac('sha256', key).update(value).digest('hex');
