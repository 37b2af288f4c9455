import type { Context } from 'hono';
import { readPath } from '../../api/kernel/http/add-routes.ts';
import type { AppEnv } from '../../api/kernel/http/app-env.ts';
import { ProblemError } from '../../api/kernel/http/problem.ts';
import { emptyQuerySchema } from '../../api/kernel/parameters/paging.ts';
import { readQuery } from '../../api/kernel/parameters/read-query.ts';
import type { QueryContext } from '../../api/kernel/query-context.ts';
import { type Day, dayOf, toInstant } from '../../model/instant.ts';
import type { Clock } from '../../model/ports.ts';
import type { Frame } from './frame.ts';

/** Today, in UTC. */
export function todayOf(clock: Clock): Day {
  return dayOf(toInstant(clock.now()));
}

/** What every page is told: the day, and who asks. */
export function frameOf(c: Context<AppEnv>, { clock }: Pick<QueryContext, 'clock'>): Frame {
  return { today: todayOf(clock), access: c.var.access };
}

/** Throws a 403 for a reader whose key may only read. */
export function requireAdmin(c: Context<AppEnv>): void {
  if (c.var.access.scope === 'admin') return;
  throw new ProblemError(403, 'scope-missing', 'this key may read; this takes a key of the scope admin');
}

/** The id in the path of a page; throws NotFoundError for text that can be none. */
export function idIn(c: Context, name = 'id'): string {
  return readPath(c.req.param())[name] ?? '';
}

/** Throws a 400 where a page without parameters is given some. */
export function refuseParameters(c: Context): void {
  readQuery(emptyQuerySchema, new URL(c.req.url).searchParams);
}
