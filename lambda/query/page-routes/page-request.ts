import type { Context } from 'hono';
import { type Day, dayOf, toInstant } from '../../model/instant.ts';
import type { Clock } from '../../model/ports.ts';
import { readPath } from '../http/add-routes.ts';
import { emptyQuerySchema } from '../parameters/queries.ts';
import { readQuery } from '../parameters/read-query.ts';

/** Today, in UTC. */
export function todayOf(clock: Clock): Day {
  return dayOf(toInstant(clock.now()));
}

/** The id in the path of a page; throws NotFoundError for text that can be none. */
export function idIn(c: Context, name = 'id'): string {
  return readPath(c.req.param())[name] ?? '';
}

/** Throws a 400 where a page without parameters is given some. */
export function refuseParameters(c: Context): void {
  readQuery(emptyQuerySchema, new URL(c.req.url).searchParams);
}
