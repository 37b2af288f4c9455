import * as z from 'zod';
import { type ListRequest, listRequest, sendList } from '../http/list-request.ts';
import type { Reading } from '../lists/reading.ts';
import type { Page } from '../lists/walk.ts';
import { listSchema } from '../responses.ts';
import { type Route, type RoutePlan, route } from './route.ts';

/** A page with the schema of its rows. */
export interface ListAnswer {
  rows: z.ZodObject;
  page: Page<object>;
}

/** What a list is; `rows` are the schemas of all rows that it may give. */
export interface ListPlan<Query extends z.ZodObject>
  extends Pick<RoutePlan<Query, z.ZodUndefined>, 'address' | 'name' | 'summary' | 'description' | 'tag' | 'query'> {
  /** The name that its cursors belong to. */
  list: string;
  rows: [z.ZodObject, ...z.ZodObject[]];
  read(request: ListRequest<z.infer<Query>>, reading: Reading): Promise<ListAnswer>;
}

/** A route that gives pages of a list. */
export function listRoute<Query extends z.ZodObject>(plan: ListPlan<Query>): Route {
  const { list, rows, read, ...more } = plan;
  return route({
    ...more,
    method: 'get',
    scope: 'read',
    body: z.undefined(),
    answers: {
      200: {
        description: 'A page',
        headers: { ETag: 'For If-None-Match', Link: 'The next page, where there is one' },
        content: { 'application/json': pageSchema(rows) },
      },
    },
    async handle({ c, query, sent }, reading) {
      const request = listRequest(list, query, sent);
      const answer = await read(request, reading);
      return sendList(c, request, answer.rows, answer.page);
    },
  });
}

/** With `fields`, rows have those alone. */
function pageSchema(rows: z.ZodObject[]): z.ZodType {
  return listSchema.extend({ data: z.array(z.union(rows.flatMap((row) => [row, row.partial()]))) });
}
