import type { Messages } from '@/lib/i18n/messages';

/** Who acted. `lib/accounts` actors fit it. */
export type AuditActor =
  | { kind: 'staff'; id: string }
  /** Whoever sent a story, by their secret link */
  | { kind: 'submitter' }
  /** The program itself; the id names the job or command */
  | { kind: 'system'; id: string }
  /** Whoever runs a command on the server's own console */
  | { kind: 'console' };

/** What was acted on, e.g. `{ kind: 'submission', id: 17 }`; the id is null where there is only one, or many. */
export interface AuditObject {
  kind: string;
  id: string | number | null;
}

/** Numbers of other rows, for programs: they stand in the export, and tell a reader nothing. */
export const AUDIT_REFERENCES = ['event', 'request', 'decision', 'change', 'file', 'proof'] as const;
/** What a detail may be called: every other one has words in all languages. */
export type AuditDetailKey = keyof Messages['AuditDetails'] | (typeof AUDIT_REFERENCES)[number];
export type AuditDetails = Readonly<Partial<Record<AuditDetailKey, AuditDetail>>>;

export type AuditDetail = string | number | boolean | null | readonly (string | number)[];

export interface AuditEvent {
  actor: AuditActor;
  /** Object and verb, e.g. "submission.approve", "contact.reveal" */
  action: string;
  object: AuditObject;
  /** Code of a reason */
  reason?: string | null;
  /** Codes, ids and numbers only */
  details?: AuditDetails;
}

/** A row as it is read. */
export interface AuditEntryView {
  id: number;
  at: Date;
  actor: { kind: string; id: string | null };
  action: string;
  object: { kind: string; id: string | null };
  reason: string | null;
  details: Record<string, AuditDetail>;
  hash: string;
}

export interface AuditFilter {
  actorKind?: string;
  actorId?: string;
  action?: string;
  objectKind?: string;
  objectId?: string | number;
  reason?: string;
  /** Inclusive */
  from?: Date;
  /** Exclusive */
  to?: Date;
}

const LONGEST_CODE = 100;
/** Bulk acts write one row for each object; a row is never long. */
const LONGEST_DETAILS = 4_000;
/** No space, no @, no + and no letter outside ASCII: names, addresses of mail and sentences do not fit. */
const CODE = /^[A-Za-z0-9][A-Za-z0-9_.:/-]*$/;

export function isAuditCode(text: string): boolean {
  return text.length <= LONGEST_CODE && CODE.test(text);
}

/**
 * The details as they are stored: JSON with its keys in order.
 * @throws when something in them is no code, id or number
 */
export function canonicalDetails(details: AuditEvent['details'] = {}): string {
  const entries = Object.entries(details).sort(([a], [b]) => (a < b ? -1 : 1));
  for (const [key, value] of entries) {
    assertCode(key, 'key of a detail');
    for (const item of Array.isArray(value) ? value : [value]) {
      if (typeof item === 'string') assertCode(item, `detail ${key}`);
      else if (typeof item === 'number' && !Number.isFinite(item)) throw notACode(`detail ${key}`);
      else if (item !== null && typeof item === 'object') throw notACode(`detail ${key}`);
    }
  }
  const text = JSON.stringify(Object.fromEntries(entries));
  if (text.length > LONGEST_DETAILS) throw new Error('The details of an audit entry are too long');
  return text;
}

/** @throws naming the place, never the text: it may be somebody's name */
export function assertCode(text: string, place: string): void {
  if (!isAuditCode(text)) throw notACode(place);
}

const notACode = (place: string) =>
  new Error(`The audit log takes codes, ids and numbers only, and the ${place} is something else`);
