import { defineConfig } from 'prisma/config';

// The address of the database is given by lib/env.ts at run time; the CLI needs none for `generate`.
export default defineConfig({ schema: 'prisma/schema.prisma', migrations: { path: 'prisma/migrations' } });
