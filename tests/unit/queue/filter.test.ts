import { describe, expect, it } from 'vitest';
import { type ROLES, roleCan } from '@/lib/accounts/permissions';
import { isNarrowed, NO_FILTER, readQueueQuery, toQueueQuery } from '@/lib/queue/filter';
import { kindOfStory, kindsFor } from '@/lib/queue/kinds';

describe('a filter of the queue', () => {
  it('comes back from its address as it was, in one order', () => {
    const query =
      'view=late&kind=new&state=pending&language=sr-Cyrl&district=08&practice=masks&person=abc&q=%C4%8Da%C4%8Dak';
    expect(toQueueQuery(readQueueQuery(query))).toBe(query);
    expect(toQueueQuery(readQueueQuery('q=%C4%8Da%C4%8Dak&kind=new'))).toBe('kind=new&q=%C4%8Da%C4%8Dak');
  });

  it.each(['view=x', 'kind=toString', 'state=draftx', 'language=de', 'district=%27--', 'q=', 'after=1&fault=x', ''])(
    'takes nonsense (%s) for nothing',
    (query) => {
      expect(readQueueQuery(query)).toEqual(NO_FILTER);
    },
  );

  it('is narrowed by anything but its tab', () => {
    expect(isNarrowed(readQueueQuery('view=late'))).toBe(false);
    expect(isNarrowed(readQueueQuery('view=late&q=a'))).toBe(true);
  });
});

describe('what waits', () => {
  it.each([
    ['pending', null, 'confirm', false, 'new'],
    ['pending', null, 'resubmit', false, 'returned'],
    ['in_review', null, 'resubmit', false, 'returned'],
    ['in_review', null, 'confirm', true, 'second'],
    ['recommended', null, 'confirm', false, 'recommended'],
    ['approved', null, 'confirm', false, 'publish'],
    ['published', 2, 'edit', false, 'edit'],
    ['published', null, 'confirm', false, null],
    ['appealed', null, 'appeal', false, 'appeal'],
    ['changes_requested', null, 'confirm', false, null],
    ['withdrawn', null, 'confirm', false, null],
    ['unconfirmed', null, null, false, null],
  ] as const)('of a story that is %s', (state, pendingVersion, arrival, needsSecond, kind) => {
    expect(kindOfStory({ state, pendingVersion, arrival, needsSecond })).toBe(kind);
  });

  it('is by right: a volunteer reads, an editor translates, a coordinator decides appeals', () => {
    const of = (role: (typeof ROLES)[number]) => kindsFor((action) => roleCan(role, action));
    expect(of('volunteer')).toEqual(['new', 'returned', 'recommended']);
    expect(of('editor')).toEqual(['new', 'returned', 'recommended', 'publish', 'scheduled', 'suggestion']);
    expect(of('moderator')).not.toContain('appeal');
    expect(of('coordinator')).toEqual(expect.arrayContaining(['appeal', 'second', 'spam', 'hidden']));
  });
});
