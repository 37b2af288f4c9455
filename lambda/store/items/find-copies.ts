import { collect } from '../collect.ts';
import type { StoreContext } from '../store-context.ts';
import { MOST_LISTED, membersOf } from '../stories/record.ts';
import { readMembers } from '../stories/repository.ts';
import { decodeEach, isExpired } from '../table/codec.ts';
import { itemKey, itemRecord, type StoredItem } from './record.ts';

/** A text with more copies than this is boilerplate; so many are looked for. */
const MOST_FOUND = 100;

/**
 * The copies that each of these items has: those of its story as the last rollup found them, and items that share its address or text and are marked as its
 * copies; items without are left out. Takes a query for each story, address and text, and a read of those that share one and are in no story yet.
 */
export async function findCopies(context: StoreContext, ids: string[]): Promise<Map<string, string[]>> {
  const sharing = await Promise.all(
    (await readItems(context, ids)).map(async ({ id, storyId, copies }) => {
      const story =
        storyId === undefined ? [] : await readMembers(context, membersOf('story', storyId), MOST_LISTED, {});
      const linked = new Map(story.map(({ itemId, duplicateOf }) => [itemId, duplicateOf]));
      const lists = copies.map((partition) =>
        collect(context.table.query({ index: null, partition, pageSize: MOST_FOUND }), MOST_FOUND),
      );
      const found = new Set((await Promise.all(lists)).flat().map(({ itemId }) => String(itemId)));
      found.delete(id);
      return { id, linked, unlinked: [...found].filter((itemId) => !linked.has(itemId)) };
    }),
  );
  const others = await readItems(context, [...new Set(sharing.flatMap(({ unlinked }) => unlinked))]);
  const originals = new Map(others.map(({ id, duplicateOf }) => [id, duplicateOf]));
  const found = sharing.map(({ id, linked, unlinked }): [string, string[]] => [
    id,
    [
      ...[...linked.keys()].filter((itemId) => linked.get(itemId) === id),
      ...unlinked.filter((itemId) => originals.get(itemId) === id),
    ],
  ]);
  return new Map(found.filter(([, copies]) => copies.length > 0));
}

async function readItems(context: StoreContext, ids: string[]): Promise<StoredItem[]> {
  const found = await context.table.batchGet(ids.map(itemKey));
  const alive = found.filter((record) => !isExpired(record, context.clock.now()));
  return decodeEach(context, alive, itemRecord.decode);
}
