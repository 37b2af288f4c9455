import fc from 'fast-check';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type MemoryStore, openMemoryStore } from '../../support/memory-store.ts';
import { articleAt, type SampleOptions } from '../../support/sample-bundle.ts';
import { take } from '../../support/take.ts';

let memory: MemoryStore;
beforeEach(async () => {
  memory = await openMemoryStore();
});
afterEach(() => memory.close());

async function put(number: number, hours: number, options: SampleOptions): Promise<string> {
  const bundle = articleAt(number, hours, options);
  await memory.store.items.save(bundle);
  return bundle.item.id;
}

test('reading on while others write never skips or repeats what was there', async () => {
  const hours = fc.integer({ min: 0, max: 24 * 5 });
  let number = 0;
  await fc.assert(
    fc.asyncProperty(
      fc.array(hours, { minLength: 1, maxLength: 12 }),
      fc.array(hours, { maxLength: 6 }),
      fc.integer({ min: 1, max: 5 }),
      async (before, during, size) => {
        const feedId = `feed-${number}`;
        const there: string[] = [];
        for (const hour of before) there.push(await put(++number, hour, { feedId }));
        const seen: string[] = [];
        let after: string | undefined;
        for (;;) {
          const page = await take(memory.store.items.newest({ after }), size);
          seen.push(...page.map(({ record }) => record.id));
          after = page.at(-1)?.position;
          if (page.length < size) break;
          const hour = during.pop();
          if (hour !== undefined) await put(++number, hour, { feedId });
        }
        expect(new Set(seen).size).toBe(seen.length);
        expect(there.filter((id) => !seen.includes(id))).toEqual([]);
      },
    ),
    { numRuns: 8 },
  );
});

test('what has expired is in no list, though the table still holds it', async () => {
  const { store, clock } = memory;
  const id = await put(1, 10, { item: { expiresAt: '2026-03-05T00:00:00Z' } });
  expect(await take(store.items.newest({}))).toHaveLength(1);
  clock.set('2026-03-05T00:00:00Z');
  expect(await take(store.items.newest({}))).toEqual([]);
  expect(await take(store.items.newest({ feedId: 'harbour-news' }))).toEqual([]);
  expect(await take(store.statements.newest({}))).toEqual([]);
  expect(await take(store.dates.coming({ from: '2026-01-01' }))).toEqual([]);
  expect(await store.items.get(id)).toBeNull();
  expect((await store.items.known([id])).size).toBe(0);
  expect((await store.items.summaries([id])).size).toBe(0);
  expect(await store.statements.ofItem(id)).toEqual([]);
});
