import * as z from 'zod';
import { components } from '../components.ts';
import { jsonAnswer } from '../kernel/http/json.ts';
import { type OpenApiDocument, openApiDocument } from '../kernel/openapi/document.ts';
import { emptyQuerySchema } from '../kernel/parameters/paging.ts';
import { type Route, route } from '../kernel/routes/route.ts';

/** The route that describes these routes and itself; the document is made when it is asked for first. */
export function openApiRoute(others: readonly Route[]): Route {
  let document: OpenApiDocument | null = null;
  const own = route({
    method: 'get',
    address: '/openapi.json',
    name: 'getOpenApi',
    tag: 'service',
    summary: 'This document',
    scope: 'read',
    query: emptyQuerySchema,
    body: z.undefined(),
    answers: { 200: jsonAnswer('An OpenAPI 3.1 document', z.looseObject({ openapi: z.string() })) },
    handle({ c }) {
      document ??= openApiDocument([...others, own], components);
      return c.json(document);
    },
  });
  return own;
}
