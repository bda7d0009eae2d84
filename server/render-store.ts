import { AsyncLocalStorage } from 'node:async_hooks';
import { placeRenderStores } from '@/lib/html/render-store';
import type { RequestHandler } from './capture';

/**
 * Gives every page a store for its finished HTML, which then stands once in the page, and not a second time in the
 * flight data. A navigation inside the app has flight data alone, and gets none.
 */
export function withRenderStore(render: RequestHandler): RequestHandler {
  const stores = new AsyncLocalStorage<Map<string, string>>();
  placeRenderStores(stores);
  return (req, res) => (req.headers.rsc === undefined ? stores.run(new Map(), render, req, res) : render(req, res));
}
