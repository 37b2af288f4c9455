import type { Engine } from './engine/engine.ts';
import { RequestRefused } from './engine/refusals.ts';
import { recordFromWire, recordToWire } from './wire.ts';

type Values = Record<string, unknown>;
type WireRecord = Parameters<typeof recordFromWire>[0];

/** Members of requests that hold a record, or a map of values. */
const RECORDS_IN = ['Key', 'Item', 'ExpressionAttributeValues', 'ExclusiveStartKey'];
/** Members of answers that do. */
const RECORDS_OUT = ['Item', 'Attributes', 'LastEvaluatedKey'];

const mapped = (values: Values, change: (value: unknown) => unknown): Values =>
  Object.fromEntries(Object.entries(values).map(([name, value]) => [name, change(value)]));

function request(body: Values): Values {
  return Object.fromEntries(
    Object.entries(body).map(([name, value]) => {
      if (RECORDS_IN.includes(name)) return [name, recordFromWire(value as WireRecord)];
      return [name, name === 'RequestItems' ? mapped(value as Values, batchOf) : value];
    }),
  );
}

/** What is asked of one table: keys to read, or puts and deletes. */
function batchOf(batch: unknown): unknown {
  if (Array.isArray(batch)) return batch.map((one) => mapped(one as Values, (write) => request(write as Values)));
  const { Keys: keys, ...rest } = batch as { Keys: WireRecord[] };
  return { ...rest, Keys: keys.map(recordFromWire) };
}

function answer(result: Values): Values {
  const list = (records: unknown) => (records as Values[]).map(recordToWire);
  return Object.fromEntries(
    Object.entries(result).map(([name, value]) => {
      if (RECORDS_OUT.includes(name)) return [name, recordToWire(value as Values)];
      if (name === 'Items') return [name, list(value)];
      return [name, name === 'Responses' ? mapped(value as Values, list) : value];
    }),
  );
}

/** Answers one request of DynamoDB's JSON protocol; throws what the engine throws, and RequestRefused for what it does not know. */
export async function answerRequest(engine: Engine, operation: string, body: Values): Promise<Values> {
  const input = request(body);
  const operations: Record<string, () => Promise<Values>> = {
    GetItem: () => engine.get(input as never),
    PutItem: () => engine.put(input as never),
    UpdateItem: () => engine.update(input as never),
    DeleteItem: () => engine.delete(input as never),
    BatchGetItem: () => engine.batchGet(input as never),
    BatchWriteItem: () => engine.batchWrite(input as never),
    Query: () => engine.query(input as never),
    Scan: () => engine.scan(input as never),
    DescribeTable: async () => ({ Table: { TableName: body.TableName, TableStatus: 'ACTIVE' } }),
  };
  const run = Object.hasOwn(operations, operation) ? operations[operation] : undefined;
  if (!run) throw new RequestRefused(`the operation ${operation} is not known here`);
  return answer(await run());
}
