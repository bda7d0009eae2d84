/**
 * Who of the staff may do what: the one table of rights. Everything that reads or writes for staff asks it (`can`, or
 * `requireStaff` in access.ts); docs/staff-roles.md shows it and a test compares the two.
 * Source: issue 4 and the table of states of "Have your say!" (submission.md, section 5).
 */

/** Roles, from the fewest rights to the most. They are no ladder: an editor has rights that a moderator lacks. */
export const ROLES = ['volunteer', 'moderator', 'editor', 'coordinator', 'admin'] as const;
export type Role = (typeof ROLES)[number];

export function isRole(value: unknown): value is Role {
  return ROLES.includes(value as Role);
}

/** The rights, each with the roles that have it: v, m, e, c, a are the first letters of ROLES. */
const TABLE = {
  // the queue
  readQueue: 'vmeca',
  seeContacts: 'mca',
  enterStory: 'mca',
  claim: 'vmca',
  assign: 'mca',
  planDuty: 'ca',
  recommend: 'vmca',
  askForChanges: 'mca',
  approve: 'mca',
  reject: 'mca',
  markSpam: 'mca',
  merge: 'mca',
  editStory: 'mca',
  redact: 'mca',
  undoDecision: 'mca',
  secondDecision: 'ca',
  decideAppeal: 'ca',
  // what is public
  publish: 'mca',
  schedule: 'mca',
  hide: 'mca',
  unpublish: 'mca',
  translate: 'meca',
  // the directory
  editRecords: 'meca',
  decideSuggestions: 'meca',
  importRecords: 'ca',
  undoImport: 'ca',
  editTaxonomies: 'ca',
  // the words of the site
  editPages: 'eca',
  editTemplates: 'ca',
  // what is written down
  readFigures: 'meca',
  readAudit: 'ca',
  exportData: 'ca',
  // the house
  managePeople: 'a',
  manageRetention: 'a',
  erase: 'a',
  seeSystem: 'a',
  runJobs: 'a',
  backUp: 'a',
} as const satisfies Record<string, string>;

export type Action = keyof typeof TABLE;
export const ACTIONS = Object.keys(TABLE) as Action[];

const LETTERS: Record<Role, string> = { volunteer: 'v', moderator: 'm', editor: 'e', coordinator: 'c', admin: 'a' };

/** Rights that need the second factor to have been shown within the last minutes: what they do cannot be taken back. */
const FRESH: readonly Action[] = ['exportData', 'erase', 'backUp', 'managePeople', 'manageRetention'];

/** Who acts: a member of staff, or whoever runs a command on the server's own console. */
export type Actor = { kind: 'staff'; id: string; role: Role } | { kind: 'console' };

/** The actor of the command line. Whoever has the console has the database file too. */
export const CONSOLE: Actor = { kind: 'console' };

export function roleCan(role: Role, action: Action): boolean {
  return TABLE[action].includes(LETTERS[role]);
}

export function can(actor: Actor, action: Action): boolean {
  return actor.kind === 'console' || roleCan(actor.role, action);
}

/** Whether a role may work only with a second factor: from moderator up. */
export function needsFactor(role: Role): boolean {
  return role !== 'volunteer';
}

/** Whether a role sees only stories of the themes that it was given, and those that were given to it one by one. */
export function seesOnlyThemes(role: Role): boolean {
  return role === 'volunteer';
}

export function needsFreshFactor(action: Action): boolean {
  return FRESH.includes(action);
}
