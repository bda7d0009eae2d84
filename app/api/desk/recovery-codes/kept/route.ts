import { deskPost } from '../../desk-post';

/** "I have kept them": they are not shown again. */
export const POST = deskPost('anyStaff', async () => ({ page: '/desk' }));
