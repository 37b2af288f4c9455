import { describe, expect, test } from 'vitest';
import * as z from 'zod';
import { allRoutes } from '../../../../../lambda/api/all-routes.ts';
import { components } from '../../../../../lambda/api/components.ts';
import { jsonAnswer } from '../../../../../lambda/api/kernel/http/json.ts';
import { openApiDocument } from '../../../../../lambda/api/kernel/openapi/document.ts';
import { route } from '../../../../../lambda/api/kernel/routes/route.ts';
import { openQueryApp } from '../../../../support/query-app.ts';

const document = openApiDocument(allRoutes, components);
const operations = Object.entries(document.paths).flatMap(([path, methods]) =>
  Object.entries(methods).map(([method, operation]) => ({ name: `${method} ${path}`, operation })),
);

describe('the OpenAPI document', () => {
  test('is what /openapi.json answers', async () => {
    const query = await openQueryApp();
    const { status, body } = await query.get('/openapi.json');
    await query.close();
    expect([status, body]).toEqual([200, JSON.parse(JSON.stringify(document))]);
  });

  test('has every route, each by a name of its own', () => {
    expect(operations).toHaveLength(allRoutes.length);
    expect(new Set(operations.map(({ operation }) => operation.operationId)).size).toBe(allRoutes.length);
  });

  test('refers to nothing that it does not have', () => {
    const references = [...JSON.stringify(document).matchAll(/"\$ref":"#\/([^"]+)"/g)].map(([, path]) => path ?? '');
    expect(references.length).toBeGreaterThan(50);
    for (const reference of references) {
      const found = reference
        .split('/')
        .reduce<unknown>((value, key) => (value as Record<string, unknown> | undefined)?.[key], document);
      expect(found, reference).toBeTypeOf('object');
    }
  });

  test.each(operations)('$name says of each parameter what it is', ({ operation }) => {
    for (const parameter of operation.parameters as { name: string; description?: string; schema: object }[]) {
      expect(parameter.description, parameter.name).toMatch(/\w/);
      expect(Object.keys(parameter.schema).length, parameter.name).toBeGreaterThan(0);
    }
  });

  test('describes a body, what the route needs, and problems that only some have', () => {
    const write = route({
      method: 'put',
      address: '/v1/things/:id',
      name: 'putThing',
      tag: 'service',
      summary: 'Puts a thing',
      scope: 'admin',
      query: z.object({}),
      body: z.strictObject({ size: z.int().default(1) }),
      answers: { 200: jsonAnswer('The thing', z.object({ size: z.int() })) },
      problems: [409],
      handle: ({ c, body }) => c.json(body),
    });
    const { paths, components: made } = openApiDocument([write], components);
    const operation = paths['/v1/things/{id}']?.put;
    expect(operation).toMatchObject({
      'x-scope': 'admin',
      parameters: [{ name: 'id', in: 'path', required: true }],
      requestBody: {
        required: true,
        content: { 'application/json': { schema: { $ref: '#/components/schemas/PutThingBody' } } },
      },
    });
    expect(made.schemas?.PutThingBody).toMatchObject({ properties: { size: { type: 'integer', default: 1 } } });
    expect(made.schemas?.PutThingBody).not.toHaveProperty('required');
    expect(Object.keys(operation?.responses as object)).toEqual(
      '200 400 401 403 404 405 409 413 415 421 429 500 503'.split(' '),
    );
  });
});
