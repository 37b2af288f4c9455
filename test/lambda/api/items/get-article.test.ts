import { expect, onTestFinished, test } from 'vitest';
import { getArticle } from '../../../../lambda/api/items/get-article.ts';
import { createOutlets } from '../../../../lambda/api/kernel/outlets.ts';
import type { Store } from '../../../../lambda/store/store.ts';
import type { ItemBundle } from '../../../../lambda/store/store-shapes.ts';
import { openMemoryStore } from '../../../support/memory-store.ts';
import { sampleBundle } from '../../../support/sample-bundle.ts';

/** Reads an article while revisions of it are stored right behind the first readings of its record. */
async function readBetween(revisions: ItemBundle[]) {
  const { store, clock, close } = await openMemoryStore();
  onTestFinished(close);
  const [first, ...later] = revisions as [ItemBundle, ...ItemBundle[]];
  await store.items.save(first);
  let previous = first;
  const items: Store['items'] = {
    ...store.items,
    async whole(id) {
      const found = await store.items.whole(id);
      const next = later.shift();
      if (next) {
        const { item } = next;
        const revised = { ...item, revision: previous.item.revision + 1 };
        const known = (await store.items.known([id])).get(id) ?? null;
        expect((await store.items.save({ ...next, item: revised, previous: known })).outcome).toBe('stored');
        previous = { ...next, item: revised };
      }
      return found;
    },
  };
  return getArticle(first.item.id, { store: { ...store, items }, clock, outlets: createOutlets(store.feeds, clock) });
}

test('an article that changes while it is read is shown as its next revision, with the statements of that', async () => {
  const article = await readBetween([
    sampleBundle({ statements: 2 }),
    sampleBundle({
      statements: 3,
      text: 'Another text of the ferry, said Mira Lund, who had read it twice. '.repeat(4),
    }),
  ]);
  expect(article).toMatchObject({ revision: 2, statementCount: 3 });
  expect(article.statements).toHaveLength(3);
});

test('one that never comes to rest is shown after some tries', async () => {
  const texts = Array.from({ length: 9 }, (_, n) =>
    `Text ${n} of the ferry, said Mira Lund, who had read it. `.repeat(4),
  );
  const article = await readBetween(texts.map((text) => sampleBundle({ statements: 2, text })));
  expect(article.revision).toBe(5);
});
