import { expect, test } from 'vitest';
import { createStore } from '../../../lambda/store/create-store.ts';
import { dumpTable } from '../../support/dump-table.ts';
import { dyingTable, type Fate } from '../../support/dying-table.ts';
import { type MemoryStore, openMemoryStore } from '../../support/memory-store.ts';
import { sampleBundle } from '../../support/sample-bundle.ts';

const bundle = sampleBundle({ statements: 40, comingDates: 3 });

async function dumpAfter(work: (memory: MemoryStore) => Promise<void>) {
  const memory = await openMemoryStore();
  try {
    await memory.store.items.save(bundle);
    await work(memory);
    return await dumpTable(memory.table);
  } finally {
    await memory.close();
  }
}

test.each(['nothing', 'some', 'all'] satisfies Fate[])(
  'a removal can die at every write (%s of it done) and be run again, and no item is ever without its body',
  async (fate) => {
    const undisturbed = await dumpAfter(({ store }) => store.items.remove(bundle.item.id));
    let isOver = false;
    for (let fatal = 1; !isOver; fatal++) {
      const disturbed = await dumpAfter(async (memory) => {
        const dying = createStore({ ...memory, table: dyingTable(memory.table, fatal, fate).table });
        isOver = await dying.items.remove(bundle.item.id).then(
          () => true,
          () => false,
        );
        const found = await memory.store.items.get(bundle.item.id);
        if (found) expect(found).toEqual({ ...bundle.item, edition: expect.any(String) });
        await memory.store.items.remove(bundle.item.id);
      });
      expect(disturbed, `after death at write ${fatal}`).toEqual(undisturbed);
      if (!isOver) expect(fatal).toBeLessThan(20);
    }
  },
);
