import { contentPost } from '../content-post';

/** Words of mails. */
export const POST = contentPost('editTemplates');
