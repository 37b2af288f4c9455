import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { LambdaClient } from '@aws-sdk/client-lambda';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { PageContext, ReadPage } from '../../../lambda/fulltext/page-result.ts';
import { handler } from '../../../lambda/handlers/article-extractor.ts';
import type { ExtractorCall } from '../../../lambda/handlers/extractor-call.ts';
import { createLambdaArticleExtractor } from '../../../lambda/handlers/lambda-article-extractor.ts';
import { ExtractorUnavailableError } from '../../../lambda/model/errors.ts';
import { articlePage, COOKIE_WALL, TERMINAL } from '../pipeline/news-server.ts';

const CONTEXT: PageContext = {
  url: 'https://news.example/terminal',
  headers: { 'content-type': 'text/html; charset=utf-8', 'set-cookie': 'secret=1' },
  title: TERMINAL.title,
  teaser: TERMINAL.text,
};

// The SDK's own client calls the function's own handler through a server that keeps the protocol of Lambda for this one request.
describe('the article extractor, a function of its own', () => {
  const calls: string[] = [];
  let answer: { status: number; error?: string; type?: string; body?: string };
  let server: Server;
  let read: ReadPage;

  beforeAll(async () => {
    server = createServer(async (request, response) => {
      let body = '';
      for await (const part of request) body += part;
      expect(request.url).toBe('/2015-03-31/functions/article-extractor/invocations');
      calls.push(body);
      const { status, error, type, body: own } = answer;
      response.writeHead(status, {
        'content-type': 'application/json',
        ...(error ? { 'x-amz-function-error': error } : {}),
        ...(type ? { 'x-amzn-errortype': type } : {}),
      });
      response.end(own ?? JSON.stringify(await handler(JSON.parse(body) as ExtractorCall)));
    }).listen(0, '127.0.0.1');
    await once(server, 'listening');
    const endpoint = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    const credentials = { accessKeyId: 'none', secretAccessKey: 'none' };
    const client = new LambdaClient({ endpoint, region: 'eu-west-1', credentials, maxAttempts: 1 });
    read = createLambdaArticleExtractor({ client, functionName: 'article-extractor' });
  });
  afterAll(() => void server.close());
  beforeEach(() => {
    calls.length = 0;
    answer = { status: 200 };
  });

  it('brings the article', async () => {
    const result = await read(Buffer.from(articlePage(TERMINAL.title)), CONTEXT);
    expect(result).toMatchObject({
      kind: 'article',
      text: expect.stringContaining('left the waiting hall under a metre of water'),
    });
    expect(calls).toHaveLength(1);
    expect(calls[0]).not.toContain('secret');
  });

  it('brings why there is no article', async () => {
    expect(await read(Buffer.from(COOKIE_WALL), CONTEXT)).toMatchObject({ kind: 'refused', code: 'cookie-wall' });
  });

  it('is not asked about what surely is no page', async () => {
    expect(await read(Buffer.from('%PDF-1.7'), CONTEXT)).toMatchObject({ kind: 'refused', code: 'not-html' });
    expect(await read(new Uint8Array(6_000_000).fill(65), CONTEXT)).toMatchObject({ code: 'too-large' });
    // Within what is read of a page, but beyond what a call takes, for nothing of it can be packed.
    const noise = Buffer.concat([Buffer.from('<html>'), randomBytes(5_000_000)]);
    expect(await read(noise, CONTEXT)).toMatchObject({ code: 'too-large', reason: expect.stringContaining('packed') });
    expect(calls).toEqual([]);
  });

  it('refuses a page that its function dies of', async () => {
    answer = { status: 200, error: 'Unhandled', body: '{"errorMessage":"Task timed out after 15.00 seconds"}' };
    expect(await read(Buffer.from(articlePage('Any')), CONTEXT)).toMatchObject({
      kind: 'refused',
      code: 'unreadable',
      reason: expect.stringContaining('Task timed out after 15.00 seconds'),
    });
  });

  it.each([
    ['is throttled', 429, 'TooManyRequestsException', 'Rate exceeded'],
    ['may not be called', 403, 'AccessDeniedException', 'not authorized'],
    ['has no room to run', 500, 'ServiceException', 'try later'],
  ])('is unavailable where the function %s: the page is not to blame', async (_what, status, type, message) => {
    answer = { status, type, body: JSON.stringify({ message }) };
    const reading = read(Buffer.from(articlePage('Any')), CONTEXT);
    await expect(reading).rejects.toThrow(ExtractorUnavailableError);
    await expect(reading).rejects.toMatchObject({ code: 'extractor-unavailable' });
    await expect(reading).rejects.toThrow(`${type}: ${message}`);
  });

  it('throws where the function answers nonsense', async () => {
    answer = { status: 200, body: '{"result":"no base 64!"}' };
    await expect(read(Buffer.from(articlePage('Any')), CONTEXT)).rejects.toThrow();
  });
});
