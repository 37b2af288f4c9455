import { setTimeout } from 'node:timers/promises';
import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
import {
  BatchGetCommand,
  BatchWriteCommand,
  DeleteCommand,
  type DynamoDBDocumentClient,
  GetCommand,
  PutCommand,
  QueryCommand,
  ScanCommand,
  UpdateCommand,
} from '@aws-sdk/lib-dynamodb';
import { StoreError } from '../../model/errors.ts';
import { changeCondition, EXISTS } from './change-condition.ts';
import {
  conditionExpression,
  ExpressionBuilder,
  keyExpression,
  projection,
  updateExpression,
} from './dynamo-expressions.ts';
import type { Attributes, Condition, Key, Table, TableQuery } from './port.ts';

/** Limits of BatchWriteItem and BatchGetItem (Amazon DynamoDB API reference). */
const WRITES_A_BATCH = 25;
const READS_A_BATCH = 100;
/** So many batches are under way side by side. */
const BATCHES_AT_ONCE = 4;
const ATTEMPTS = 8;
const FIRST_PAUSE = 50;
const LARGEST_PAGE = 400;

/** A table of DynamoDB, or of what speaks its protocol. */
export interface DynamoTableOptions {
  /** Made with `removeUndefinedValues`. */
  client: DynamoDBDocumentClient;
  name: string;
  /** Waits that many milliseconds before what the table left undone is sent again. @default a timer */
  delay?: (milliseconds: number) => Promise<void>;
}

type WriteRequest = { PutRequest: { Item: Attributes } } | { DeleteRequest: { Key: Attributes } };
type StartKey = Record<string, unknown> | undefined;

const keyOf = ({ pk, sk }: Key): Key => ({ pk, sk });

/** The port on a table of DynamoDB. */
export function dynamoTable({
  client,
  name,
  delay = (milliseconds) => setTimeout(milliseconds),
}: DynamoTableOptions): Table {
  const attempt = async <T>(what: string, run: () => Promise<T>): Promise<T> => {
    try {
      return await run();
    } catch (error) {
      if (error instanceof ConditionalCheckFailedException) throw error;
      const reason = error instanceof Error ? error.message : String(error);
      const code = error instanceof Error && error.name === 'ValidationException' ? 'invalid-record' : 'unavailable';
      throw new StoreError(code, `the table ${name} refused to ${what}: ${reason}`, error);
    }
  };

  /** Whether the write was done: false where its condition didn't hold. */
  const conditionally = async (what: string, run: () => Promise<unknown>): Promise<boolean> => {
    try {
      await attempt(what, run);
      return true;
    } catch (error) {
      if (error instanceof ConditionalCheckFailedException) return false;
      throw error;
    }
  };

  /** Sends a batch in chunks, and what the table left undone again, after pauses that double. */
  const inChunks = async <T>(all: readonly T[], size: number, send: (chunk: T[]) => Promise<T[]>): Promise<void> => {
    const sendChunk = async (chunk: T[]): Promise<void> => {
      let left = chunk;
      for (let round = 0; left.length > 0; round++) {
        if (round === ATTEMPTS) {
          const message = `the table ${name} left ${left.length} of ${chunk.length} records undone ${ATTEMPTS} times`;
          throw new StoreError('unavailable', message);
        }
        if (round > 0) await delay(FIRST_PAUSE * 2 ** (round - 1));
        left = await send(left);
      }
    };
    const chunks = Array.from({ length: Math.ceil(all.length / size) }, (_, n) => all.slice(n * size, (n + 1) * size));
    for (let n = 0; n < chunks.length; n += BATCHES_AT_ONCE) {
      await Promise.all(chunks.slice(n, n + BATCHES_AT_ONCE).map(sendChunk));
    }
  };

  return {
    async get({ pk, sk }, { consistent = true } = {}) {
      const command = new GetCommand({ TableName: name, Key: { pk, sk }, ConsistentRead: consistent });
      return (await attempt(`read ${pk} / ${sk}`, () => client.send(command))).Item ?? null;
    },

    async batchGet(wanted, { fields, consistent = false } = {}) {
      const unique = [...new Map(wanted.map((key) => [`${key.pk}\n${key.sk}`, keyOf(key)])).values()];
      const builder = new ExpressionBuilder();
      const options = { ...projection(fields, builder), ...builder.attributes(), ConsistentRead: consistent };
      const found: Attributes[] = [];
      await inChunks<Attributes>(unique, READS_A_BATCH, async (left) => {
        const command = new BatchGetCommand({ RequestItems: { [name]: { Keys: left, ...options } } });
        const answer = await attempt(`read ${left.length} records`, () => client.send(command));
        found.push(...(answer.Responses?.[name] ?? []));
        return answer.UnprocessedKeys?.[name]?.Keys ?? [];
      });
      return found;
    },

    async *query(query) {
      if (isEmptyRange(query)) return;
      const builder = new ExpressionBuilder();
      const input = {
        TableName: name,
        ...(query.index ? { IndexName: query.index } : {}),
        KeyConditionExpression: keyExpression(query, builder),
        ...projection(query.fields, builder),
        ...builder.attributes(),
        ScanIndexForward: !query.reverse,
        ConsistentRead: query.consistent ?? false,
      };
      let start: StartKey;
      let limit = query.pageSize;
      do {
        const command = new QueryCommand({ ...input, Limit: limit, ExclusiveStartKey: start });
        const page = await attempt(`query ${query.partition}`, () => client.send(command));
        yield* page.Items ?? [];
        start = page.LastEvaluatedKey;
        limit = limit && Math.min(limit * 2, LARGEST_PAGE);
      } while (start);
    },

    async *scan({ where, fields, consistent = false } = {}) {
      const builder = new ExpressionBuilder();
      const filter = where ? { FilterExpression: conditionExpression(where, builder) } : {};
      const wanted = { ...filter, ...projection(fields, builder), ...builder.attributes(), ConsistentRead: consistent };
      let start: StartKey;
      do {
        const command = new ScanCommand({ TableName: name, ...wanted, ExclusiveStartKey: start });
        const page = await attempt('scan', () => client.send(command));
        yield* page.Items ?? [];
        start = page.LastEvaluatedKey;
      } while (start);
    },

    put(record, condition) {
      const command = new PutCommand({ TableName: name, Item: record, ...conditionInput(condition) });
      return conditionally(`write ${record.pk} / ${record.sk}`, () => client.send(command));
    },

    update({ pk, sk }, change, condition) {
      const builder = new ExpressionBuilder();
      const update = updateExpression(change, builder);
      const command = new UpdateCommand({
        TableName: name,
        Key: { pk, sk },
        ...(update === '' ? {} : { UpdateExpression: update }),
        ...conditionInput(changeCondition(change, condition), builder),
      });
      return conditionally(`change ${pk} / ${sk}`, () => client.send(command));
    },

    delete({ pk, sk }, condition = EXISTS) {
      const command = new DeleteCommand({ TableName: name, Key: { pk, sk }, ...conditionInput(condition) });
      return conditionally(`delete ${pk} / ${sk}`, () => client.send(command));
    },

    async batchWrite(puts, deletes = []) {
      const requests: WriteRequest[] = [
        ...puts.map((record) => ({ PutRequest: { Item: record } })),
        ...deletes.map((key) => ({ DeleteRequest: { Key: keyOf(key) } })),
      ];
      await inChunks(requests, WRITES_A_BATCH, async (left) => {
        const command = new BatchWriteCommand({ RequestItems: { [name]: left } });
        const answer = await attempt(`write ${left.length} records`, () => client.send(command));
        return (answer.UnprocessedItems?.[name] ?? []) as WriteRequest[];
      });
    },
  };
}

/** DynamoDB refuses such a range; it compares bytes of UTF-8, and texts are compared otherwise here. */
function isEmptyRange({ low, high }: TableQuery): boolean {
  return low !== undefined && high !== undefined && Buffer.compare(Buffer.from(low), Buffer.from(high)) > 0;
}

function conditionInput(condition: Condition | undefined, builder = new ExpressionBuilder()) {
  const expression = condition ? { ConditionExpression: conditionExpression(condition, builder) } : {};
  return { ...expression, ...builder.attributes() };
}
