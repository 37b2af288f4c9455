import fc from 'fast-check';
import { expect, it } from 'vitest';
import { toInstant } from '../../../lambda/model/instant.ts';
import { createQuotingItems, type QuotingItem } from '../../../lambda/pipeline/quoting-items.ts';

const item = fc.record({
  itemId: fc.oneof(fc.string({ maxLength: 40 }), fc.string({ unit: 'grapheme', maxLength: 40 })),
  revision: fc.integer({ min: 1, max: 200_000 }),
  changedAt: fc.integer({ min: 0, max: 4e12 }).map(toInstant),
  feedId: fc.constantFrom('harbour', 'gazette', 'the-daily', 'ä', '__proto__'),
  undated: fc.boolean(),
});

it('gives items back feed by feed, each as it was, so many at a time', () => {
  fc.assert(
    fc.property(fc.array(item, { maxLength: 300 }), fc.integer({ min: 1, max: 50 }), (items, atATime) => {
      const quoting = createQuotingItems();
      for (const one of items) quoting.add(one);
      const parts = [...quoting.byFeed(atATime)];
      expect(parts.slice(0, -1).every((part) => part.length === atATime)).toBe(true);
      const byFeed = (one: QuotingItem, other: QuotingItem) =>
        Number(one.feedId > other.feedId) || -Number(one.feedId < other.feedId);
      expect(parts.flat()).toEqual(items.toSorted(byFeed));
    }),
    { numRuns: 50 },
  );
});

it('grows with what is added', () => {
  const quoting = createQuotingItems();
  const items = Array.from({ length: 20_000 }, (_, n) => ({
    ...{ itemId: `item-${n}`, revision: 1 + (n % 3), changedAt: toInstant(1.7e12 + n) },
    ...{ feedId: `feed-${String(n % 700).padStart(3, '0')}`, undated: n % 5 === 0 },
  }));
  for (const one of items) quoting.add(one);
  const found = [...quoting.byFeed(400)].flat();
  expect(found).toHaveLength(items.length);
  expect(found.slice(0, 2).map(({ itemId }) => itemId)).toEqual(['item-0', 'item-700']);
  expect(found.at(-1)).toEqual(items[19_599]);
});
