import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
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
import * as fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { directClient } from '../../../../local/embedded-store/direct-client.ts';
import { openEngine } from '../../../../local/embedded-store/engine/open-engine.ts';
import { connectToSocket, ensureTable } from '../../../../local/embedded-store/socket-client.ts';
import { listenOnSocket } from '../../../../local/embedded-store/socket-server.ts';
import { listenWithDynalite } from '../../../support/dynalite-socket.ts';

type Row = Record<string, unknown>;
const TableName = 'dateline';

let clients: { dynalite: DynamoDBDocumentClient; direct: DynamoDBDocumentClient; socket: DynamoDBDocumentClient };
const closing: (() => unknown)[] = [];

beforeAll(async () => {
  const folder = await mkdtemp(join(tmpdir(), 'dateline-engine-'));
  const reference = await listenWithDynalite(join(folder, 'dynalite.sock'));
  const dynalite = connectToSocket(join(folder, 'dynalite.sock'));
  await ensureTable(dynalite, TableName, setTimeout);
  const [first, second] = [await openEngine(join(folder, 'first')), await openEngine(join(folder, 'second'))];
  const server = await listenOnSocket(join(folder, 'engine.sock'), second.engine);
  const socket = connectToSocket(join(folder, 'engine.sock'));
  await ensureTable(socket, TableName, setTimeout);
  clients = { dynalite, direct: directClient(first.engine), socket };
  closing.push(
    () => dynalite.destroy(),
    () => socket.destroy(),
    reference.close,
    server.close,
    first.close,
    second.close,
    () => rm(folder, { recursive: true }),
  );
});
afterAll(async () => {
  for (const close of closing) await close();
});

const order = ({ gsi1sk, gsi3sk, pk, sk }: Row): string => JSON.stringify([gsi1sk ?? gsi3sk, pk, sk]);
const sorted = (rows: unknown): Row[] =>
  (rows as Row[]).map(plain).toSorted((one, other) => (order(one) < order(other) ? -1 : 1));
const plain = (row: Row): Row =>
  Object.fromEntries(
    Object.entries(row).map(([name, value]) => [name, value instanceof Uint8Array ? [...value] : value]),
  );

/** What is the same wherever a command is sent: the answer without figures of the service, or the name of the error. */
async function outcome(client: DynamoDBDocumentClient, command: unknown): Promise<unknown> {
  try {
    const answer = (await client.send(command as never)) as Row;
    const { Items, Item, Attributes, Responses } = answer as Record<string, Row & Row[]>;
    const isOrdered = command instanceof QueryCommand && command.input.IndexName === undefined;
    return {
      ...(Items ? { items: isOrdered ? Items.map(plain) : sorted(Items) } : {}),
      ...(Item ? { item: plain(Item) } : {}),
      ...(Attributes ? { attributes: plain(Attributes) } : {}),
      ...(Responses ? { found: sorted((Responses as unknown as Record<string, Row[]>)[TableName]) } : {}),
    };
  } catch (error) {
    return { error: (error as Error).name };
  }
}

const COMMANDS = {
  BatchGet: BatchGetCommand,
  BatchWrite: BatchWriteCommand,
  Delete: DeleteCommand,
  Get: GetCommand,
  Put: PutCommand,
  Query: QueryCommand,
  Scan: ScanCommand,
  Update: UpdateCommand,
};

/** A command before it is made. */
interface Plan {
  name: keyof typeof COMMANDS;
  input: Row;
}

const plan = (name: Plan['name'], input: Row): Plan => ({ name, input });

async function sendToAll(plans: Plan[]): Promise<void> {
  for (const { name, input } of plans) {
    const command = new COMMANDS[name](input as never);
    const expected = await outcome(clients.dynalite, command);
    const told = `${name} ${JSON.stringify(input)}`;
    expect(await outcome(clients.direct, command), told).toEqual(expected);
    expect(await outcome(clients.socket, command), told).toEqual(expected);
  }
}

const text = fc.constantFrom('a', 'ab', 'a#1', 'b', 'é', '\u{1f600}', 'z~', 'a\u0001', 'a\u0000b', 'ﬁ');
const keyArbitrary = fc.record({ pk: fc.constantFrom('p', 'p#1', 'q\u0001'), sk: text });
// Nothing is empty: dynalite finds no size in what is, where DynamoDB finds 0.
const value = fc.oneof(
  fc.string({ minLength: 1 }),
  fc.integer(),
  fc.boolean(),
  fc.constant(null),
  fc.uint8Array({ minLength: 1, maxLength: 4 }),
  fc.array(fc.oneof(fc.string(), fc.integer()), { minLength: 1, maxLength: 3 }),
  fc.record({ deep: fc.integer() }),
);
const recordArbitrary = fc
  .record(
    {
      gsi1pk: fc.constantFrom('i', 'j'),
      gsi1sk: text,
      gsi3pk: fc.constant('k'),
      gsi3sk: text,
      n: fc.integer(),
      v: value,
    },
    { requiredKeys: [] },
  )
  .chain((rest) => keyArbitrary.map((key) => ({ ...rest, ...key })));

const names = { '#n': 'n', '#v': 'v' };
const condition = fc.constantFrom<[string, Record<string, string>, Row]>(
  ['attribute_exists(pk)', {}, {}],
  ['attribute_not_exists(pk) OR #n <= :m', { '#n': 'n' }, { ':m': 3 }],
  ['NOT (#n > :m AND attribute_exists(#v))', names, { ':m': 0 }],
  ['#n BETWEEN :m AND :x', { '#n': 'n' }, { ':m': -100, ':x': 100 }],
  ['#v = :v OR #v <> :w', { '#v': 'v' }, { ':v': 'a', ':w': null }],
  ['attribute_type(#v, :t) OR contains(#v, :v)', { '#v': 'v' }, { ':t': 'N', ':v': 'a' }],
  ['size(#v) < :m', { '#v': 'v' }, { ':m': 3 }],
  ['begins_with(sk, :v) AND #v.deep >= :m', { '#v': 'v' }, { ':m': 1, ':v': 'a' }],
  ['#n IN (:m, :x)', { '#n': 'n' }, { ':m': 0, ':x': 1 }],
);
const conditionInput = fc.option(condition, { nil: undefined }).map((chosen) => {
  if (!chosen) return {};
  const [ConditionExpression, bound, values] = chosen;
  return {
    ConditionExpression,
    ...(Object.keys(bound).length > 0 ? { ExpressionAttributeNames: bound } : {}),
    ...(Object.keys(values).length > 0 ? { ExpressionAttributeValues: values } : {}),
  };
});
const change = fc.constantFrom(
  { UpdateExpression: 'SET n = :one', ExpressionAttributeValues: { ':one': 1 } },
  {
    UpdateExpression: 'SET n = if_not_exists(n, :one) + :one, gsi1sk = :s',
    ExpressionAttributeValues: { ':one': 1, ':s': 'moved' },
  },
  { UpdateExpression: 'ADD n :one REMOVE gsi1pk', ExpressionAttributeValues: { ':one': 1 } },
  {
    UpdateExpression: 'SET #l = list_append(if_not_exists(#l, :none), :more)',
    ExpressionAttributeNames: { '#l': 'l' },
    ExpressionAttributeValues: { ':none': [], ':more': ['x'] },
  },
);
const range = fc.constantFrom<[string, Row]>(
  ['', {}],
  [' AND sk = :a', { ':a': 'ab' }],
  [' AND sk < :a', { ':a': 'b' }],
  [' AND sk <= :a', { ':a': 'a' }],
  [' AND sk > :a', { ':a': 'a' }],
  [' AND sk >= :a', { ':a': 'a#1' }],
  [' AND begins_with(sk, :a)', { ':a': 'a' }],
  [' AND sk BETWEEN :a AND :b', { ':a': 'a', ':b': 'b' }],
);
const command = fc.oneof(
  fc.tuple(recordArbitrary, conditionInput).map(([Item, more]) => plan('Put', { TableName, Item, ...more })),
  fc
    .tuple(keyArbitrary, change, fc.constantFrom('ALL_NEW' as const, 'NONE' as const))
    .map(([Key, more, ReturnValues]) => plan('Update', { TableName, Key, ReturnValues, ...more })),
  fc
    .tuple(keyArbitrary, conditionInput)
    .map(([Key, more]) => plan('Delete', { TableName, Key, ReturnValues: 'ALL_OLD', ...more })),
  fc
    .uniqueArray(recordArbitrary, { minLength: 1, maxLength: 6, selector: ({ pk, sk }) => `${pk}/${sk}` })
    .map((records) => {
      const writes = records.map(({ pk, sk, ...rest }, place) =>
        place % 3 === 2 ? { DeleteRequest: { Key: { pk, sk } } } : { PutRequest: { Item: { ...rest, pk, sk } } },
      );
      return plan('BatchWrite', { RequestItems: { [TableName]: writes } });
    }),
  keyArbitrary.map((Key) => plan('Get', { TableName, Key })),
  fc
    .uniqueArray(keyArbitrary, { minLength: 1, maxLength: 8, selector: ({ pk, sk }) => `${pk}/${sk}` })
    .map((Keys) => plan('BatchGet', { RequestItems: { [TableName]: { Keys, ProjectionExpression: 'pk, sk, n' } } })),
  fc
    .tuple(fc.constantFrom('p', 'p#1', 'q\u0001'), range, fc.boolean(), fc.option(fc.integer({ min: 1, max: 4 })))
    .map(([partition, [more, values], ScanIndexForward, limit]) =>
      plan('Query', {
        TableName,
        KeyConditionExpression: `pk = :p${more}`,
        ExpressionAttributeValues: { ':p': partition, ...values },
        ScanIndexForward,
        ...(limit === null ? {} : { Limit: limit }),
      }),
    ),
  fc.tuple(fc.constantFrom('gsi1', 'gsi3'), range).map(([IndexName, [more, values]]) =>
    plan('Query', {
      TableName,
      IndexName,
      KeyConditionExpression: `${IndexName}pk = :p${more.replaceAll('sk', `${IndexName}sk`)}`,
      ExpressionAttributeValues: { ':p': IndexName === 'gsi1' ? 'i' : 'k', ...values },
    }),
  ),
  fc.constant(
    plan('Scan', {
      TableName,
      FilterExpression: '#n > :m',
      ExpressionAttributeNames: { '#n': 'n' },
      ExpressionAttributeValues: { ':m': 0 },
    }),
  ),
  fc.constantFrom('gsi1', 'gsi2', 'gsi3').map((IndexName) => plan('Scan', { TableName, IndexName })),
);

test('the engine answers any commands as dynalite does, in this process and at its socket', async () => {
  const commands = fc.array(command, { minLength: 10, maxLength: 60 });
  await fc.assert(fc.asyncProperty(commands, sendToAll), { numRuns: 25 });
}, 60_000);

describe('what DynamoDB refuses is refused', () => {
  const LAX = ['a long sort key', 'an empty index key'];
  const key = { pk: 'p', sk: 's' };
  test.each<[string, unknown]>([
    ['an empty key', new PutCommand({ TableName, Item: { pk: 'p', sk: '' } })],
    ['a key of another type', new PutCommand({ TableName, Item: { pk: 1, sk: 's' } })],
    ['a missing key', new PutCommand({ TableName, Item: { pk: 'p' } })],
    ['a long partition key', new PutCommand({ TableName, Item: { pk: 'p'.repeat(2049), sk: 's' } })],
    ['a long sort key', new PutCommand({ TableName, Item: { pk: 'p', sk: 'é'.repeat(513) } })],
    ['an index key of another type', new PutCommand({ TableName, Item: { ...key, gsi1pk: 1, gsi1sk: 's' } })],
    ['an empty index key', new PutCommand({ TableName, Item: { ...key, gsi2pk: '' } })],
    ['too large a record', new PutCommand({ TableName, Item: { ...key, v: 'x'.repeat(410_000) } })],
    [
      'the same key twice in a batch',
      new BatchWriteCommand({
        RequestItems: { [TableName]: [{ PutRequest: { Item: key } }, { DeleteRequest: { Key: key } }] },
      }),
    ],
    [
      'too large a batch',
      new BatchWriteCommand({
        RequestItems: {
          [TableName]: Array.from({ length: 26 }, (_, n) => ({ PutRequest: { Item: { pk: 'p', sk: `${n}` } } })),
        },
      }),
    ],
    ['an expression that is none', new PutCommand({ TableName, Item: key, ConditionExpression: 'pk ==' })],
    ['a value that is not given', new PutCommand({ TableName, Item: key, ConditionExpression: 'pk = :nothing' })],
    [
      'a number added to a text',
      new UpdateCommand({
        TableName,
        Key: key,
        UpdateExpression: 'ADD pk2 :one',
        ExpressionAttributeValues: { ':one': 'x' },
      }),
    ],
    [
      'an unknown index',
      new QueryCommand({
        TableName,
        IndexName: 'gsi9',
        KeyConditionExpression: 'pk = :p',
        ExpressionAttributeValues: { ':p': 'p' },
      }),
    ],
  ])('%s', async (name, refused) => {
    for (const client of Object.values(clients)) {
      // dynalite takes some of what DynamoDB itself refuses.
      if (client === clients.dynalite && LAX.includes(name)) continue;
      expect(await outcome(client, refused)).toEqual({ error: 'ValidationException' });
    }
  });
});

test('a page ends before it is too large, and the next one goes on there', async () => {
  const { direct } = clients;
  const data = 'x'.repeat(300_000);
  for (let n = 0; n < 9; n++) {
    await direct.send(
      new PutCommand({ TableName, Item: { pk: 'large', sk: `${n}`, gsi2pk: 'large', gsi2sk: 's', data } }),
    );
  }
  for (const IndexName of [undefined, 'gsi2']) {
    const seen: unknown[] = [];
    let pages = 0;
    let ExclusiveStartKey: Row | undefined;
    do {
      const page = await direct.send(
        new QueryCommand({
          TableName,
          IndexName,
          KeyConditionExpression: `${IndexName ?? ''}pk = :p`,
          ExpressionAttributeValues: { ':p': 'large' },
          ScanIndexForward: false,
          ExclusiveStartKey,
        }),
      );
      seen.push(...(page.Items ?? []).map(({ sk }) => sk));
      ExclusiveStartKey = page.LastEvaluatedKey;
      pages++;
    } while (ExclusiveStartKey);
    expect(seen).toEqual(['8', '7', '6', '5', '4', '3', '2', '1', '0']);
    expect(pages).toBe(3);
  }
});
