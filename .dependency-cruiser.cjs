/** Imports point one way: app -> components -> lib -> db. See ../docs/architecture.md. */
module.exports = {
  forbidden: [
    {
      name: 'no-cycle',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'lib-knows-no-views',
      severity: 'error',
      from: { path: '^lib/' },
      to: { path: '^(app|components|server)/' },
    },
    {
      name: 'components-know-no-routes',
      severity: 'error',
      from: { path: '^components/' },
      to: { path: '^(app|server)/' },
    },
    {
      name: 'components-get-data-as-props',
      severity: 'error',
      from: { path: '^components/' },
      to: { path: '^lib/([^/]+/(queries|commands|records|index-sqlite)|db|env)', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'only-the-map-knows-leaflet',
      severity: 'error',
      from: { pathNot: '^components/map/' },
      to: { path: 'node_modules/(leaflet|supercluster)' },
    },
    {
      name: 'shared-and-serbian-are-leaves',
      severity: 'error',
      from: { path: '^lib/(shared|serbian|html)/' },
      to: { path: '^lib/(?!shared|serbian|html)' },
    },
    {
      name: 'geo-is-a-leaf',
      severity: 'error',
      from: { path: '^lib/geo/' },
      to: { path: '^lib/(?!shared|serbian|geo|i18n)' },
    },
    {
      name: 'enterprises-know-no-search',
      severity: 'error',
      from: { path: '^lib/(enterprises|taxonomies)/' },
      to: { path: '^lib/imports/' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(^generated/|^\\.next/)' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
      extensions: ['.ts', '.tsx', '.mjs', '.js', '.json'],
    },
  },
};
