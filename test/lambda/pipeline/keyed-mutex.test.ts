import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { withKeyedMutex } from '../../../lambda/pipeline/keyed-mutex.ts';

const moment = () => new Promise((resolve) => setImmediate(resolve));

test('entries that share a key wait for each other in their order, the others for none', async () => {
  const sets = fc.array(fc.array(fc.constantFrom('a', 'b', 'c', 'd'), { maxLength: 2 }), { maxLength: 12 });
  await fc.assert(
    fc.asyncProperty(sets, async (entries) => {
      const open = new Set<string>();
      const begun = new Map<string, number[]>();
      const numbered = entries.map((keys, index) => ({ keys: [...new Set(keys)], index }));
      const results = await withKeyedMutex(
        numbered,
        ({ keys }) => keys,
        async ({ keys, index }) => {
          for (const key of keys) {
            expect(open.has(key)).toBe(false);
            open.add(key);
            begun.set(key, [...(begun.get(key) ?? []), index]);
          }
          for (let turn = index % 3; turn >= 0; turn--) await moment();
          for (const key of keys) open.delete(key);
          return index;
        },
      );
      expect(results).toEqual(numbered.map(({ index }) => index));
      for (const order of begun.values()) expect(order).toEqual(order.toSorted((a, b) => a - b));
    }),
    { numRuns: 50 },
  );
});

test('those without a key are all begun at once', async () => {
  let open = 0;
  let most = 0;
  await withKeyedMutex(
    [1, 2, 3],
    () => [],
    async () => {
      most = Math.max(most, ++open);
      await moment();
      open--;
    },
  );
  expect(most).toBe(3);
});

test('an error is thrown when nothing is under way any more, and what waited for it is not begun', async () => {
  const done: string[] = [];
  const run = withKeyedMutex(
    ['bad', 'slow', 'after bad'],
    (name) => [name.split(' ').at(-1) ?? ''],
    async (name) => {
      if (name === 'bad') throw new TypeError('broken');
      for (let turn = 0; turn < 5; turn++) await moment();
      done.push(name);
    },
  );
  await expect(run).rejects.toThrow('broken');
  expect(done).toEqual(['slow']);
});
