import type { AttributeValue } from '@aws-sdk/client-dynamodb';
import { type DynamoDBDocumentClient, GetCommand } from '@aws-sdk/lib-dynamodb';
import { marshall } from '@aws-sdk/util-dynamodb';
import { INDEX_NAMES } from '../../lambda/model/names.ts';
import { keyAttributes } from '../../lambda/store/table/table-schema.ts';
import { recordSize, writeUnits } from './record-size.ts';

type Attributes = Record<string, unknown>;
type Command = { input: Record<string, unknown>; constructor: { name: string } };

/** Units of one kind of record. */
export interface KindUnits {
  writes: number;
  tableUnits: number;
  indexUnits: number;
}

/** What the commands of one stretch of work have taken. */
export interface ConsumedCapacity {
  byKind: Map<string, KindUnits>;
  readUnits: number;
  /** Write units of the table alone as the store itself returned them (ReturnConsumedCapacity). */
  returnedTableUnits: number;
  requests: number;
}

/** An empty meter. */
export const newConsumedCapacity = (): ConsumedCapacity => ({
  byKind: new Map(),
  readUnits: 0,
  returnedTableUnits: 0,
  requests: 0,
});

/**
 * A client that counts. The units of reads and of writes to the table are those that the store returns; it returns none for writes to indexes, so
 * that these are counted by the rules of the developer guide from the records before and after: a new, changed or gone row costs its size, one
 * whose key moves costs both.
 */
export function countingClient(
  client: DynamoDBDocumentClient,
  consumed: () => ConsumedCapacity,
): DynamoDBDocumentClient {
  const read = async (table: string, key: Attributes): Promise<Attributes | undefined> =>
    (await client.send(new GetCommand({ TableName: table, Key: key, ConsistentRead: true }))).Item;
  const send = async (command: Command): Promise<unknown> => {
    command.input.ReturnConsumedCapacity = 'INDEXES';
    const touched = keysOf(command);
    const before = await Promise.all(touched.map(({ table, key }) => read(table, key)));
    const answer = (await client.send(command as never)) as Attributes;
    const units = unitsReturned(answer);
    const counted = consumed();
    counted.requests += 1;
    if (touched.length === 0) {
      counted.readUnits += units;
    } else {
      counted.returnedTableUnits += units;
      for (const [n, { table, key }] of touched.entries()) count(counted, key, before[n], await read(table, key));
    }
    return answer;
  };
  return { send } as unknown as DynamoDBDocumentClient;
}

function unitsReturned({ ConsumedCapacity }: Attributes): number {
  const list = (Array.isArray(ConsumedCapacity) ? ConsumedCapacity : [ConsumedCapacity]) as {
    CapacityUnits?: number;
  }[];
  return list.reduce((sum, one) => sum + (one?.CapacityUnits ?? 0), 0);
}

function keysOf(command: Command): { table: string; key: Attributes }[] {
  const { input } = command;
  const { name: kind } = command.constructor;
  const keyOf = (record: Attributes): Attributes => ({ pk: record.pk, sk: record.sk });
  const table = String(input.TableName);
  if (kind === 'PutCommand') return [{ table, key: keyOf(input.Item as Attributes) }];
  if (/^(Update|Delete)Command$/.test(kind)) return [{ table, key: input.Key as Attributes }];
  if (kind !== 'BatchWriteCommand') return [];
  return Object.entries(input.RequestItems as Record<string, Attributes[]>).flatMap(([name, requests]) =>
    requests.map((request) => {
      const put = request.PutRequest as { Item: Attributes } | undefined;
      const gone = request.DeleteRequest as { Key: Attributes } | undefined;
      return { table: name, key: put ? keyOf(put.Item) : (gone?.Key ?? {}) };
    }),
  );
}

function count(
  consumed: ConsumedCapacity,
  key: Attributes,
  before: Attributes | undefined,
  after: Attributes | undefined,
): void {
  const kind = kindOf(key);
  const sum = consumed.byKind.get(kind) ?? { writes: 0, tableUnits: 0, indexUnits: 0 };
  const [old, fresh] = [before, after].map((record) => record && marshalled(record));
  sum.writes += 1;
  sum.tableUnits += writeUnits(Math.max(sizeOf(old), sizeOf(fresh)));
  for (const index of INDEX_NAMES) sum.indexUnits += indexUnits(index, old, fresh);
  consumed.byKind.set(kind, sum);
}

function indexUnits(index: (typeof INDEX_NAMES)[number], old: Marshalled, fresh: Marshalled): number {
  const names = keyAttributes(index);
  const place = (record: Marshalled) =>
    record?.[names.partition] && [record[names.partition]?.S, record[names.sort]?.S].join('\n');
  const [from, to] = [place(old), place(fresh)];
  if (from && from === to) {
    return JSON.stringify(old) === JSON.stringify(fresh) ? 0 : writeUnits(Math.max(sizeOf(old), sizeOf(fresh)));
  }
  return (from ? writeUnits(sizeOf(old)) : 0) + (to ? writeUnits(sizeOf(fresh)) : 0);
}

type Marshalled = Record<string, AttributeValue> | undefined;

export const marshalled = (record: Attributes): Record<string, AttributeValue> =>
  marshall(record, { removeUndefinedValues: true });

const sizeOf = (record: Marshalled): number => (record ? recordSize(record as never) : 0);

/** The kind of record that stands at a key, as `STMT`, `ITEM`, `BODY`. */
export function kindOf({ pk, sk }: Attributes): string {
  const [first] = String(pk).split('#');
  const [second] = String(sk).split('#');
  if (first === 'ITEM') return second === 'META' ? 'ITEM' : String(second);
  if (first === 'FEED') return second === 'META' ? 'FEED' : String(second);
  if (first === 'SPEAKER') return second === 'META' ? 'SPEAKER' : 'NAME';
  return first === 'URL' || first === 'TEXT' ? 'COPY' : String(first);
}
