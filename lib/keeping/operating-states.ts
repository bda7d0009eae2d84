/** States in which an enterprise can be said to be, from its own record's page; codes of the vocabulary `operatingState`. */
export const OPERATING_STATES = ['active', 'dormant', 'closed', 'moved'] as const;
