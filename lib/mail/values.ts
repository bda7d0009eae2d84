/**
 * What each mail is filled with. Days are YYYY-MM-DD, a `token` is the secret of a link. Nothing that somebody typed goes
 * into a mail to an address that is not confirmed yet (`resumeLink`, `confirm`): it would let anybody write to anybody.
 */
export interface MailValues {
  /** E1: to continue a draft. */
  resumeLink: { token: string; until: string };
  /** E2: to confirm the address. */
  confirm: { token: string; reference: string; until: string };
  /** E3: received; by when a person answers, and by when it is decided. */
  received: StoryValues & { answerBy: string; decisionBy: string };
  /** E4: passages to change. */
  changesRequested: StoryValues & { until: string; requests: { field: string; quote: string | null; note: string }[] };
  /** E5: the changed version has arrived; a published story stays as it is until then. */
  receivedAgain: StoryValues & { isPublic: boolean; decisionBy: string };
  /** E6: a reminder of what was asked. */
  changesReminder: StoryValues & { until: string };
  /** E7: nothing came; it can still be sent until this day. */
  dormant: StoryValues & { until: string };
  /** E8: approved; what staff changed, and the day of publication where there is one. */
  approved: StoryValues & { changes: { field: string; before: string; after: string }[]; publishOn: string | null };
  /** E9: published. */
  published: StoryValues & { slug: string };
  /** A change of a public story was not accepted, with the reason in words; what was public stays. */
  editDeclined: StoryValues & { reason: string };
  /** E10: rejected, with the reason in words. */
  rejected: StoryValues & { reason: string; appealUntil: string };
  /** E11: the same as another story. */
  merged: StoryValues & { otherTitle: string; otherSlug: string };
  /** E12: taken away while it is checked. */
  hidden: StoryValues & { reason: string; until: string };
  /** E13: taken away, with the reason. */
  unpublished: StoryValues & { reason: string; appealUntil: string };
  /** E13, the other way: public again. */
  republished: StoryValues & { slug: string };
  /** E14: taken back by its author. */
  withdrawn: StoryValues & { contactUntil: string };
  /** E15: the objection has arrived. */
  appealReceived: StoryValues & { decisionBy: string };
  /** E16: the decision stays, or the story is looked at anew. */
  appealUpheld: StoryValues & { reason: string };
  appealOverturned: StoryValues & { decisionBy: string };
  /** E17: erased. */
  erased: { reference: string };
  /** The link to the status page, asked for by reference and address. */
  statusLink: { reference: string; token: string };
  /** To confirm the address that came with a suggestion for the directory. */
  suggestionConfirm: { token: string; reference: string; until: string };
  /** The suggestion is received; its private page. */
  suggestionReceived: { reference: string; name: string; token: string };
  /** The suggestion is decided: how much of it went into the record, and how much did not. */
  suggestionDecided: { reference: string; name: string; token: string; accepted: number; refused: number };
  /** To an organisation: whether its record in the directory is still correct. */
  ownerCheck: { name: string; slug: string; token: string; until: string };
  /** To staff: to make an account by a link. */
  staffInvitation: { link: string; hours: number };
  /** To staff: to set a new password by a link. */
  staffReset: { name: string; link: string; minutes: number };
  /** To staff: the password was changed. */
  staffPassword: { name: string };
  /** To staff: a passkey was added to the account, or taken away; `key` is what its owner calls it. */
  staffPasskey: { name: string; key: string; change: 'added' | 'removed' };
  /** To staff: the second factor was taken away. */
  staffFactorGone: { name: string };
  /** E21, to staff: a story is no longer theirs, because the lease ended (`lease`) or somebody took it. */
  staffClaimEnded: { name: string; reference: string; title: string; why: 'lease' | 'taken'; link: string };
  /** To staff: a story was given to them. */
  staffAssigned: { name: string; by: string; reference: string; title: string; link: string };
  /** E20, to staff: what waits this morning. */
  staffDigest: { name: string; waiting: number; late: number; own: number; stories: WaitingStory[]; link: string };
  /** To staff: a story waits longer than was promised; `days` are working days. */
  staffLate: { name: string; stories: WaitingStory[]; link: string };
  /** To the coordinator: hidden longer than it may be, without a decision. */
  staffHidden: { name: string; reference: string; title: string; days: number; link: string };
  /** E18: whether the practice goes on; `answer` is the secret of the page with the answers. */
  followUp: StoryValues & { slug: string; answer: string };
}

/** One line of a mail on what waits. */
export interface WaitingStory {
  reference: string;
  title: string;
  /** Working days. */
  days: number;
}

/** What every mail about a story has. */
export interface StoryValues {
  reference: string;
  title: string;
  /** Secret of the status page. */
  token: string;
}

export type MailTemplate = keyof MailValues;
/** Mails to people of the desk, who get them for other reasons than the authors of stories. */
export type StaffMailTemplate = Extract<MailTemplate, `staff${string}`>;

export function isStaffMail(template: MailTemplate): template is StaffMailTemplate {
  return template.startsWith('staff');
}

/** Mails to who suggested something for the directory. */
export function isSuggestionMail(template: MailTemplate): boolean {
  return template.startsWith('suggestion');
}
