import { BatchGetCommand, BatchWriteCommand } from '@aws-sdk/lib-dynamodb';
import { StoreError } from '../model/errors.ts';
import type { Attributes } from './codec.ts';
import type { Key } from './keys.ts';
import { attempt, type TableContext } from './table.ts';
import { projectionInput } from './table-queries.ts';

/** Limits of BatchWriteItem and BatchGetItem (Amazon DynamoDB API reference). */
const WRITES_A_BATCH = 25;
const READS_A_BATCH = 100;
/** A batch holds 16 MB at most; bodies come in pieces of 350 KB, so 25 of them always fit. */
const AT_ONCE = 4;
const ATTEMPTS = 8;
const FIRST_PAUSE = 50;

/** The records with these keys that there are, in no order; each key once. */
export async function batchGet(
  context: TableContext,
  wanted: Key[],
  options: { fields?: readonly string[]; consistent?: boolean } = {},
): Promise<Attributes[]> {
  const unique = [...new Map(wanted.map(({ pk, sk }) => [`${pk}\n${sk}`, { pk, sk }])).values()];
  const found = await eachChunk(unique, READS_A_BATCH, (chunk) => readChunk(context, chunk, options));
  return found.flat();
}

/** Puts and deletes; a key may stand in only once. When it throws, any part of them may have been done. */
export async function batchWrite(
  context: TableContext,
  puts: readonly (Attributes & Key)[],
  deletes: readonly Key[] = [],
): Promise<void> {
  const requests = [
    ...puts.map((record) => ({ PutRequest: { Item: record as Attributes } })),
    ...deletes.map(({ pk, sk }) => ({ DeleteRequest: { Key: { pk, sk } } })),
  ];
  await eachChunk(requests, WRITES_A_BATCH, (chunk) => writeChunk(context, chunk));
}

type WriteRequest = { PutRequest: { Item: Attributes } } | { DeleteRequest: { Key: Attributes } };

async function writeChunk(context: TableContext, chunk: WriteRequest[]): Promise<void> {
  await untilDone(context, chunk, async (left) => {
    const command = new BatchWriteCommand({ RequestItems: { [context.table]: left } });
    const answer = await attempt(context, `write ${left.length} records`, () => context.client.send(command));
    return (answer.UnprocessedItems?.[context.table] ?? []) as WriteRequest[];
  });
}

async function readChunk(
  context: TableContext,
  chunk: Key[],
  options: { fields?: readonly string[]; consistent?: boolean },
): Promise<Attributes[]> {
  const found: Attributes[] = [];
  const projection = options.fields ? projectionInput(options.fields) : {};
  await untilDone(context, chunk as Attributes[], async (left) => {
    const request = { Keys: left, ...projection, ...(options.consistent ? { ConsistentRead: true } : {}) };
    const command = new BatchGetCommand({ RequestItems: { [context.table]: request } });
    const answer = await attempt(context, `read ${left.length} records`, () => context.client.send(command));
    found.push(...(answer.Responses?.[context.table] ?? []));
    return answer.UnprocessedKeys?.[context.table]?.Keys ?? [];
  });
  return found;
}

/** Sends what is left again, after pauses that double, until nothing is. */
async function untilDone<T>(context: TableContext, all: T[], send: (left: T[]) => Promise<T[]>): Promise<void> {
  let left = all;
  for (let round = 0; left.length > 0; round++) {
    if (round === ATTEMPTS) {
      const message = `the table ${context.table} left ${left.length} of ${all.length} records undone ${ATTEMPTS} times`;
      throw new StoreError('unavailable', message);
    }
    if (round > 0) await context.delay(FIRST_PAUSE * 2 ** (round - 1));
    left = await send(left);
  }
}

/** Works on chunks of the list, a few at once. */
async function eachChunk<T, R>(list: T[], size: number, work: (chunk: T[]) => Promise<R>): Promise<R[]> {
  const chunks = Array.from({ length: Math.ceil(list.length / size) }, (_, n) => list.slice(n * size, (n + 1) * size));
  const results: R[] = [];
  for (let n = 0; n < chunks.length; n += AT_ONCE) {
    results.push(...(await Promise.all(chunks.slice(n, n + AT_ONCE).map(work))));
  }
  return results;
}
