import { addDays, toDay } from '@/lib/submissions/calendar';
import { type AuditFilter, isAuditCode } from './schema';

/** What the address of the audit page asks for, as it was typed; the form shows it again. */
export interface AuditSearch {
  who: string;
  action: string;
  kind: string;
  /** Id of the object, or the reference of a story. */
  id: string;
  /** Days in Serbia, YYYY-MM-DD, both inclusive. */
  from: string;
  to: string;
}

const NAMES = ['who', 'action', 'kind', 'id', 'from', 'to'] as const satisfies readonly (keyof AuditSearch)[];
/** Actors that are no member of staff. */
export const OTHER_ACTORS = ['submitter', 'system', 'console'] as const;

type Search = Readonly<Record<string, string | string[] | undefined>>;

/** Reads the address. Total: what is no code and no day counts as not asked. */
export function parseAuditSearch(search: Search): { asked: AuditSearch; before: number | undefined } {
  const one = (name: string) => {
    const value = search[name];
    return typeof value === 'string' ? value.trim() : '';
  };
  const code = (name: string) => (isAuditCode(one(name)) ? one(name) : '');
  const day = (name: string) => (isDay(one(name)) ? one(name) : '');
  const before = Number(one('before'));
  return {
    asked: {
      ...{ who: code('who'), action: code('action'), kind: code('kind'), id: code('id') },
      ...{ from: day('from'), to: day('to') },
    },
    before: Number.isSafeInteger(before) && before > 0 ? before : undefined,
  };
}

function isDay(text: string): boolean {
  return /^\d{4}-\d\d-\d\d$/.test(text) && !Number.isNaN(Date.parse(`${text}T00:00:00Z`));
}

/** The same as a filter of the log. */
export function toAuditFilter({ who, action, kind, id, from, to }: AuditSearch): AuditFilter {
  return {
    ...((OTHER_ACTORS as readonly string[]).includes(who) ? { actorKind: who } : who && { actorId: who }),
    ...(action && { action }),
    ...(kind && { objectKind: kind }),
    ...(id && { objectId: id }),
    ...(from && { from: startOfDay(from) }),
    ...(to && { to: startOfDay(addDays(to, 1)) }),
  };
}

/** The query of an address that asks for the same. */
export function toAuditQuery(asked: AuditSearch, more: Record<string, string> = {}): Record<string, string> {
  return {
    ...Object.fromEntries(NAMES.filter((name) => asked[name] !== '').map((name) => [name, asked[name]])),
    ...more,
  };
}

/** When a day begins in Serbia, in winter and in summer. */
function startOfDay(day: string): Date {
  const winter = new Date(`${day}T00:00:00+01:00`);
  const summer = new Date(`${day}T00:00:00+02:00`);
  return toDay(summer) === day ? summer : winter;
}
