import type { AddressInfo } from 'node:net';
import { serve } from '@hono/node-server';
import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import { handle, type LambdaContext } from 'hono/aws-lambda';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openQueryApp, type QueryApp } from '../../support/query-app.ts';

let query: QueryApp;
beforeAll(async () => {
  query = await openQueryApp({ hostNames: [] });
  await query.save({ name: 'one', publishedAt: '2026-03-10T00:00:00Z', statements: [{ text: 'Only words' }] });
});
afterAll(() => query.close());

test('runs on the server of node, with GET, HEAD, 304 and its check of host names', async () => {
  const server = serve({ fetch: query.app.fetch, hostname: '127.0.0.1', port: 0 });
  try {
    await new Promise((resolve) => server.once('listening', resolve));
    const base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    const answer = await fetch(`${base}/v1/statements?limit=1`);
    const tag = answer.headers.get('etag') ?? '';
    expect(((await answer.json()) as { data: unknown[] }).data).toMatchObject([{ text: 'Only words' }]);
    expect((await fetch(`${base}/v1/statements?limit=1`, { method: 'HEAD' })).status).toBe(200);
    const same = await fetch(`${base}/v1/statements?limit=1`, { headers: { 'If-None-Match': tag } });
    expect(same.status).toBe(304);
    expect((await fetch(`${base}/`)).headers.get('content-type')).toBe('text/html; charset=UTF-8');
  } finally {
    await new Promise((resolve) => server.close(resolve));
  }
});

test('runs behind an HTTP API of AWS', async () => {
  const event = (path: string, query = ''): APIGatewayProxyEventV2 => ({
    version: '2.0',
    routeKey: '$default',
    rawPath: path,
    rawQueryString: query,
    headers: { host: 'localhost', accept: '*/*' },
    requestContext: {
      accountId: '1',
      apiId: 'x',
      domainName: 'localhost',
      domainPrefix: 'x',
      http: { method: 'GET', path, protocol: 'HTTP/1.1', sourceIp: '192.0.2.1', userAgent: 'test' },
      requestId: 'r',
      routeKey: '$default',
      stage: '$default',
      time: '15/Mar/2026:12:00:00 +0000',
      timeEpoch: 1,
    },
    isBase64Encoded: false,
  });
  const handler = handle(query.app);
  const call = async (path: string, query?: string) => {
    const answer = await handler(event(path, query) as unknown as Parameters<typeof handler>[0], {} as LambdaContext);
    return answer as { statusCode: number; headers: Record<string, string>; body: string; isBase64Encoded: boolean };
  };
  const { statusCode, body, isBase64Encoded } = await call('/v1/statements', 'limit=1&q=only+words');
  expect([statusCode, isBase64Encoded]).toEqual([200, false]);
  expect(JSON.parse(body).data).toMatchObject([{ text: 'Only words' }]);
  expect((await call('/v1/items', 'nope=1')).statusCode).toBe(400);
  const style = await call('/style.css');
  expect([style.statusCode, style.isBase64Encoded]).toEqual([200, false]);
});
