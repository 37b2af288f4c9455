import type {
  BatchGetCommandInput,
  BatchGetCommandOutput,
  BatchWriteCommandInput,
  DeleteCommandInput,
  GetCommandInput,
  PutCommandInput,
  QueryCommandInput,
  ScanCommandInput,
  UpdateCommandInput,
} from '@aws-sdk/lib-dynamodb';
import type { ClassicLevel } from 'classic-level';
import { INDEX_NAMES } from '../../../lambda/model/names.ts';
import type { Attributes, IndexName } from '../../../lambda/store/table/port.ts';
import { keyOf } from './check-record.ts';
import { type Condition, readCondition } from './expressions/condition.ts';
import type { Bindings } from './expressions/tokens.ts';
import { readChange } from './expressions/update.ts';
import { readKeyCondition } from './key-condition.ts';
import { readPage } from './reader.ts';
import { recordOf } from './record-text.ts';
import { conditionFailed, RequestRefused } from './refusals.ts';
import { type RowRange, recordRow, wholeSpace } from './row-keys.ts';
import type { Write, Writer } from './writer.ts';

/** What DynamoDB's commands ask for beside keys and records. */
type Expressions = {
  ConditionExpression?: string | undefined;
  FilterExpression?: string | undefined;
  ProjectionExpression?: string | undefined;
  ExpressionAttributeNames?: Record<string, string> | undefined;
  ExpressionAttributeValues?: Record<string, unknown> | undefined;
};

const READS_A_BATCH = 100;
const WRITES_A_BATCH = 25;

/**
 * One table of DynamoDB's kind on a LevelDB database, with the commands that the store sends, in the document client's form. Index rows are written
 * together with their record, so that one is never there without the other. Throws RequestRefused and ConditionalCheckFailedException as DynamoDB does.
 */
export function createEngine(level: ClassicLevel<string, string>, writer: Writer) {
  // A look into memory or the system's cache takes less time than the way to another thread and back.
  const find = (key: Attributes): Attributes | undefined => {
    const text = level.getSync(recordRow(keyOf(key)));
    return text === undefined ? undefined : recordOf(text);
  };
  const list = async (input: QueryCommandInput | ScanCommandInput, index: IndexName | null, range: RowRange) => {
    const { Limit: limit, ExclusiveStartKey: after } = input;
    const descending = 'ScanIndexForward' in input && input.ScanIndexForward === false;
    const filter = conditionOf(input.FilterExpression, input);
    const { records, scanned, last } = await readPage(level, { index, range, descending, limit, after, filter });
    const only = projection(input);
    return {
      Items: records.map(only),
      Count: records.length,
      ScannedCount: scanned,
      ...(last ? { LastEvaluatedKey: last } : {}),
    };
  };

  return {
    async get(input: GetCommandInput) {
      const found = find(input.Key as Attributes);
      return found === undefined ? {} : { Item: projection(input)(found) };
    },
    async put(input: PutCommandInput) {
      const record = input.Item as Attributes;
      await writer.write([{ key: keyOf(record), become: guarded(input, () => record) }]);
      return {};
    },
    async update(input: UpdateCommandInput) {
      const key = keyOf(input.Key as Attributes);
      const change = readChange(input.UpdateExpression ?? '', bindingsOf(input));
      let after: Attributes = {};
      const become = guarded(input, (before) => {
        after = { ...change(before ?? key), ...key };
        return after;
      });
      const [before] = await writer.write([{ key, become }]);
      if (input.ReturnValues === 'ALL_NEW') return { Attributes: structuredClone(after) };
      return input.ReturnValues === 'ALL_OLD' && before ? { Attributes: before } : {};
    },
    async delete(input: DeleteCommandInput) {
      const [before] = await writer.write([
        { key: keyOf(input.Key as Attributes), become: guarded(input, () => null) },
      ]);
      return input.ReturnValues === 'ALL_OLD' && before ? { Attributes: before } : {};
    },
    async batchGet(input: BatchGetCommandInput): Promise<Pick<BatchGetCommandOutput, 'Responses' | 'UnprocessedKeys'>> {
      const [table, request] = onlyTable(input.RequestItems);
      const keys = request.Keys ?? [];
      checkCount(keys.length, READS_A_BATCH);
      const records = keys.map(find).filter((record) => record !== undefined);
      return { Responses: { [table]: records.map(projection(request)) }, UnprocessedKeys: {} };
    },
    async batchWrite(input: BatchWriteCommandInput) {
      const [, requests] = onlyTable(input.RequestItems);
      checkCount(requests.length, WRITES_A_BATCH);
      const writes = requests.map(({ PutRequest, DeleteRequest }): Write => {
        const record = (PutRequest?.Item ?? null) as Attributes | null;
        return { key: keyOf((record ?? DeleteRequest?.Key ?? {}) as Attributes), become: () => record };
      });
      const keys = new Set(writes.map(({ key }) => recordRow(key)));
      if (keys.size < writes.length) throw new RequestRefused('Provided list of item keys contains duplicates');
      await writer.write(writes);
      return { UnprocessedItems: {} };
    },
    async query(input: QueryCommandInput) {
      const index = indexOf(input.IndexName);
      return list(input, index, readKeyCondition(input.KeyConditionExpression ?? '', bindingsOf(input), index));
    },
    async scan(input: ScanCommandInput) {
      const index = indexOf(input.IndexName);
      return list(input, index, wholeSpace(index));
    },
  };
}

/** A table of DynamoDB's kind on this machine. */
export type Engine = ReturnType<typeof createEngine>;

const bindingsOf = (input: Expressions): Bindings => ({
  names: input.ExpressionAttributeNames,
  values: input.ExpressionAttributeValues,
});

const conditionOf = (text: string | undefined, input: Expressions): Condition | null =>
  text === undefined ? null : readCondition(text, bindingsOf(input));

/** The change, where the command's condition holds for the record as it is. */
function guarded(input: Expressions, become: Write['become']): Write['become'] {
  const condition = conditionOf(input.ConditionExpression, input);
  return (before) => {
    if (condition !== null && !condition(before ?? {})) throw conditionFailed();
    return become(before);
  };
}

/** Leaves of a record what the command asks for. */
function projection({ ProjectionExpression: wanted, ExpressionAttributeNames: names }: Expressions) {
  if (wanted === undefined) return (record: Attributes): Attributes => record;
  const fields = wanted.split(',').map((word) => names?.[word.trim()] ?? word.trim());
  const nested = fields.find((field) => field.startsWith('#') || (names === undefined && /[.[]/.test(field)));
  if (nested !== undefined) throw new RequestRefused(`only whole attributes can be asked for, not ${nested}`);
  return (record: Attributes): Attributes =>
    Object.fromEntries(fields.filter((field) => record[field] !== undefined).map((field) => [field, record[field]]));
}

function onlyTable<Request>(requests: Record<string, Request> | undefined): [string, Request] {
  const [first, ...others] = Object.entries(requests ?? {});
  if (first === undefined || others.length > 0) throw new RequestRefused('a batch is of one table');
  return first;
}

function checkCount(count: number, most: number): void {
  if (count < 1 || count > most) throw new RequestRefused(`a batch has 1 to ${most} records, not ${count}`);
}

function indexOf(name: string | undefined): IndexName | null {
  if (name === undefined) return null;
  const index = INDEX_NAMES.find((known) => known === name);
  if (index === undefined) throw new RequestRefused(`The table does not have the specified index: ${name}`);
  return index;
}
