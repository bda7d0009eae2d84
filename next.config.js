import { PHASE_PRODUCTION_SERVER } from 'next/constants.js';

/** @type {import('next').NextConfig} */
const config = {
  poweredByHeader: false,
  // The Node server around Next compresses, with a measured level; doing it twice would cost without gain.
  compress: false,
  outputFileTracingRoot: import.meta.dirname,
  turbopack: { root: import.meta.dirname },
  serverExternalPackages: [
    'better-sqlite3',
    '@prisma/client',
    '@prisma/adapter-better-sqlite3',
    '@prisma/schema-engine-wasm',
    // Bundled, each would be copied into the code of every page that uses it, and be held in memory as often.
    'better-auth',
    '@better-auth/core',
    '@better-auth/prisma-adapter',
    '@simplewebauthn/server',
    'nodemailer',
    'zod',
  ],
  // The code of a page is read when somebody first asks for it: the desk's many pages would fill the memory of a server that
  // only the public uses.
  experimental: { preloadEntriesOnStart: false },
  images: { unoptimized: true },
  // `npm test` checks the types, of the tests too; a start on a machine without them must not wait for that.
  typescript: { ignoreBuildErrors: true },
  // Title, canonical and hreflang stand in <head> for everybody; Next would stream them into the body otherwise.
  htmlLimitedBots: /.*/,
};

/** What the plugin does is done at the build; in a server that runs it would only hold a compiler in memory. */
export default async (/** @type {string} */ phase) => {
  if (phase === PHASE_PRODUCTION_SERVER) return config;
  const { default: createNextIntlPlugin } = await import('next-intl/plugin');
  return createNextIntlPlugin('./lib/i18n/request.ts')(config);
};
