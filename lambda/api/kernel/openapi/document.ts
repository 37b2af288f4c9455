import type * as z from 'zod';
import type { Route } from '../routes/route.ts';
import { operationOf, pathOf, problemResponse } from './operation.ts';
import { problemsOf } from './problems.ts';
import { collectSchemas } from './schemas.ts';

/** An OpenAPI document. */
export interface OpenApiDocument {
  openapi: string;
  info: { title: string; version: string; summary: string; description: string };
  servers: { url: string }[];
  security: Record<string, string[]>[];
  paths: Record<string, Record<string, Record<string, unknown>>>;
  components: Record<string, Record<string, unknown>>;
}

/** The OpenAPI 3.1 document of these routes; `named` are the shapes that have names of their own. */
export function openApiDocument(routes: readonly Route[], named: Readonly<Record<string, z.ZodType>>): OpenApiDocument {
  const schemas = collectSchemas(routes, named);
  const paths: OpenApiDocument['paths'] = {};
  for (const route of routes) {
    const path = pathOf(route);
    paths[path] = { ...paths[path], [route.method]: operationOf(route, schemas) };
  }
  const statuses = [...new Set(routes.flatMap(problemsOf))];
  return {
    openapi: '3.1.1',
    info: {
      title: 'Dateline',
      version: '1',
      summary: 'Who said what, and when',
      description: 'Times are RFC 3339 in UTC. Errors are problems of RFC 9457. Every answer has an ETag.',
    },
    servers: [{ url: '/' }],
    security: [{ key: [] }],
    paths,
    components: {
      schemas: schemas.all,
      responses: Object.fromEntries(statuses.map((status) => [status, problemResponse(status, schemas)])),
      securitySchemes: {
        key: {
          type: 'http',
          scheme: 'bearer',
          description: 'Made with `dateline keys create`; none is needed on the machine that serves itself',
        },
      },
    },
  };
}
