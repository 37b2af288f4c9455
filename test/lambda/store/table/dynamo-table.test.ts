import { BatchGetCommand, BatchWriteCommand, type DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { dynamoTable } from '../../../../lambda/store/table/dynamo-table.ts';
import type { Table } from '../../../../lambda/store/table/port.ts';
import { type DynaliteStore, openDynaliteStore } from '../../../support/dynalite-store.ts';

let opened: DynaliteStore;
beforeEach(async () => {
  opened = await openDynaliteStore();
});
afterEach(() => opened.close());

/** A table that does only the first `share` records of each batch and hands the others back, as a throttled one does. */
function throttled(share: number): { table: Table; pauses: number[] } {
  const pauses: number[] = [];
  const { name } = opened;
  const send = async (command: unknown) => {
    if (command instanceof BatchWriteCommand) {
      const requests = command.input.RequestItems?.[name] ?? [];
      const done = new BatchWriteCommand({ RequestItems: { [name]: requests.slice(0, share) } });
      if (share > 0) await opened.client.send(done);
      return { UnprocessedItems: requests.length > share ? { [name]: requests.slice(share) } : {} };
    }
    const { Keys = [] } = (command as BatchGetCommand).input.RequestItems?.[name] ?? {};
    const done = new BatchGetCommand({ RequestItems: { [name]: { Keys: Keys.slice(0, share) } } });
    const answer = await opened.client.send(done);
    return { ...answer, UnprocessedKeys: Keys.length > share ? { [name]: { Keys: Keys.slice(share) } } : {} };
  };
  const client = { send } as unknown as DynamoDBDocumentClient;
  const delay = async (milliseconds: number) => void pauses.push(milliseconds);
  return { table: dynamoTable({ client, name, delay }), pauses };
}

const records = (count: number) => Array.from({ length: count }, (_, n) => ({ pk: `P#${n}`, sk: 'META', n }));

test('what a throttled table leaves undone is sent again after pauses that double', async () => {
  const { table, pauses } = throttled(10);
  await table.batchWrite(records(25));
  expect(pauses).toEqual([50, 100]);
  expect(await table.batchGet(records(25))).toHaveLength(25);
});

test('a table that never does it is an error in the end', async () => {
  const { table, pauses } = throttled(0);
  await expect(table.batchWrite(records(3))).rejects.toMatchObject({ code: 'unavailable' });
  expect(pauses).toEqual([50, 100, 200, 400, 800, 1600, 3200]);
});

test('a table that is not there is an error that names it', async () => {
  const table = dynamoTable({ client: opened.client, name: 'elsewhere' });
  const error = await table.get({ pk: 'a', sk: 'b' }).catch((reason: unknown) => reason);
  expect(error).toMatchObject({ code: 'unavailable', message: expect.stringContaining('elsewhere') });
});
