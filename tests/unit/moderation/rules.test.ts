import { describe, expect, it } from 'vitest';
import {
  type Actor,
  isState,
  nextState,
  type Role,
  STATES,
  type State,
  TRANSITIONS,
  type Transition,
  transitionsFor,
  type Who,
  waitsFor,
} from '@/lib/moderation/rules';

const submitter: Actor = { kind: 'submitter' };
const system: Actor = { kind: 'system' };
const staff = (...roles: Role[]) => ({ kind: 'staff' as const, id: 'mira', roles });
const second = { id: 'jova', roles: ['coordinator'] as const };

/** Somebody who may be each of the names in the table. */
const ACTORS: Record<Who, Actor> = {
  submitter,
  system,
  volunteer: { ...staff('volunteer'), second, decidedBy: ['jova'] },
  moderator: { ...staff('moderator'), second, decidedBy: ['jova'] },
  editor: staff('editor'),
  coordinator: { ...staff('coordinator'), second, decidedBy: ['jova'] },
  admin: { ...staff('admin'), second, decidedBy: ['jova'] },
  claimer: { ...staff('volunteer'), claimedBy: 'mira' },
};

/** Section 5 of the coalition's model, row by row: from, transition, to, who. */
const TABLE: [State | State[], Transition, State, Who[]][] = [
  ['draft', 'send', 'unconfirmed', ['submitter']],
  ['unconfirmed', 'confirm', 'pending', ['submitter']],
  ['unconfirmed', 'expire', 'erased', ['system']],
  ['pending', 'claim', 'in_review', ['volunteer', 'moderator']],
  ['in_review', 'release', 'pending', ['system', 'claimer', 'moderator']],
  ['in_review', 'recommend', 'recommended', ['volunteer', 'moderator']],
  [['in_review', 'recommended'], 'request_changes', 'changes_requested', ['moderator']],
  ['changes_requested', 'resubmit', 'pending', ['submitter']],
  ['changes_requested', 'sleep', 'dormant', ['system']],
  ['dormant', 'resubmit', 'pending', ['submitter']],
  [['in_review', 'recommended'], 'approve', 'approved', ['moderator']],
  ['approved', 'publish', 'published', ['moderator', 'system']],
  ['approved', 'schedule', 'scheduled', ['moderator']],
  ['scheduled', 'publish', 'published', ['moderator', 'system']],
  [['in_review', 'recommended'], 'reject', 'rejected', ['moderator']],
  ['in_review', 'merge', 'merged', ['moderator']],
  [
    ['unconfirmed', 'pending', 'in_review', 'recommended', 'changes_requested', 'dormant', 'approved', 'scheduled'],
    'mark_spam',
    'spam',
    ['system', 'moderator'],
  ],
  [['merged', 'rejected', 'unpublished', 'appealed'], 'mark_spam', 'spam', ['system', 'moderator']],
  ['published', 'edit', 'published', ['submitter']],
  ['published', 'hide', 'hidden', ['moderator']],
  [['published', 'hidden'], 'unpublish', 'unpublished', ['moderator']],
  [['hidden', 'unpublished'], 'republish', 'published', ['moderator']],
  [['rejected', 'unpublished'], 'appeal', 'appealed', ['submitter']],
  ['appealed', 'uphold', 'rejected', ['coordinator']],
  ['appealed', 'overturn', 'pending', ['coordinator']],
  ['published', 'follow_up', 'published', ['system']],
  // Beside the table: said in docs/stories.md.
  ['unconfirmed', 'confirm_for', 'pending', ['moderator']],
  ['scheduled', 'unschedule', 'approved', ['moderator']],
  ['spam', 'not_spam', 'unconfirmed', ['moderator']],
  ['unconfirmed', 'edit', 'unconfirmed', ['submitter']],
  [['pending', 'in_review', 'recommended', 'approved', 'scheduled'], 'edit', 'pending', ['submitter']],
  ['hidden', 'edit', 'hidden', ['submitter']],
  ['published', 'accept_edit', 'published', ['moderator']],
  ['published', 'decline_edit', 'published', ['moderator']],
];
const STANDING = STATES.filter((state) => !['draft', 'spam', 'withdrawn', 'erased'].includes(state));
TABLE.push([STANDING, 'withdraw', 'withdrawn', ['submitter']]);
TABLE.push([[...STANDING, 'withdrawn', 'spam'], 'erase', 'erased', ['submitter', 'admin', 'system']]);

const ROWS = TABLE.flatMap(([from, name, to, who]) => [from].flat().map((state) => ({ from: state, name, to, who })));
const NAMES = [...new Set(TRANSITIONS.map(({ name }) => name))];

describe('the state machine', () => {
  it.each(ROWS)('$from: $name leads to $to', ({ from, name, to, who }) => {
    for (const one of who) expect(nextState(from, name, ACTORS[one]), one).toEqual({ ok: true, value: to });
  });

  it.each(ROWS)('$from: $name is refused to everybody else', ({ from, name, who }) => {
    // A coordinator may do what a moderator may, and an admin what either may.
    const also: Who[] = [
      ...(who.includes('moderator') ? (['coordinator', 'admin'] as const) : []),
      ...(who.includes('coordinator') ? (['admin'] as const) : []),
    ];
    const others = (Object.keys(ACTORS) as Who[]).filter((one) => ![...who, ...also].includes(one));
    for (const one of others) {
      // Whoever holds the story is a volunteer here.
      if (one === 'claimer' && who.includes('volunteer')) continue;
      expect(nextState(from, name, ACTORS[one]), one).toEqual({ ok: false, error: { code: 'wrongActor' } });
    }
  });

  it('has no other way between two states', () => {
    const ways = new Set(ROWS.map(({ from, name }) => `${from} ${name}`));
    const everybody = Object.values(ACTORS);
    for (const from of STATES) {
      for (const name of NAMES) {
        if (ways.has(`${from} ${name}`)) continue;
        for (const actor of everybody) {
          expect(nextState(from, name, actor), `${from} ${name}`).toEqual({ ok: false, error: { code: 'notAllowed' } });
        }
      }
    }
  });

  it('leads nowhere from an erased story', () => {
    for (const actor of Object.values(ACTORS)) expect(transitionsFor('erased', actor)).toEqual([]);
  });

  it('reaches every state from a draft', () => {
    const reached = new Set<State>(['draft']);
    for (let before = 0; before !== reached.size; ) {
      before = reached.size;
      for (const { from, to } of ROWS) if (reached.has(from)) reached.add(to);
    }
    expect([...reached].sort()).toEqual([...STATES].sort());
  });
});

describe('a rejection', () => {
  const reject = (actor: Actor) => nextState('in_review', 'reject', actor).ok;

  it('needs a second person, who may decide too', () => {
    expect(reject(staff('moderator'))).toBe(false);
    expect(reject({ ...staff('moderator'), second: { id: 'mira', roles: ['moderator'] } })).toBe(false);
    expect(reject({ ...staff('moderator'), second: { id: 'jova', roles: ['volunteer'] } })).toBe(false);
    expect(reject({ ...staff('moderator'), second: { id: 'jova', roles: ['moderator'] } })).toBe(false);
    expect(reject({ ...staff('moderator'), second: { id: 'jova', roles: ['coordinator'] } })).toBe(true);
  });

  it('of spam needs none', () => {
    expect(nextState('in_review', 'mark_spam', staff('moderator'))).toEqual({ ok: true, value: 'spam' });
  });
});

describe('an appeal', () => {
  it('is decided by somebody who did not decide before', () => {
    for (const name of ['uphold', 'overturn'] as const) {
      expect(nextState('appealed', name, { ...staff('coordinator'), decidedBy: ['jova', 'mira'] }).ok).toBe(false);
      expect(nextState('appealed', name, { ...staff('moderator'), decidedBy: ['jova'] }).ok).toBe(false);
      expect(nextState('appealed', name, { ...staff('coordinator'), decidedBy: ['jova'] }).ok).toBe(true);
    }
  });
});

describe('a claim', () => {
  it('is let go by whoever has it, by who assigns, by the program, and by nobody else', () => {
    expect(nextState('in_review', 'release', { ...staff('volunteer'), claimedBy: 'jova' }).ok).toBe(false);
    expect(nextState('in_review', 'release', { ...staff('moderator'), claimedBy: 'jova' }).ok).toBe(true);
    expect(nextState('in_review', 'release', { ...staff('volunteer'), claimedBy: 'mira' }).ok).toBe(true);
  });
});

describe('what the author reads', () => {
  it('names who the story waits for, in every state', () => {
    expect(STATES.map((state) => [state, waitsFor(state)])).toMatchInlineSnapshot(`
      [
        [
          "draft",
          "author",
        ],
        [
          "unconfirmed",
          "author",
        ],
        [
          "pending",
          "desk",
        ],
        [
          "in_review",
          "desk",
        ],
        [
          "recommended",
          "moderator",
        ],
        [
          "changes_requested",
          "author",
        ],
        [
          "dormant",
          "author",
        ],
        [
          "approved",
          "moderator",
        ],
        [
          "scheduled",
          "moderator",
        ],
        [
          "published",
          null,
        ],
        [
          "merged",
          null,
        ],
        [
          "rejected",
          null,
        ],
        [
          "spam",
          null,
        ],
        [
          "hidden",
          "moderator",
        ],
        [
          "unpublished",
          null,
        ],
        [
          "withdrawn",
          null,
        ],
        [
          "appealed",
          "other_moderator",
        ],
        [
          "erased",
          null,
        ],
      ]
    `);
  });

  it('lets an author withdraw and erase wherever a text stands', () => {
    for (const state of STANDING) {
      expect(transitionsFor(state, submitter), state).toEqual(expect.arrayContaining(['withdraw', 'erase']));
    }
  });

  it('knows its states', () => {
    expect(isState('in_review')).toBe(true);
    expect(isState('IN_REVIEW')).toBe(false);
    expect(isState(null)).toBe(false);
  });
});
