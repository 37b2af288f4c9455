import * as z from 'zod';
import { type Format, MEDIA_TYPES } from '../formats/format.ts';
import { jsonFeedSchema, listSchema } from '../formats/list-shapes.ts';
import { type ListAnswer, sendPage } from '../formats/send-page.ts';
import { type ListRequest, listRequest } from '../http/list-request.ts';
import type { QueryContext } from '../query-context.ts';
import { type Route, type RouteAnswer, type RoutePlan, route } from './route.ts';

/** What a list is; `rows` are the schemas of all rows that it may give. */
export interface ListPlan<Query extends z.ZodObject>
  extends Pick<RoutePlan<Query, z.ZodUndefined>, 'address' | 'name' | 'summary' | 'description' | 'tag' | 'query'> {
  /** The name that its cursors belong to. */
  list: string;
  /** What feeds of it are called. */
  title: string;
  formats: readonly Format[];
  rows: [z.ZodObject, ...z.ZodObject[]];
  /** What the caller's key must allow. @default 'read' */
  scope?: 'read' | 'admin';
  read(request: ListRequest<z.infer<Query>>, context: QueryContext): Promise<ListAnswer>;
}

/** A route that gives pages of a list in several forms. */
export function listRoute<Query extends z.ZodObject>(plan: ListPlan<Query>): Route {
  const { list, title, formats, rows, read, ...more } = plan;
  return route({
    ...more,
    method: 'get',
    scope: plan.scope ?? 'read',
    body: z.undefined(),
    answers: { 200: pageAnswer(formats, rows) },
    problems: [406],
    async handle({ c, query, sent }, context) {
      const request = listRequest(list, query, sent);
      return sendPage(c, title, request, await read(request, context), context);
    },
  });
}

/** With `fields`, rows have those alone. */
function pageAnswer(formats: readonly Format[], rows: z.ZodObject[]): RouteAnswer {
  const schemas: Record<Format, z.ZodType> = {
    json: listSchema.extend({ data: z.array(z.union(rows.flatMap((row) => [row, row.partial()]))) }),
    ndjson: z.string(),
    csv: z.string(),
    rss: z.string(),
    jsonfeed: jsonFeedSchema,
  };
  return {
    description: 'A page; by `format` or `Accept` as JSON, a JSON object a line, CSV, RSS or JSON Feed',
    headers: { ETag: 'For If-None-Match', Link: 'The next page, where there is one' },
    content: Object.fromEntries(formats.map((format) => [MEDIA_TYPES[format], schemas[format]])),
  };
}
