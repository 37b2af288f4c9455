import type { Hono } from 'hono';
import { NotFoundError } from '../../../model/errors.ts';
import { readQuery } from '../parameters/read-query.ts';
import type { QueryContext } from '../query-context.ts';
import type { Route } from '../routes/route.ts';
import type { AppEnv } from './app-env.ts';
import { ProblemError } from './problem.ts';
import { readBody } from './read-body.ts';

const LONGEST_PART = 200;
const LARGEST_BODY = 100_000;

/** Answers the requests that the routes plan: for callers whose key allows it, with parameters and body read by their schemas. */
export function addRoutes(app: Hono<AppEnv>, routes: readonly Route[], context: QueryContext): void {
  for (const route of routes) {
    app.on(route.method.toUpperCase(), route.address, async (c) => {
      if (route.scope === 'admin' && c.var.access.scope !== 'admin') {
        throw new ProblemError(403, 'scope-missing', 'this key may read; this takes a key of the scope admin');
      }
      const path = readPath(c.req.param());
      const { values, sent } = readQuery(route.query, new URL(c.req.url).searchParams);
      const body =
        route.method === 'get' ? undefined : await readBody(c, route.body, route.largestBody ?? LARGEST_BODY);
      return route.handle({ c, path, query: values, sent, body }, context);
    });
  }
}

/** The parts of a path; throws NotFoundError for text that can be none. */
export function readPath(parts: Record<string, string>): Record<string, string> {
  for (const part of Object.values(parts)) {
    if (part.length > LONGEST_PART || /\p{Cc}/u.test(part)) throw new NotFoundError('unknown-id', 'no id is like this');
  }
  return parts;
}
