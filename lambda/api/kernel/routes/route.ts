import type { Context } from 'hono';
import type * as z from 'zod';
import type { AppEnv } from '../http/app-env.ts';
import type { ProblemStatus } from '../http/problem.ts';
import type { QueryContext } from '../query-context.ts';

/** A request whose parameters and body went through the schemas of its route. */
export interface RouteRequest<Query, Body> {
  c: Context<AppEnv>;
  /** Parts of the path, by their names. */
  path: Record<string, string>;
  query: Query;
  /** The parameters as they were sent, empty ones left out. */
  sent: Record<string, string>;
  body: Body;
}

/** What a status is answered with: a schema for each media type, or none for an answer without a body. */
export interface RouteAnswer {
  description: string;
  content?: Record<string, z.ZodType>;
  /** Headers by name, with what they tell. */
  headers?: Record<string, string>;
}

/** What a route is, in one place: Hono's routes and the OpenAPI document are both made of it. */
export interface RoutePlan<Query extends z.ZodObject, Body extends z.ZodType> {
  method: 'get' | 'post' | 'put' | 'patch' | 'delete';
  /** As Hono has it: `/v1/items/:id`. */
  address: string;
  /** Unique and camelCase: the name that generated clients give to it. */
  name: string;
  /** Half a sentence on what it does. */
  summary: string;
  description?: string;
  tag:
    | 'statements'
    | 'items'
    | 'speakers'
    | 'dates'
    | 'feeds'
    | 'stats'
    | 'service'
    | 'corrections'
    | 'removals'
    | 'searches'
    | 'sessions';
  /** What the caller's key must allow; `token`: no key is needed, for the address itself holds a secret that the route checks. */
  scope: 'read' | 'admin' | 'token';
  /** All the parameters there are. */
  query: Query;
  /** Of a JSON body; `z.undefined()` where there is none. */
  body: Body;
  /** In bytes; 100,000 unless told otherwise. */
  largestBody?: number;
  /** By status: what it answers when all is well. */
  answers: Record<number, RouteAnswer>;
  /** Statuses of problems beside those that any route may have (see openapi/problems.ts). */
  problems?: readonly ProblemStatus[];
  handle(request: RouteRequest<z.infer<Query>, z.infer<Body>>, context: QueryContext): Promise<Response> | Response;
}

/** A route of any parameters and body. */
export type Route = RoutePlan<z.ZodObject, z.ZodType>;

/** A route as it stands in a list of routes; checks the handler against the schemas. */
export function route<Query extends z.ZodObject, Body extends z.ZodType>(plan: RoutePlan<Query, Body>): Route {
  return plan;
}
