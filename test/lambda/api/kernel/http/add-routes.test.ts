import { Hono } from 'hono';
import { describe, expect, test } from 'vitest';
import * as z from 'zod';
import { addRoutes } from '../../../../../lambda/api/kernel/http/add-routes.ts';
import type { AppEnv } from '../../../../../lambda/api/kernel/http/app-env.ts';
import { sendJson } from '../../../../../lambda/api/kernel/http/json.ts';
import type { QueryContext } from '../../../../../lambda/api/kernel/query-context.ts';
import { route } from '../../../../../lambda/api/kernel/routes/route.ts';
import { sendError } from '../../../../../lambda/web/kit/send-error.tsx';
import { quietLog } from '../../../../support/quiet-log.ts';

const body = z.strictObject({ title: z.string().min(1), tags: z.array(z.string()).default([]) });

const appFor = (scope: 'read' | 'admin') => {
  const app = new Hono<AppEnv>();
  app.use(async (c, next) => {
    c.set('access', { granted: true, name: 'one', scope, by: 'key' });
    await next();
  });
  const write = route({
    method: 'put',
    address: '/v1/things/:id',
    name: 'putThing',
    tag: 'service',
    summary: 'Puts a thing',
    scope: 'admin',
    query: z.object({ quick: z.enum(['true']).optional() }),
    body,
    largestBody: 200,
    answers: {},
    handle: ({ c, path, query, body }) => sendJson(c, z.unknown(), { ...path, ...query, ...body }, 201),
  });
  // The route reads nothing of the store.
  addRoutes(app, [write], {} as QueryContext);
  app.onError((error, c) => sendError(c, error, quietLog()));
  return app;
};

const put = async (
  content: string | Uint8Array<ArrayBuffer>,
  type = 'application/json',
  scope: 'read' | 'admin' = 'admin',
) => {
  const response = await appFor(scope).request('/v1/things/a?quick=true', {
    method: 'PUT',
    headers: { 'Content-Type': type },
    body: content,
  });
  // biome-ignore lint/suspicious/noExplicitAny: answers of every shape.
  return { status: response.status, body: (await response.json()) as any };
};

describe('a route with a body', () => {
  test('hands on path, query and body as the schemas read them', async () => {
    expect(await put('{"title":"Harbour"}', 'Application/JSON; charset=utf-8')).toEqual({
      status: 201,
      body: { id: 'a', quick: 'true', title: 'Harbour', tags: [] },
    });
  });

  test('a key that may only read gets a 403, whatever it sends', async () => {
    expect(await put('{', 'text/plain', 'read')).toMatchObject({ status: 403, body: { code: 'scope-missing' } });
  });

  test.each([
    ['{"title":"","tags":["a",1]}', ['/title', '/tags/1']],
    ['{"tags":[]}', ['/title']],
    ['{"title":"x","a/b~c":1}', ['/a~1b~0c']],
    ['[]', ['']],
    ['', ['']],
    ['{"title":', ['']],
    ['{"title":"x","__proto__":{"title":1}}', ['/__proto__']],
  ])('%j is a 400 that points at what is not right', async (content, pointers) => {
    const { status, body } = await put(content);
    expect([status, body.code, body.errors.map(({ pointer }: { pointer: string }) => pointer)]).toEqual([
      400,
      'bad-body',
      pointers,
    ]);
  });

  test('bytes that are no UTF-8 are a 400, another type a 415, too many bytes a 413', async () => {
    expect(await put(new Uint8Array([0x22, 0xff, 0x22]))).toMatchObject({ status: 400, body: { code: 'bad-body' } });
    expect(await put('title=x', 'application/x-www-form-urlencoded')).toMatchObject({ status: 415 });
    expect(await put('{"title":"x"}', 'application/jsonp')).toMatchObject({ status: 415 });
    expect(await put(`{"title":"${'x'.repeat(200)}"}`)).toMatchObject({
      status: 413,
      body: { code: 'body-too-large' },
    });
  });
});
