import { describe, expect, it } from 'vitest';
import {
  ACTIONS,
  type Action,
  can,
  isRole,
  needsFactor,
  needsFreshFactor,
  ROLES,
  type Role,
  seesOnlyThemes,
} from '@/lib/accounts/permissions';

/** The table once more, written the other way round and by hand: for each role, what it may do. */
const ALLOWED: Record<Role, readonly Action[]> = {
  volunteer: ['readQueue', 'claim', 'recommend'],
  moderator: [
    'readQueue',
    'seeContacts',
    'enterStory',
    'claim',
    'assign',
    'recommend',
    'askForChanges',
    'approve',
    'reject',
    'markSpam',
    'merge',
    'redact',
    'undoDecision',
    'editStory',
    'publish',
    'schedule',
    'hide',
    'unpublish',
    'translate',
    'editRecords',
    'decideSuggestions',
    'readFigures',
  ],
  editor: ['readQueue', 'translate', 'editRecords', 'decideSuggestions', 'editPages', 'readFigures'],
  coordinator: [
    'readQueue',
    'seeContacts',
    'enterStory',
    'claim',
    'assign',
    'planDuty',
    'recommend',
    'askForChanges',
    'approve',
    'reject',
    'markSpam',
    'merge',
    'redact',
    'undoDecision',
    'editStory',
    'secondDecision',
    'decideAppeal',
    'publish',
    'schedule',
    'hide',
    'unpublish',
    'translate',
    'editRecords',
    'decideSuggestions',
    'importRecords',
    'undoImport',
    'editTaxonomies',
    'editPages',
    'editTemplates',
    'readFigures',
    'readAudit',
    'exportData',
  ],
  admin: [...ACTIONS],
};

const CELLS = ROLES.flatMap((role) => ACTIONS.map((action) => [role, action, ALLOWED[role].includes(action)] as const));

it(`the table has ${ROLES.length} roles and ${ACTIONS.length} actions`, () => {
  expect([ROLES.length, ACTIONS.length]).toEqual([5, 38]);
});

it.each(CELLS)('%s, %s: %s', (role, action, allowed) => {
  expect(can({ kind: 'staff', id: 'x', role }, action)).toBe(allowed);
});

it('only volunteers see nothing but the themes that they were given', () => {
  expect(ROLES.filter(seesOnlyThemes)).toEqual(['volunteer']);
});

it.each(ACTIONS)('the console may %s: whoever has it has the database', (action) => {
  expect(can({ kind: 'console' }, action)).toBe(true);
});

describe('second factor', () => {
  it.each(ROLES)('%s', (role) => {
    expect(needsFactor(role)).toBe(role !== 'volunteer');
  });

  it('has to be fresh for what cannot be taken back', () => {
    const fresh: Action[] = ['exportData', 'managePeople', 'manageRetention', 'erase', 'backUp'];
    expect(ACTIONS.filter(needsFreshFactor)).toEqual(fresh);
  });
});

it.each(['', 'Admin', 'root', 'toString', null, 3])('%s is no role', (value) => {
  expect(isRole(value)).toBe(false);
});
