import { BatchGetCommand, BatchWriteCommand, type DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { TableContext } from '../../../lambda/store/table.ts';
import { batchGet, batchWrite } from '../../../lambda/store/table-batches.ts';
import { type MemoryStore, openMemoryStore } from '../../support/memory-store.ts';

let memory: MemoryStore;
beforeEach(async () => {
  memory = await openMemoryStore();
});
afterEach(() => memory.close());

/** A table that does only the first `share` records of each batch and hands the others back, as a throttled one does. */
function throttled(share: number): { context: TableContext; pauses: number[] } {
  const pauses: number[] = [];
  const { table } = memory;
  const send = async (command: unknown) => {
    if (command instanceof BatchWriteCommand) {
      const requests = command.input.RequestItems?.[table] ?? [];
      const done = new BatchWriteCommand({ RequestItems: { [table]: requests.slice(0, share) } });
      if (share > 0) await memory.client.send(done);
      return { UnprocessedItems: requests.length > share ? { [table]: requests.slice(share) } : {} };
    }
    const { Keys = [] } = (command as BatchGetCommand).input.RequestItems?.[table] ?? {};
    const done = new BatchGetCommand({ RequestItems: { [table]: { Keys: Keys.slice(0, share) } } });
    const answer = await memory.client.send(done);
    return { ...answer, UnprocessedKeys: Keys.length > share ? { [table]: { Keys: Keys.slice(share) } } : {} };
  };
  const client = { send } as unknown as DynamoDBDocumentClient;
  const delay = async (milliseconds: number) => void pauses.push(milliseconds);
  return { context: { ...memory, client, delay }, pauses };
}

const records = (count: number) => Array.from({ length: count }, (_, n) => ({ pk: `P#${n}`, sk: 'META', n }));

test('more records than a batch holds are written, read and deleted', async () => {
  const context = { ...memory, delay: async () => {} };
  const all = records(260);
  await batchWrite(context, all);
  const found = await batchGet(context, [...all, ...all]);
  expect(found.map(({ n }) => n).sort((a, b) => Number(a) - Number(b))).toEqual(all.map(({ n }) => n));
  await batchWrite(context, [], all.slice(0, 200));
  expect(await batchGet(context, all)).toHaveLength(60);
  expect(await batchGet(context, [])).toEqual([]);
});

test('what a throttled table leaves undone is sent again after pauses that double', async () => {
  const { context, pauses } = throttled(10);
  await batchWrite(context, records(25));
  expect(pauses).toEqual([50, 100]);
  expect(await batchGet(context, records(25))).toHaveLength(25);
});

test('a table that never does it is an error in the end', async () => {
  const { context, pauses } = throttled(0);
  await expect(batchWrite(context, records(3))).rejects.toMatchObject({ code: 'unavailable' });
  expect(pauses).toEqual([50, 100, 200, 400, 800, 1600, 3200]);
});
