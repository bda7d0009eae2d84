/** How often a page that is open says so, and for how long after that somebody counts as looking, in seconds. */
export const HEARTBEAT_SECONDS = 15;
export const VIEWING_SECONDS = 30;
