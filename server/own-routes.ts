import type { RequestHandler } from './capture';
import { routeOf } from './page-paths';

/** Says to `proxy.ts` that the address is a route already. A visitor's program cannot say it (listener.ts). */
export const ROUTED_HEADER = 'x-page-route';
/** In which next-intl looks for the language. */
export const LOCALE_HEADER = 'x-next-intl-locale';

/**
 * Takes whole pages to their routes without Next's proxy, which would make a request and an answer of the web's
 * kind for each. Everything else (old addresses, a navigation inside the app) goes through it.
 */
export function withOwnRoutes(render: RequestHandler): RequestHandler {
  return (req, res) => {
    const isPage = req.method === 'GET' && req.headers.rsc === undefined;
    const found = isPage ? routeOf(req.url ?? '/') : null;
    if (found) {
      req.url = found.route;
      req.headers[ROUTED_HEADER] = '1';
      req.headers[LOCALE_HEADER] = found.locale;
    }
    return render(req, res);
  };
}
