// IMPORT: the lead overwrote your first version of this file by accident at 23:47 and could not restore it.
// Please write your schema.ts again, whole (the lead will not touch it any more). A draft of the lead's, from which
// you may take what is useful, is in /tmp/lead-schema.ts. Delete this comment.
export const IMPORT_HELPER_PLEASE_WRITE_THIS_FILE_AGAIN = '';
