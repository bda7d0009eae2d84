/** Longest text that is searched for, in UTF-16 units; a longer one has the problem `tooLong`. */
export const MAX_TEXT_LENGTH = 500;

/** Most facet values that one facet takes from an address. */
export const MAX_VALUES = 200;

/** Shortest word that also stands for the words that begin with it. */
export const MIN_PREFIX = 2;
