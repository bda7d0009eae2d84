/** Header by which a page is told what to show of what was typed and could not be saved; nobody outside can guess its value. */
export const KEPT_HEADER = 'x-story-kept';
