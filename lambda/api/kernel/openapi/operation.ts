import * as z from 'zod';
import { type ProblemStatus, problemSchema, titleOf } from '../http/problem.ts';
import type { Route, RouteAnswer } from '../routes/route.ts';
import { problemsOf } from './problems.ts';
import { type JsonSchema, type Schemas, withoutDialect } from './schemas.ts';

const PATH_PARTS: Record<string, string> = {
  id: 'The id, as lists give it',
  statementId: 'The id of the statement, as lists give it',
  channelId: 'The id of the channel, as its search has it',
};
const HEADERS_OF_PROBLEMS: Partial<Record<ProblemStatus, Record<string, string>>> = {
  401: { 'WWW-Authenticate': 'How to send a key' },
  405: { Allow: 'The methods there are' },
  429: { 'Retry-After': 'Seconds to wait' },
  503: { 'Retry-After': 'Seconds to wait' },
};

/** The address as OpenAPI has it: `/v1/items/{id}`. */
export function pathOf({ address }: Route): string {
  return address.replace(/:(\w+)/g, '{$1}');
}

/** The operation of a route, as OpenAPI 3.1 describes one. */
export function operationOf(route: Route, schemas: Schemas): Record<string, unknown> {
  const { name, summary, description, tag, scope, answers, method, body } = route;
  const problems = problemsOf(route).map((status) => [String(status), { $ref: `#/components/responses/${status}` }]);
  return {
    operationId: name,
    summary,
    ...(description && { description }),
    tags: [tag],
    'x-scope': scope,
    ...(scope === 'token' && { security: [] }),
    parameters: [...pathParameters(route), ...queryParameters(route)],
    ...(!(body instanceof z.ZodUndefined) && {
      requestBody: {
        required: !body.safeParse(undefined).success,
        content: { 'application/json': { schema: schemas.of(body) } },
      },
    }),
    responses: {
      ...Object.fromEntries(Object.entries(answers).map(([status, answer]) => [status, response(answer, schemas)])),
      ...(method === 'get' && { 304: { description: 'Nothing has changed since the answer with that `ETag`' } }),
      ...Object.fromEntries(problems),
    },
  };
}

function pathParameters({ address }: Route): object[] {
  return [...address.matchAll(/:(\w+)/g)].map(([, name = '']) => ({
    name,
    in: 'path',
    required: true,
    description: PATH_PARTS[name] ?? `The ${name}`,
    schema: { type: 'string', minLength: 1, maxLength: 200 },
  }));
}

function queryParameters({ query }: Route): object[] {
  const { properties = {}, required = [] } = z.toJSONSchema(query, { io: 'input' });
  return Object.entries(properties).map(([name, property]) => {
    const { description, ...schema } = withoutDialect(property as JsonSchema);
    return { name, in: 'query', required: required.includes(name), ...(description && { description }), schema };
  });
}

function response({ description, content = {}, headers }: RouteAnswer, schemas: Schemas): object {
  return {
    description,
    ...(headers && { headers: headerObjects(headers) }),
    content: Object.fromEntries(Object.entries(content).map(([type, of]) => [type, { schema: schemas.of(of) }])),
  };
}

/** The answer with a problem of that status, which is the same everywhere. */
export function problemResponse(status: ProblemStatus, schemas: Schemas): object {
  const headers = HEADERS_OF_PROBLEMS[status];
  return {
    description: titleOf(status),
    ...(headers && { headers: headerObjects(headers) }),
    content: { 'application/problem+json': { schema: schemas.of(problemSchema) } },
  };
}

function headerObjects(headers: Record<string, string>): object {
  return Object.fromEntries(
    Object.entries(headers).map(([name, description]) => [name, { description, schema: { type: 'string' } }]),
  );
}
