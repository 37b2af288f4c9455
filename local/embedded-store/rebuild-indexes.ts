import { create, getIndexActions } from 'dynalite/db/index.js';
import type { Log } from '../../lambda/model/ports.ts';

const BATCH = 1000;
const PROGRESS_EVERY = 20_000;

type Engine = ReturnType<typeof create>['db'];

// dynalite's keys: the kind and the name of the table (and index), each closed by a tilde, before the key itself.
const rangeOf = (prefix: string) => ({ gte: prefix, lt: `${prefix}\u00ff` });
const indexPrefix = (table: string): string => `index-global~${table}~`;

/**
 * Makes all index rows of the table anew from its records. dynalite writes both one after the other, so that a process
 * that is killed leaves rows without records and records without rows. It can be killed too: it begins by removing all rows.
 */
export async function rebuildIndexes(path: string, table: string, log: Log): Promise<void> {
  const { db } = create({ path });
  await db.open();
  try {
    const definition = await db.get(`table~${table}`);
    if (!definition) return;
    // A table that was never finished has no records yet: without its definition it is made again.
    if (definition.TableStatus !== 'ACTIVE') return await db.del(`table~${table}`);
    log.info('the store was not closed properly: its indexes are rebuilt from the records');
    await db.clear(rangeOf(indexPrefix(table)));
    const records = await writeRows(db, definition, table, log);
    log.info('the indexes are rebuilt', { records });
  } finally {
    await db.close();
  }
}

async function writeRows(db: Engine, definition: Record<string, unknown>, table: string, log: Log): Promise<number> {
  let count = 0;
  let rows: Parameters<Engine['batch']>[0] = [];
  for await (const record of db.values(rangeOf(`item-${table}~`))) {
    const { puts } = getIndexActions(definition.GlobalSecondaryIndexes, null, record, definition);
    for (const { index, key, item } of puts) {
      rows.push({ type: 'put', key: `${indexPrefix(table)}${index}~${key}`, value: item });
    }
    if (rows.length >= BATCH) {
      await db.batch(rows);
      rows = [];
    }
    count++;
    if (count % PROGRESS_EVERY === 0) log.info('rebuilding indexes', { records: count });
  }
  await db.batch(rows);
  return count;
}
