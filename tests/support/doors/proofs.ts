/*
 * For each POST of the desk, where it is shown that it withstands what its guard alone does not: being sent twice, a page
 * that is out of date, and the id of something that is not this person's or not there at all.
 *
 * A new handler is added here by hand: that is the moment to think about it. tests/integration/accounts/doors.test.ts fails
 * until it is, and shows of each proof that its test exists. Everything else (no session, each lower role, another site, no
 * form, an old second factor) it tests of every handler by itself.
 */

/** A test that shows it, by file and a part of its title; or why there is nothing to show. */
export type Proof = { file: string; title: string } | { none: string } | typeof TRIED_HERE;

/** Tried by doors.test.ts itself, with an id of nothing. */
export const TRIED_HERE = { none: 'tried by the test of the doors itself' };

export interface DoorProof {
  /** Sent twice, or replayed later. */
  twice: Proof;
  /** From a page that shows an older state. */
  stale: Proof;
  /** With the id of something of another person's, or of nothing. */
  foreign: Proof;
}

const at = (folder: string) => (file: string, title: string) => ({
  file: `tests/integration/${folder}/${file}.test.ts`,
  title,
});
const accounts = at('accounts');
const here = (title: string) => accounts('doors', title);
const none = (why: string): Proof => ({ none: why });
const decisions = (title: string) => at('moderation')('decisions', title);
const story = (title: string) => at('moderation')('story-page', title);

const AT_ONCE = 'on what somebody else has changed is refused, and one of two at once wins';
const UNDONE = 'goes back step by step, and says why it cannot';
const EDITED = 'are taken back whole, need the story, and its newest state';
const NOTHING = 'change nothing, and say so';

const NO_ID = none('it takes no id: it works on the account of the session alone');
const NO_STATE = none(
  'it looks at the present state in its own transaction, and shows nothing that could be out of date',
);
const SECRET = none('what it works on is named by a secret, not by an id');
const nothing = TRIED_HERE;
const IDS = 'another object’s id gives nothing';
const TWICE = 'pressed twice';
const queue = at('queue');
const QUEUE_FORM: DoorProof = {
  twice: queue('doors', 'sent twice change nothing the second time'),
  stale: queue('doors', 'from an old page meet what is so now'),
  foreign: queue('doors', 'with the id of nothing, or of somebody else’s, change nothing'),
};

const moderation = at('moderation');
const keeping = at('keeping');
const suggestions = at('suggestions');
const content = at('content');
const words = at('desk-words');
const terms = at('taxonomies');

const ONE_WINS = moderation('decisions', 'on what somebody else has changed is refused, and one of two at once wins');
const RECORD_ONCE = keeping('records', 'the second one is told');
const SAME = none('it sets what is set already: pressed again, the state is the same');

/** The queue and the story. */
const STORIES: Record<string, DoorProof> = {
  'queue/assign': {
    twice: SAME,
    stale: queue('list', 'asks before it takes a story from somebody who is at work on it'),
    foreign: nothing,
  },
  'queue/bulk': {
    twice: queue('bulk', 'are refused together when one of them cannot'),
    stale: queue('bulk', 'leave alone, and name, what somebody changed since the preview'),
    foreign: nothing,
  },
  'queue/bulk/undo': {
    twice: moderation('decisions', 'goes back step by step, and says why it cannot'),
    stale: moderation('decisions', 'takes a batch back as one, and leaves what changed meanwhile'),
    foreign: queue('bulk', 'nor by a colleague'),
  },
  'queue/claim': { twice: queue('claims', 'of two who try at once one gets it'), stale: NO_STATE, foreign: nothing },
  'queue/filters': { twice: queue('list', 'kept once under a name'), stale: NO_STATE, foreign: NO_ID },
  'queue/filters/remove': { twice: queue('list', 'taken away by who may'), stale: NO_STATE, foreign: nothing },
  'queue/next': { twice: queue('claims', 'of two who try at once one gets it'), stale: NO_STATE, foreign: NO_ID },
  'queue/presence': { twice: SAME, stale: NO_STATE, foreign: nothing },
  'queue/release': { twice: queue('claims', 'is put back by whoever has it'), stale: NO_STATE, foreign: nothing },
  'queue/unassign': { twice: SAME, stale: NO_STATE, foreign: nothing },
  'stories/check': { twice: SAME, stale: moderation('story-page', 'are kept for each person'), foreign: nothing },
  'stories/contact': {
    twice: moderation('story-page', 'is opened by right, written down each time'),
    stale: NO_STATE,
    foreign: nothing,
  },
  'stories/decide': { twice: ONE_WINS, stale: ONE_WINS, foreign: nothing },
  'stories/edit': {
    twice: moderation('story-page', 'are taken back whole, need the story, and its newest state'),
    stale: moderation('story-page', 'are taken back whole, need the story, and its newest state'),
    foreign: nothing,
  },
  'stories/note': {
    twice: none('a note only grows; a second one is seen, and harms nothing'),
    stale: NO_STATE,
    foreign: nothing,
  },
  'stories/request': {
    twice: moderation('story-page', 'come back with what changed, and are judged one by one'),
    stale: moderation('story-page', 'hold on to a passage that stands in the answer'),
    foreign: nothing,
  },
  'stories/second': {
    twice: moderation('decisions', 'waits for a second person, who agrees or returns it'),
    stale: moderation('decisions', 'that the author answered with a new version is gone'),
    foreign: nothing,
  },
  'stories/undo': {
    twice: moderation('decisions', 'goes back step by step, and says why it cannot'),
    stale: ONE_WINS,
    foreign: nothing,
  },
};

/** The directory, imports, suggestions. */
const DIRECTORY: Record<string, DoorProof> = {
  'enterprises/hide': { twice: SAME, stale: NO_STATE, foreign: nothing },
  'enterprises/merge': { twice: RECORD_ONCE, stale: RECORD_ONCE, foreign: nothing },
  'enterprises/revert': {
    twice: keeping('records', 'later changes of other parts stay'),
    stale: keeping('records', 'later changes of other parts stay'),
    foreign: nothing,
  },
  'enterprises/save': {
    twice: keeping('records', 'likely ones are shown until'),
    stale: RECORD_ONCE,
    foreign: nothing,
  },
  'enterprises/show': { twice: SAME, stale: NO_STATE, foreign: nothing },
  'enterprises/split': { twice: keeping('records', 'two records of one'), stale: RECORD_ONCE, foreign: nothing },
  'enterprises/state': { twice: SAME, stale: RECORD_ONCE, foreign: nothing },
  'enterprises/unmerge': { twice: keeping('records', 'and it can be taken back'), stale: NO_STATE, foreign: nothing },
  'enterprises/verify': { twice: SAME, stale: NO_STATE, foreign: nothing },
  'stale/ask': { twice: keeping('stale', 'an organisation is asked once a year'), stale: NO_STATE, foreign: nothing },
  'import/check': { twice: keeping('imports', 'columns are guessed'), stale: NO_STATE, foreign: nothing },
  'import/decide': { twice: SAME, stale: NO_STATE, foreign: nothing },
  'import/discard': { twice: SAME, stale: NO_STATE, foreign: nothing },
  'import/progress': { twice: none('it reads how far the work has come'), stale: NO_STATE, foreign: nothing },
  'import/rejected': { twice: none('it reads; a file is handed out'), stale: NO_STATE, foreign: nothing },
  'import/undo': { twice: keeping('imports', 'written, and undone'), stale: NO_STATE, foreign: nothing },
  'import/upload': {
    twice: none('each upload is a list of its own, of which nothing is written until somebody says so'),
    stale: NO_STATE,
    foreign: NO_ID,
  },
  'import/write': { twice: keeping('imports', 'written, and undone'), stale: NO_STATE, foreign: nothing },
  'suggestions/decide': {
    twice: suggestions('suggestions', 'keeps what staff filled in when it cannot be taken'),
    stale: suggestions('suggestions', 'says that the record has moved'),
    foreign: nothing,
  },
  'suggestions/end-owner': {
    twice: suggestions('suggestions', 'until staff end it'),
    stale: NO_STATE,
    foreign: nothing,
  },
  'suggestions/mark': { twice: SAME, stale: NO_STATE, foreign: nothing },
  'suggestions/reveal': { twice: none('it reads; each look is written down'), stale: NO_STATE, foreign: nothing },
};

/** Photos, translation, intake, words. */
const WORDS: Record<string, DoorProof> = {
  'photos/alt': {
    twice: words('redaction', 'is corrected in a version of staff, public at once'),
    stale: words('redaction', 'is corrected in a version of staff, public at once'),
    foreign: nothing,
  },
  'photos/redact': {
    twice: words('redaction', 'pressed twice, or on an old page, are burned in once'),
    stale: words('redaction', 'are refused over a newer revision, for a photo of another story'),
    foreign: words('redaction', 'are refused over a newer revision, for a photo of another story'),
  },
  'photos/restore': {
    twice: words('redaction', 'pressed twice, or on an old page, are burned in once'),
    stale: words('redaction', 'pressed twice, or on an old page, are burned in once'),
    foreign: nothing,
  },
  'translations/save': {
    twice: words('translation', 'saved twice by one press stays as it was typed'),
    stale: words('translation', 'of two editors at once keeps both texts of a paragraph'),
    foreign: words('translation', 'is refused without the right, of a story that nobody approved, and of none'),
  },
  'intake/confirm': {
    twice: words('intake', 'without an address is sent, confirmed by a moderator and published'),
    stale: words('intake', 'without an address is sent, confirmed by a moderator and published'),
    foreign: nothing,
  },
  'intake/discard': {
    twice: words('intake', 'is one draft without a conflict, and is thrown away once'),
    stale: words('intake', 'is one draft without a conflict, and is thrown away once'),
    foreign: nothing,
  },
  'intake/save': {
    twice: words('intake', 'is one draft without a conflict, and is thrown away once'),
    stale: words('intake', 'of two who type at once keeps both answers to one question'),
    foreign: nothing,
  },
  'intake/start': {
    twice: none('each press begins a draft, which is empty and goes by itself'),
    stale: NO_STATE,
    foreign: NO_ID,
  },
  'words/pages': {
    twice: content('words', 'of two who write at once'),
    stale: content('words', 'the second sees that another version was published'),
    foreign: nothing,
  },
  'words/reasons': {
    twice: content('words', 'is added, changed, retired and gone back to'),
    stale: content('words', 'is added, changed, retired and gone back to'),
    foreign: nothing,
  },
  'words/templates': {
    twice: content('words', 'of two who write at once'),
    stale: content('words', 'the second sees that another version was published'),
    foreign: nothing,
  },
  'words/terms': {
    twice: terms('edit-terms', 'is added, found by its new words at once'),
    stale: terms('edit-terms', 'is retired without leaving a record'),
    foreign: nothing,
  },
};

/** What each form of the desk withstands, and where it is shown. */
export const PROOFS: Readonly<Record<string, DoorProof>> = {
  ...STORIES,
  ...DIRECTORY,
  ...WORDS,
  'account/password': { twice: here(TWICE), stale: NO_STATE, foreign: NO_ID },
  'account/profile': { twice: here(TWICE), stale: NO_STATE, foreign: NO_ID },
  'account/sessions': { twice: here(TWICE), stale: NO_STATE, foreign: here(IDS) },
  'audit/export': { twice: none('it reads; each file that leaves is written down'), stale: NO_STATE, foreign: NO_ID },
  'audit/verify': { twice: none('it reads; each check is written down'), stale: NO_STATE, foreign: NO_ID },
  'duty/themes': {
    twice: queue('duty', 'are given once, and not over a colleague’s'),
    stale: queue('duty', 'are given once, and not over a colleague’s'),
    foreign: queue('duty', 'are given once, and not over a colleague’s'),
  },
  'duty/week': {
    twice: queue('duty', 'is planned once, and not over a colleague’s'),
    stale: queue('duty', 'is planned once, and not over a colleague’s'),
    foreign: queue('duty', 'is planned once, and not over a colleague’s'),
  },
  code: { twice: accounts('journey', 'of two requests with one code at once'), stale: SECRET, foreign: SECRET },
  'factor/drop': { twice: here(TWICE), stale: NO_STATE, foreign: NO_ID },
  'factor/finish': { twice: accounts('journey', 'the secret is not shown again'), stale: NO_STATE, foreign: NO_ID },
  'factor/start': {
    twice: none('it makes a new secret, which does nothing until a code of it'),
    stale: NO_STATE,
    foreign: NO_ID,
  },
  forgotten: { twice: accounts('limits', 'links for a new password: three an hour'), stale: NO_STATE, foreign: NO_ID },
  invitation: { twice: accounts('journey', 'an invitation makes one account, once'), stale: SECRET, foreign: SECRET },
  'new-password': {
    twice: accounts('secrecy', 'a link for a new password works once'),
    stale: SECRET,
    foreign: SECRET,
  },
  'passkeys/add': {
    twice: accounts('passkeys', 'is kept under its name, once'),
    stale: accounts('passkeys', 'or from an old page'),
    foreign: accounts('passkeys', 'for somebody else'),
  },
  'passkeys/remove': {
    twice: here(TWICE),
    stale: NO_STATE,
    foreign: accounts('passkeys', 'is removed by its owner only'),
  },
  'passkeys/show': {
    twice: accounts('passkeys', 'an answer is good once'),
    stale: accounts('passkeys', 'or from an old page'),
    foreign: accounts('passkeys', 'in that session only'),
  },
  'passkeys/sign-in': {
    twice: accounts('passkeys', 'of one answer that is sent twice at once'),
    stale: accounts('passkeys', 'or from an old page'),
    foreign: accounts('passkeys', 'for its own account and purpose'),
  },
  'people/close': { twice: here(TWICE), stale: NO_STATE, foreign: here(IDS) },
  'people/invite': {
    twice: accounts('journey', 'a newer invitation ends the older one'),
    stale: NO_STATE,
    foreign: NO_ID,
  },
  'people/reset-factor': { twice: here(TWICE), stale: NO_STATE, foreign: here(IDS) },
  'people/revoke': { twice: here(TWICE), stale: NO_STATE, foreign: here(IDS) },
  'people/role': { twice: here(TWICE), stale: NO_STATE, foreign: here(IDS) },
  'queue/assign': QUEUE_FORM,
  'queue/bulk': {
    twice: queue('bulk', 'are refused together when one of them cannot'),
    stale: queue('bulk', 'leave alone, and name, what somebody changed since the preview'),
    foreign: queue('doors', 'with the id of nothing, or of somebody else’s, change nothing'),
  },
  'queue/bulk/undo': {
    twice: queue('bulk', 'are approved and published, one audit row each under one name, and taken back as one'),
    stale: queue('bulk', 'cannot be taken back after 15 minutes, nor by a colleague'),
    foreign: queue('doors', 'with the id of nothing, or of somebody else’s, change nothing'),
  },
  'queue/claim': QUEUE_FORM,
  'queue/filters': {
    twice: queue('list', 'are seen by the team, kept once under a name'),
    stale: NO_STATE,
    foreign: NO_ID,
  },
  'queue/filters/remove': {
    twice: queue('list', 'are seen by the team, kept once under a name'),
    stale: NO_STATE,
    foreign: queue('doors', 'with the id of nothing, or of somebody else’s, change nothing'),
  },
  'queue/next': { ...QUEUE_FORM, foreign: NO_ID },
  'queue/presence': {
    twice: none('it notes that a page is open, which it is'),
    stale: NO_STATE,
    foreign: queue('claims', 'is seen by the others for half a minute, and not by oneself'),
  },
  'queue/release': QUEUE_FORM,
  'queue/unassign': QUEUE_FORM,
  'recovery-codes': {
    twice: accounts('roles', 'new recovery codes end the old ones'),
    stale: NO_STATE,
    foreign: NO_ID,
  },
  'recovery-codes/kept': {
    twice: none('it changes nothing but the browser’s own cookie'),
    stale: NO_STATE,
    foreign: NO_ID,
  },
  'show-factor': { twice: accounts('journey', 'a code is accepted once'), stale: NO_STATE, foreign: NO_ID },
  'sign-in': {
    twice: none('each makes a session of its own, which its owner sees and ends'),
    stale: NO_STATE,
    foreign: NO_ID,
  },
  'sign-out': { twice: here(TWICE), stale: NO_STATE, foreign: NO_ID },
  'system/backup': {
    twice: at('system')('system', 'is refused while it runs elsewhere'),
    stale: NO_STATE,
    foreign: NO_ID,
  },
  'system/job': {
    twice: at('system')('system', 'is refused while it runs elsewhere'),
    stale: NO_STATE,
    foreign: at('system')('system', 'when there is no such job'),
  },
  'system/mail': {
    twice: at('system')('system', 'is given up once'),
    stale: at('system')('system', 'is given up once'),
    foreign: at('system')('system', 'or is not there, is left alone'),
  },
  'stories/check': {
    twice: none('it keeps the ticks that were sent; sent again they are the same'),
    ...{ stale: none('a list is of its owner and of one version, and an older one says so'), foreign: story(NOTHING) },
  },
  'stories/contact': {
    twice: story('is opened by right, written down each time'),
    ...{ stale: NO_STATE, foreign: story(NOTHING) },
  },
  'stories/decide': { twice: decisions(AT_ONCE), stale: decisions(AT_ONCE), foreign: story(NOTHING) },
  'stories/edit': { twice: story(EDITED), stale: story(EDITED), foreign: story(NOTHING) },
  'stories/note': {
    twice: none('a note more is a note more: it is seen, and decides nothing'),
    ...{ stale: NO_STATE, foreign: story(NOTHING) },
  },
  'stories/request': {
    twice: story('come back with what changed, and are judged one by one'),
    stale: story('hold on to a passage that stands in the answer'),
    foreign: story(NOTHING),
  },
  'stories/second': {
    twice: decisions('waits for a second person, who agrees or returns it'),
    stale: decisions('that the author answered with a new version is gone'),
    foreign: story(NOTHING),
  },
  'stories/undo': { twice: decisions(UNDONE), stale: decisions(UNDONE), foreign: decisions(UNDONE) },
};

/** Reads of the desk that are routes (files, pictures): by what right. */
export const DESK_READS: Readonly<Record<string, string>> = {
  'intake/evidence/[key]': 'enterStory',
  'intake/photo/[id]/[key]': 'enterStory',
  'photos/[key]': 'redact',
};
