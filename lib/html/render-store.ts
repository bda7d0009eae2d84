/**
 * Where the finished HTML of a page lies while the page is rendered. React renders a page twice, once into its flight
 * data and once into HTML; what lies here goes into the HTML alone. The server around Next opens a store for each
 * page (server/render-store.ts). Both renders are bundles of their own, so they meet over `globalThis`.
 */
export interface RenderStores {
  /** Markup by version; undefined where no page is rendered: in a browser, at the build, for a navigation inside the app. */
  getStore: () => Map<string, string> | undefined;
}

const PLACE = Symbol.for('solidarna-mapa.render-stores');

type Place = { [PLACE]?: RenderStores };

export function placeRenderStores(stores: RenderStores): void {
  (globalThis as Place)[PLACE] = stores;
}

/** The store of the page that is being rendered. */
export function presentRenderStore(): Map<string, string> | undefined {
  return (globalThis as Place)[PLACE]?.getStore();
}
