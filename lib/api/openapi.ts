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
import { storyBody, storyReceipt } from './stories/body';
import { storyDetail, storyExportParameters, storyList, storyListParameters } from './stories/schema';

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
  registerStories(registered);
  return registered;
}

function registerStories(registered: OpenAPIRegistry): void {
  registered.registerPath({
    method: 'get',
    path: '/api/v1/stories',
    operationId: 'searchStories',
    summary: 'Search the stories of good practice',
    request: { query: storyListParameters },
    responses: {
      200: {
        description: 'A page of stories with the counts of every facet',
        content: { 'application/json': { schema: storyList } },
      },
      400: wrong,
      410: { description: 'The cursor is older than the last change', content: problemContent },
    },
  });
  registered.registerPath({
    method: 'post',
    path: '/api/v1/stories',
    operationId: 'sendStory',
    summary: 'Send a story, with the checks, limits and confirmation of the form',
    description:
      'Nothing is published before the address is confirmed and a person has read the story. With the header `Idempotency-Key` a second try gets the first answer.',
    request: { query: recordParameters, body: { content: { 'application/json': { schema: storyBody } } } },
    responses: {
      202: {
        description: 'Taken; its author must confirm the address',
        content: { 'application/json': { schema: storyReceipt } },
      },
      400: { description: 'An answer is wrong; `errors` names each', content: problemContent },
      403: { description: 'Sent by a page of another site', content: problemContent },
      413: { description: 'Too large', content: problemContent },
      429: { description: 'Too many; `Retry-After` tells when to try again', content: problemContent },
      503: { description: 'It cannot be saved at this moment', content: problemContent },
    },
  });
  registered.registerPath({
    method: 'get',
    path: '/api/v1/stories/{id}',
    operationId: 'getStory',
    summary: 'One story, by id or slug',
    request: { params: z.object({ id: z.string() }), query: recordParameters },
    responses: {
      200: { description: 'The story', content: { 'application/json': { schema: storyDetail } } },
      308: { description: 'The story has another slug now' },
      400: wrong,
      404: { description: 'There is no such story', content: problemContent },
      410: { description: 'Its author has withdrawn it', content: problemContent },
    },
  });
  registered.registerPath({
    method: 'get',
    path: '/api/v1/stories.csv',
    operationId: 'exportStoriesCsv',
    summary: 'Every story of the filter as CSV (UTF-8 with byte order mark, guarded against formulas)',
    request: { query: storyExportParameters },
    responses: { 200: { description: 'The rows', content: { 'text/csv': { schema: z.string() } } }, 400: wrong },
  });
  registered.registerPath({
    method: 'get',
    path: '/api/v1/stories.geojson',
    operationId: 'exportStoriesGeoJson',
    summary: 'Every story of the filter as GeoJSON; a story without a position has a null geometry',
    request: { query: storyExportParameters.omit({ delimiter: true }) },
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
  registered.registerPath({
    method: 'get',
    path: '/api/v1/stories.atom',
    operationId: 'storyFeed',
    summary: 'The newest stories as an Atom feed',
    request: { query: recordParameters },
    responses: {
      200: { description: 'The feed', content: { 'application/atom+xml': { schema: z.string() } } },
    },
  });
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
        "Open interface of the directory of Serbia's social enterprises and of stories of good practice. No key, no limit of rows; an unknown value is null, never empty.",
      license: { name: 'Data: CC BY 4.0', url: DATA_LICENCE },
    },
    servers: [{ url: site }],
  });
}
