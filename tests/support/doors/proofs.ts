/*
 * For each POST of the desk, where it is shown that it withstands what its guard alone does not: being sent twice, a page
 * that is out of date, and the id of something that is not this person's or not there at all.
 *
 * A new handler is added here by hand: that is the moment to think about it. tests/integration/accounts/doors.test.ts fails
 * until it is, and shows of each proof that its test exists. Everything else (no session, each lower role, another site, no
 * form, an old second factor) it tests of every handler by itself.
 */

/** A test that shows it, by file and a part of its title; or why there is nothing to show. */
export type Proof = { file: string; title: string } | { none: string };

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

const NO_ID = none('it takes no id: it works on the account of the session alone');
const NO_STATE = none(
  'it looks at the present state in its own transaction, and shows nothing that could be out of date',
);
const SECRET = none('what it works on is named by a secret, not by an id');
const IDS = 'another object’s id gives nothing';
const TWICE = 'pressed twice';

/** What each form of accounts, audit and system withstands, and where it is shown. */
export const PROOFS: Readonly<Record<string, DoorProof>> = {
  'account/password': { twice: here(TWICE), stale: NO_STATE, foreign: NO_ID },
  'account/profile': { twice: here(TWICE), stale: NO_STATE, foreign: NO_ID },
  'account/sessions': { twice: here(TWICE), stale: NO_STATE, foreign: here(IDS) },
  'audit/export': { twice: none('it reads; each file that leaves is written down'), stale: NO_STATE, foreign: NO_ID },
  'audit/verify': { twice: none('it reads; each check is written down'), stale: NO_STATE, foreign: NO_ID },
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
};

/** Reads of the desk that are routes (files, pictures): by what right. */
export const DESK_READS: Readonly<Record<string, string>> = {};
