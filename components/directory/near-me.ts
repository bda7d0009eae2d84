/** Id of the button that asks the browser for the place. */
export const NEAR_ME = 'near-me';
