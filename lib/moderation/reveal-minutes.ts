/** For how long a contact that was asked for stays on the page of whoever asked, in minutes. */
export const REVEAL_MINUTES = 10;
