import createMiddleware from 'next-intl/middleware';
import { routing } from '@/lib/i18n/routing';

/** Takes the address of a page (`/preduzeca`, `/en/enterprises`) to its route under `app/[locale]`. */
export default createMiddleware(routing);

export const config = {
  // Everything but the interface, Next's own files, the pictures, visitors' files, the choice of the theme, and files by
  // their ending. What the server has taken to its route already (server/own-routes.ts) stays there.
  matcher: [
    {
      missing: [{ type: 'header', key: 'x-page-route' }],
      source:
        '/((?!api(?:/|$)|_next/|og/|files/|theme$|.*\\.(?:avif|css|csv|geojson|gif|ico|jpe?g|js|json|map|pmtiles|png|svg|txt|webmanifest|webp|woff2?|xml)$).*)',
    },
  ],
};
