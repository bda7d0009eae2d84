import { copyFileSync, mkdirSync, writeFileSync, readFileSync, existsSync } from 'node:fs';
import { createElement } from 'react';
import { renderToString } from 'react-dom/server';
import { afterAll, beforeAll, it, vi } from 'vitest';
vi.mock('next/navigation', () => ({ useRouter: () => ({}), usePathname: () => '/' }));
import type { TestDatabase } from '@/tests/support/database';
import { createTestDatabase } from '@/tests/support/database';

let database: TestDatabase;
beforeAll(async () => { database = await createTestDatabase('/tmp/pb/real.db'); });
afterAll(() => database.dispose());

it('renders', async () => {
  const { loadDirectory } = await import('@/app/[locale]/enterprises/load-directory');
  const { DirectoryPage } = await import('@/components/directory/DirectoryPage');
  const { SiteFrame } = await import('@/components/layout/SiteFrame');
  const { MapPanel } = await import('@/components/map/MapPanel');
  const { mapSettings } = await import('@/lib/map/settings');
  const css = ['app/styles/tokens.css', 'app/styles/base.css', 'app/styles/frame.css', 'components/directory/search.css', 'components/directory/directory.css', 'components/map/map.css']
    .filter((f) => existsSync(f)).map((f) => readFileSync(f, 'utf8')).join('\n');
  const cases = {
    plain: ['sr-Latn', ''],
    rural: ['sr-Latn', 'targetGroup=rural_women'],
    cyrl: ['sr-Cyrl', 'q=zadruga&targetGroup=rural_women'],
    en: ['en', 'q=zadruga&legalForm=cooperative&yearFrom=1990&from=nis&radiusKm=100&sort=distance'],
    typo: ['sr-Latn', 'q=zadrufa'],
    nothing: ['sr-Latn', 'q=%21%21'],
    empty: ['sr-Latn', 'q=zadruga&targetGroup=homeless&yearFrom=2000'],
    page3: ['sr-Latn', 'page=4'],
    map: ['sr-Latn', 'targetGroup=rural_women&view=map'],
    place: ['sr-Latn', 'from=Atlantida'],
  } as const;
  mkdirSync('/tmp/pb/html', { recursive: true });
  for (const [name, [locale, query]] of Object.entries(cases)) {
    const { model, map, view, query: q } = loadDirectory(locale, new URLSearchParams(query));
    const t0 = performance.now();
    const body = renderToString(createElement(SiteFrame, { locale, page: '/enterprises', query: model.address, nav: 'directory', children:
      createElement(DirectoryPage, { locale, model, helpHref: '/h', contributeHref: '/c', map: createElement(MapPanel, { locale, map, settings: mapSettings(locale), query: model.address, view: view.map, bbox: null, districts: [], form: 'directory-form', withoutPositionHref: model.withoutPositionHref }) }) } as never));
    console.log(name, body.length, (performance.now() - t0).toFixed(1), model.count, model.ofAll, model.description);
    writeFileSync(`/tmp/pb/html/${name}.html`, `<!doctype html><html lang="${locale}"><meta charset=utf-8><meta name=viewport content="width=device-width, initial-scale=1"><style>${css}</style><body>${body}`);
  }
  for (const [locale, q] of [['sr-Latn', 'cac'], ['sr-Cyrl', 'čačak'], ['en', 'food'], ['sr-Latn', 'zad']] as const) {
    const { presentSuggestions } = await import('@/lib/search/present-suggestions');
    const { suggest } = await import('@/lib/search/queries');
    console.log(JSON.stringify(presentSuggestions(q, suggest(q, locale, 8), locale)));
  }
});
