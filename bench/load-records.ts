import { create, createKey, getIndexActions } from 'dynalite/db/index.js';

const BATCH = 2_000;

type Stored = Record<string, unknown>;

/** Puts records into the folder of a closed embedded store, past its protocol: a hundred times as fast. */
export async function loadRecords(path: string, table: string, records: AsyncIterable<Stored>): Promise<number> {
  const { db } = create({ path });
  await db.open();
  try {
    const definition = await db.get(`table~${table}`);
    if (!definition) throw new Error(`there is no table ${table} in ${path}`);
    let count = 0;
    let operations: Parameters<typeof db.batch>[0] = [];
    for await (const plain of records) {
      const value = marshalled(plain);
      operations.push({ type: 'put', key: `item-${table}~${createKey(value, definition)}`, value });
      const { puts } = getIndexActions(definition.GlobalSecondaryIndexes, null, value, definition);
      for (const { index, key, item } of puts) {
        operations.push({ type: 'put', key: `index-global~${table}~${index}~${key}`, value: item });
      }
      if (operations.length >= BATCH) {
        await db.batch(operations);
        operations = [];
      }
      count++;
    }
    await db.batch(operations);
    return count;
  } finally {
    await db.close();
  }
}

function marshalled(record: Stored): Stored {
  const entries = Object.entries(record).filter(([, value]) => value !== undefined);
  return Object.fromEntries(entries.map(([name, value]) => [name, attribute(value)]));
}

/** A value in DynamoDB's JSON. */
function attribute(value: unknown): Stored {
  if (value === null) return { NULL: true };
  if (typeof value === 'string') return { S: value };
  if (typeof value === 'number') return { N: String(value) };
  if (typeof value === 'boolean') return { BOOL: value };
  if (value instanceof Uint8Array) return { B: Buffer.from(value).toString('base64') };
  if (Array.isArray(value)) return { L: value.map(attribute) };
  return { M: marshalled(value as Stored) };
}
