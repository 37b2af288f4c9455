import { Hono } from 'hono';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { AppEnv } from '../../../lambda/api/kernel/http/app-env.ts';
import { asProblem } from '../../../lambda/api/kernel/http/as-problem.ts';
import { boundAnswer } from '../../../lambda/api/kernel/http/bound-answer.ts';
import { openQueryApp, type QueryApp } from '../../support/query-app.ts';

/** What a function answers: the text as a JSON string. */
const MOST_BYTES = 6_000_000;
const lambdaBytes = (text: string): number => Buffer.byteLength(JSON.stringify(text));

const ARTICLES = 24;
let query: QueryApp;
beforeAll(async () => {
  query = await openQueryApp();
  for (let n = 0; n < ARTICLES; n++) {
    // Each mark takes two bytes in an answer of JSON, and four where a function answers that.
    await query.save({
      name: `article ${n}`,
      publishedAt: `2026-03-10T00:00:${String(n).padStart(2, '0')}Z`,
      statements: [{ text: `Statement ${n} ${'"'.repeat(90_000)}` }],
    });
  }
});
afterAll(() => query.close());

describe('no answer is longer than a function can give, and all rows come', () => {
  test.each(['json', 'ndjson', 'csv', 'rss', 'jsonfeed'])('as %s', async (format) => {
    const found = new Set<string>();
    let pages = 0;
    for (let url: string | null = `/v1/statements?limit=500&format=${format}`; url !== null; pages++) {
      const { status, text, headers } = await query.get(url);
      expect(status).toBe(200);
      expect(lambdaBytes(text)).toBeLessThan(MOST_BYTES);
      for (const [, number = ''] of text.matchAll(/Statement (\d+) /g)) found.add(number);
      const next: string | undefined = /<([^>]+)>; rel="next"/.exec(headers.get('link') ?? '')?.[1];
      url = next ?? null;
    }
    expect(found.size).toBe(ARTICLES);
    expect(pages).toBeGreaterThan(1);
  });
});

test('one that would be is told as a problem', async () => {
  const app = new Hono<AppEnv>();
  app.use(boundAnswer);
  app.get('/:count', (c) => c.text('"'.repeat(Number(c.req.param('count')))));
  app.onError((error, c) => c.json({ code: asProblem(error).code }, asProblem(error).status));
  expect((await app.request('/2900000')).status).toBe(200);
  const tooLong = await app.request('/3100000');
  expect([tooLong.status, await tooLong.json()]).toEqual([500, { code: 'answer-too-long' }]);
});
