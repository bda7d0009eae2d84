/** By which the server asks for the page of what is not found (server/empty-answers.ts). A visitor's program cannot. */
export const NOT_FOUND_HEADER = 'x-not-found';
