import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { PageResult } from '../../../lambda/fulltext/page-result.ts';
import { packAnswer, packCall, unpackAnswer, unpackCall } from '../../../lambda/handlers/extractor-call.ts';

const throughJson = (value: unknown): unknown => JSON.parse(JSON.stringify(value));

describe('a call of the article extractor', () => {
  it('brings any bytes and what is known of them over', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.uint8Array(),
        fc.record({ url: fc.webUrl(), title: fc.string(), teaser: fc.string({ unit: 'binary' }) }),
        async (bytes, known) => {
          const context = { ...known, headers: { 'content-type': 'text/html', server: 'x' } };
          const over = await unpackCall(throughJson(await packCall(bytes, context)));
          expect(Buffer.from(over.bytes).equals(bytes)).toBe(true);
          expect(over.context).toEqual({ ...known, headers: { 'content-type': 'text/html' } });
        },
      ),
    );
    const bare = { url: 'https://news.example/', title: '', teaser: '' };
    expect((await unpackCall(throughJson(await packCall(new Uint8Array(), bare)))).context).toEqual(bare);
  });

  it('brings the result back', async () => {
    const result: PageResult = { kind: 'refused', code: 'paywall', reason: 'it asks to “subscribe”' };
    expect(await unpackAnswer(throughJson(await packAnswer(result)))).toEqual(result);
  });

  it.each([null, {}, { page: 'no base 64!', context: {} }, { page: '', context: {} }])('refuses %j', async (call) => {
    await expect(unpackCall(call)).rejects.toThrow();
  });
});
