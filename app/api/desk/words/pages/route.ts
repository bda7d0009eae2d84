import { contentPost } from '../content-post';

/** Words of pages. */
export const POST = contentPost('editPages');
