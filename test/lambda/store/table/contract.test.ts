import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { collect } from '../../../../lambda/store/collect.ts';
import type { Attributes, Condition, Key, Table, TableQuery } from '../../../../lambda/store/table/port.ts';
import { openDynaliteStore } from '../../../support/dynalite-store.ts';
import { openMemoryTable } from '../../../support/memory-store.ts';
import { openMotoTable } from '../../../support/moto-table.ts';

/** Address of a moto server, which `npm run test:moto` starts. */
const { MOTO_ENDPOINT } = process.env;

/** The implementations of the port: what one does, the others do. */
const TABLES: Record<string, () => Promise<{ table: Table; close(): Promise<void> | void }>> = {
  DynamoDB: openDynaliteStore,
  SQLite: async () => openMemoryTable(),
  ...(MOTO_ENDPOINT ? { moto: () => openMotoTable(MOTO_ENDPOINT) } : {}),
};

/** One call, with what it is given, as a failing run shows it. */
interface Command {
  verb: string;
  given: unknown;
  run(table: Table): Promise<unknown>;
}
type Row = Attributes & Key;

const byKey = (records: Attributes[]): Attributes[] =>
  records.toSorted((a, b) => (`${a.pk} ${a.sk}` < `${b.pk} ${b.sk}` ? -1 : 1));

/** What a command answers, or the code of its error. */
const outcome = (command: Command, table: Table): Promise<unknown> =>
  command.run(table).catch((error: { code: unknown }) => ({ error: error.code }));

const part = fc.constantFrom('a', 'ab', 'b', 'z', 'é', '\uffff', '\u{10000}');
const bytes = fc.uint8Array({ maxLength: 20 });
const value = fc.oneof(
  fc.string({ maxLength: 10 }),
  fc.integer({ min: -1_000_000, max: 1_000_000 }),
  fc.boolean(),
  fc.constant(null),
  fc.constant(undefined),
  bytes,
  fc.array(fc.oneof(fc.integer({ min: 0, max: 9 }), fc.string({ maxLength: 5 }), bytes), { maxLength: 3 }),
  fc.dictionary(fc.constantFrom('x', 'y z', 'é'), fc.oneof(fc.string({ maxLength: 5 }), bytes), { maxKeys: 2 }),
);
const key = fc.record({ pk: fc.constantFrom('p', 'q'), sk: part });
const NAMES = ['n', 'v', 'text', 'revision'];
const record = fc
  .record({
    key,
    index: fc.option(fc.record({ gsi1pk: fc.constantFrom('i', 'j'), gsi1sk: part }), { nil: {} }),
    half: fc.option(fc.record({ gsi2pk: fc.constantFrom('i', 'j') }), { nil: {} }),
    ttl: fc.option(fc.record({ ttl: fc.integer({ min: 1, max: 9 }) }), { nil: {} }),
    values: fc.dictionary(fc.constantFrom(...NAMES), value, { maxKeys: 3 }),
  })
  .map(({ key: own, index, half, ttl, values }): Row => ({ ...values, ...ttl, ...half, ...index, ...own }));
const single: fc.Arbitrary<Condition> = fc.oneof(
  fc.record({ exists: fc.boolean() }),
  fc.record({ lacks: fc.constantFrom('ttl', ...NAMES) }),
  fc
    .tuple(fc.constantFrom(...NAMES), fc.oneof(fc.integer({ min: 0, max: 3 }), fc.constant(null), fc.boolean(), bytes))
    .map(([name, wanted]): Condition => ({ equals: [name, wanted] })),
  fc
    .tuple(fc.constantFrom('ttl', ...NAMES), fc.oneof(fc.integer({ min: 0, max: 9 }), part))
    .map(([name, most]): Condition => ({ atMost: [name, most] })),
);
const condition: fc.Arbitrary<Condition> = fc.oneof(
  single,
  fc.tuple(single, single).map((allOf): Condition => ({ allOf })),
  fc.tuple(single, single, single).map(([a, b, c]): Condition => ({ anyOf: [a, { allOf: [b, c] }] })),
);
const change = fc.record({
  set: fc.dictionary(fc.constantFrom('v', 'text', 'gsi3pk', 'gsi3sk'), fc.constantFrom('one', 'two'), {
    maxKeys: 2,
  }),
  remove: fc.uniqueArray(fc.constantFrom('revision', 'gsi1pk'), { maxLength: 2 }),
  add: fc.dictionary(fc.constant('n'), fc.integer({ min: -3, max: 3 }), { maxKeys: 1 }),
});
const fields = fc.option(fc.constantFrom(['pk', 'sk'], ['v', 'text', 'missing'], ['pk', 'gsi1sk']), { nil: undefined });
const query = fc.record({
  index: fc.constantFrom(null, 'gsi1' as const, 'gsi2' as const, 'gsi3' as const),
  partition: fc.constantFrom('p', 'q', 'i', 'j', 'one'),
  low: fc.option(part, { nil: undefined }),
  high: fc.option(part, { nil: undefined }),
  beginsWith: fc.option(fc.constantFrom('a', 'ab', 'é'), { nil: undefined }),
  reverse: fc.boolean(),
  pageSize: fc.option(fc.integer({ min: 1, max: 3 }), { nil: undefined }),
  fields,
});

/** Whether UTF-16 code units and UTF-8 bytes give two texts one order. */
const haveOneOrder = (a: string, b: string): boolean => a < b === Buffer.compare(Buffer.from(a), Buffer.from(b)) < 0;

/** A query has a beginning of sort keys, or bounds. Dynalite refuses bounds by UTF-16, DynamoDB by UTF-8. */
const rangeOf = ({ low, high, ...given }: TableQuery): TableQuery => {
  if (given.beginsWith !== undefined) return given;
  return low === undefined || high === undefined || haveOneOrder(low, high)
    ? { ...given, low, high }
    : { ...given, low };
};

const maybe = fc.option(condition, { nil: undefined });
function calls<T>(verb: string, given: fc.Arbitrary<T>, run: (table: Table, given: T) => Promise<unknown>) {
  return given.map((one): Command => ({ verb, given: one, run: (table) => run(table, one) }));
}

const batch = fc.tuple(fc.array(record, { maxLength: 6 }), fc.array(key, { maxLength: 3 }));

const command: fc.Arbitrary<Command> = fc.oneof(
  calls('put', fc.tuple(record, maybe), (table, given) => table.put(...given)),
  calls('update', fc.tuple(key, change, maybe), (table, given) => table.update(...given)),
  calls('delete', fc.tuple(key, maybe), (table, given) => table.delete(...given)),
  calls('batchWrite', batch, (table, given) => table.batchWrite(...given)),
  calls('get', key, (table, given) => table.get(given)),
  calls('batchGet', fc.array(key, { maxLength: 5 }), async (table, given) => byKey(await table.batchGet(given))),
  calls('query', query.map(rangeOf), async (table, given) => {
    const found = await collect(table.query(given));
    // DynamoDB says nothing of the order of records with one sort key in an index.
    return given.index === null ? found : byKey(found);
  }),
  calls('scan', maybe, async (table, where) => byKey(await collect(table.scan(where ? { where } : {})))),
);

let opened: { name: string; table: Table; close(): Promise<void> | void }[] = [];
beforeEach(async () => {
  opened = await Promise.all(Object.entries(TABLES).map(async ([name, open]) => ({ ...(await open()), name })));
});
afterEach(async () => {
  for (const { close } of opened) await close();
});

test('random commands have the same outcomes, and leave the same records', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(command, { minLength: 5, maxLength: 30 }), async (commands) => {
      const outcomes: unknown[] = [];
      // Moto compares values of different types, and takes a key twice; DynamoDB does neither.
      for (const { table } of opened.filter(({ name }) => name !== 'moto')) {
        const answers: unknown[] = [];
        for (const one of commands) answers.push(await outcome(one, table));
        const left = await collect(table.scan());
        answers.push(byKey(left));
        await table.batchWrite([], left as Row[]);
        outcomes.push(answers);
      }
      expect(outcomes[1]).toEqual(outcomes[0]);
    }),
    { numRuns: 40 },
  );
}, 120_000);

/** What DynamoDB refuses, and an emulator of it does not. */
const LAX: Record<string, string[]> = {
  DynamoDB: ['a long sort key', 'an empty index key'],
  moto: [
    ...['a key that is no text', 'a missing key', 'a long partition key', 'a long sort key', 'too large a record'],
    ...['too many bytes', 'an index key that is no text', 'a batch that has a key twice'],
  ],
};

describe.each(Object.keys(TABLES))('%s', (name) => {
  const table = (): Table => opened.find((one) => one.name === name)?.table as Table;
  const own: Key = { pk: 'p', sk: 's' };

  test('takes and gives more records than a batch or a page holds', async () => {
    const all = Array.from({ length: 260 }, (_, n) => ({
      pk: `P${n % 2}`,
      sk: `${n}`.padStart(4, '0'),
      gsi1pk: 'i',
      gsi1sk: 's',
      n,
    }));
    await table().batchWrite(all);
    expect(byKey(await table().batchGet([...all, ...all]))).toEqual(byKey(all));
    for (const reverse of [false, true]) {
      const found = await collect(table().query({ index: null, partition: 'P0', reverse, pageSize: 3 }));
      expect(found.map(({ n }) => n)).toEqual(
        all.flatMap(({ n }) => (n % 2 === 0 ? [n] : [])).toSorted((a, b) => (reverse ? b - a : a - b)),
      );
      expect(await collect(table().query({ index: 'gsi1', partition: 'i', reverse, pageSize: 7 }))).toHaveLength(260);
    }
    await table().batchWrite([], all.slice(0, 200));
    expect(await table().batchGet(all)).toHaveLength(60);
    expect(await table().batchGet([])).toEqual([]);
  });

  test('of writers at the same time just one fulfils a condition', async () => {
    const wins = await Promise.all(Array.from({ length: 8 }, (_, n) => table().put({ ...own, n }, { exists: false })));
    expect(wins.filter(Boolean)).toHaveLength(1);
    const bids = await Promise.all(
      Array.from({ length: 8 }, () => table().update(own, { set: { n: 100 } }, { equals: ['n', wins.indexOf(true)] })),
    );
    expect(bids.filter(Boolean)).toHaveLength(1);
  });

  test('pages of records as large as they may be come whole', async () => {
    const text = 'x'.repeat(390_000);
    for (let n = 0; n < 8; n++) await table().put({ pk: 'large', sk: `${n}`, gsi2pk: 'large', gsi2sk: 's', text });
    expect(await collect(table().query({ index: null, partition: 'large' }))).toHaveLength(8);
    expect(await collect(table().query({ index: 'gsi2', partition: 'large', reverse: true }))).toHaveLength(8);
  });

  test.each<[what: string, record: Attributes]>([
    ['an empty key', { pk: 'p', sk: '' }],
    ['a key that is no text', { pk: 1, sk: 's' }],
    ['a missing key', { pk: 'p' }],
    ['a long partition key', { pk: 'p'.repeat(2049), sk: 's' }],
    ['a long sort key', { pk: 'p', sk: 'é'.repeat(513) }],
    ['an empty index key', { ...own, gsi2pk: '' }],
    ['an index key that is no text', { ...own, gsi1pk: 1, gsi1sk: 's' }],
    ['too large a record', { ...own, text: 'x'.repeat(410_000) }],
    ['too many bytes', { ...own, bytes: new Uint8Array(410_000) }],
  ])('refuses %s, and stores nothing', async (what, refused) => {
    if (LAX[name]?.includes(what)) return;
    await expect(table().put(refused as Row)).rejects.toMatchObject({ code: 'invalid-record' });
    await expect(table().batchWrite([{ pk: 'good', sk: 's' }, refused as Row])).rejects.toMatchObject({
      code: 'invalid-record',
    });
    expect(await collect(table().scan())).toEqual([]);
  });

  test('refuses a batch that has a key twice', async () => {
    if (LAX[name]?.includes('a batch that has a key twice')) return;
    await expect(table().batchWrite([own], [own])).rejects.toMatchObject({ code: 'invalid-record' });
  });

  test('a change that only removes makes no record', async () => {
    expect(await table().update(own, { remove: ['text'] })).toBe(false);
    expect(await table().update(own, { set: { text: undefined } }, { exists: false })).toBe(false);
    expect(await table().get(own)).toBeNull();
    await table().put({ ...own, text: 'one', n: 1 });
    expect(await table().update(own, { remove: ['text'] })).toBe(true);
    expect(await table().get(own)).toEqual({ ...own, n: 1 });
  });

  test('refuses to add a number to a text, and leaves the record as it is', async () => {
    await table().put({ ...own, n: 'one' });
    await expect(table().update(own, { add: { n: 1 } })).rejects.toMatchObject({ code: 'invalid-record' });
    expect(await table().get(own)).toEqual({ ...own, n: 'one' });
  });
});
