/** Where a list is uploaded at the desk: beside stories' files the one address where a request may be large. */
export const IMPORT_ACTION = '/api/desk/import/upload';

/** Largest list, in bytes: 20,000 rows of CSV take about 8 MB. */
export const LARGEST_IMPORT = 40 * 1024 * 1024;
export const LARGEST_IMPORT_REQUEST = LARGEST_IMPORT + 65_536;

/** Verdicts on one page. */
export const IMPORT_PAGE_SIZE = 50;
