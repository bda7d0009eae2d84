import { OpenAPIRegistry, OpenApiGeneratorV31 } from '@asteasolutions/zod-to-openapi';
import * as z from 'zod';
import { DATA_LICENCE } from '@/lib/site/names';
import {
  enterpriseDetail,
  enterpriseList,
  exportParameters,
  listParameters,
  problem,
  recordParameters,
} from './schema';

const problemContent = { 'application/problem+json': { schema: problem } };
const wrong = { description: 'A parameter is wrong; `errors` names each', content: problemContent };

function registry(): OpenAPIRegistry {
  const registered = new OpenAPIRegistry();
  registered.registerPath({
    method: 'get',
    path: '/api/v1/enterprises',
    operationId: 'searchEnterprises',
    summary: 'Search the directory',
    request: { query: listParameters },
    responses: {
      200: {
        description: 'A page of results with the counts of every facet',
        content: { 'application/json': { schema: enterpriseList } },
      },
      400: wrong,
      410: { description: 'The cursor is older than the last change of the directory', content: problemContent },
    },
  });
  registered.registerPath({
    method: 'get',
    path: '/api/v1/enterprises/{id}',
    operationId: 'getEnterprise',
    summary: 'One enterprise, by id or slug',
    request: { params: z.object({ id: z.string().openapi({ example: 'nasa-kuca' }) }), query: recordParameters },
    responses: {
      200: { description: 'The enterprise', content: { 'application/json': { schema: enterpriseDetail } } },
      308: { description: 'The record has another slug now' },
      400: wrong,
      404: { description: 'There is no such record', content: problemContent },
    },
  });
  registered.registerPath({
    method: 'get',
    path: '/api/v1/enterprises.csv',
    operationId: 'exportCsv',
    summary: 'Every row of the filter as CSV (UTF-8 with byte order mark, guarded against formulas)',
    request: { query: exportParameters },
    responses: { 200: { description: 'The rows', content: { 'text/csv': { schema: z.string() } } }, 400: wrong },
  });
  registered.registerPath({
    method: 'get',
    path: '/api/v1/enterprises.geojson',
    operationId: 'exportGeoJson',
    summary: 'Every row of the filter as GeoJSON; a record without a position has a null geometry',
    request: { query: exportParameters.omit({ delimiter: true }) },
    responses: {
      200: {
        description: 'A FeatureCollection',
        content: {
          'application/geo+json': {
            schema: z.object({ type: z.literal('FeatureCollection'), features: z.array(z.unknown()) }),
          },
        },
      },
      400: wrong,
    },
  });
  return registered;
}

/**
 * The OpenAPI 3.1 document, generated from the schemas that check the requests.
 * @param site the site's own address without a slash at its end
 */
export function openApiDocument(site: string, version: string): object {
  return new OpenApiGeneratorV31(registry().definitions).generateDocument({
    openapi: '3.1.0',
    info: {
      title: 'Solidarna mapa',
      version,
      description:
        "Open interface of the directory of Serbia's social enterprises. No key, no limit of rows; an unknown value is null, never empty.",
      license: { name: 'Data: CC BY 4.0', url: DATA_LICENCE },
    },
    servers: [{ url: site }],
  });
}
