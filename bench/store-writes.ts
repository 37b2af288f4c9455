import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { hourOf } from '../lambda/model/instant.ts';
import { createStore } from '../lambda/store/create-store.ts';
import { changeRecord } from '../lambda/store/items/change-record.ts';
import { editionRows } from '../lambda/store/items/edition-rows.ts';
import { summaryOf } from '../lambda/store/items/item-summary.ts';
import { itemRecord } from '../lambda/store/items/record.ts';
import type { ItemBundle } from '../lambda/store/store-shapes.ts';
import { openTableFile } from '../local/sqlite/open-table-file.ts';
import { ARCHIVE_END, inventedArchive } from './invented-archive.ts';

const ITEMS = 2_000;
/** As many as an ingesting worker writes side by side. */
const AT_ONCE = 16;
const QUIET = { info: () => {}, warn: () => {}, error: () => {} };
const CLOCK = { now: () => ARCHIVE_END };

type Opened = ReturnType<typeof openTableFile>;

/** Writes items through the store: conditions, copies, days, repairs and all. */
async function throughStore(opened: Opened, bundles: ItemBundle[]): Promise<void> {
  const store = createStore({ table: opened.table, clock: CLOCK });
  for (let start = 0; start < bundles.length; start += AT_ONCE) {
    await Promise.all(bundles.slice(start, start + AT_ONCE).map((bundle) => store.items.save(bundle)));
  }
}

/** Puts only the records that hold an item, one after the other, as a loop over the table would: nothing is read, checked, or told apart. */
async function byRawTable({ table }: Opened, bundles: ItemBundle[]): Promise<void> {
  for (const bundle of bundles) {
    const { item, owned } = await editionRows(bundle);
    const { id: itemId, revision, changedAt, sortAt } = item;
    const change = {
      itemId,
      revision,
      changedAt,
      hours: [hourOf(sortAt)],
      removed: false,
      formerCopies: [],
      copies: [],
      formers: [],
    };
    const own = itemRecord.encode({ ...summaryOf(item), edition: item.edition, copies: [] });
    for (const record of [...owned, changeRecord.encode(change), own]) await table.put(record);
  }
}

async function countRecords({ table }: Opened): Promise<number> {
  let count = 0;
  for await (const _ of table.scan({ fields: ['pk'] })) count++;
  return count;
}

/** Store writes on the SQLite store on disk, compared with a plain loop that puts the same items into the table. */
export async function benchStoreWrites(): Promise<string> {
  const bundles = [...inventedArchive(ITEMS * 2.5)].slice(0, ITEMS);
  const rows: string[] = [];
  const ways = { 'through the store': throughStore, 'the table in a loop': byRawTable };
  for (const [name, write] of Object.entries(ways)) {
    const folder = await mkdtemp(join(tmpdir(), 'dateline-bench-'));
    const opened = openTableFile({ folder, log: QUIET });
    try {
      const [began, used] = [performance.now(), process.cpuUsage()];
      await write(opened, bundles);
      const seconds = (performance.now() - began) / 1_000;
      const { user, system } = process.cpuUsage(used);
      const memory = process.memoryUsage().rss / 1e6;
      const records = await countRecords(opened);
      const cells = [name, ITEMS / seconds, records / seconds, (user + system) / 1_000 / records, memory];
      rows.push(
        `| ${cells.map((cell) => (typeof cell === 'number' ? cell.toFixed(cell < 10 ? 2 : 0) : cell)).join(' | ')} |`,
      );
    } finally {
      await opened.close();
      await rm(folder, { recursive: true, force: true });
    }
  }
  return `| writes of ${ITEMS} items on disk | items/s | records/s | ms of processor a record | RSS MB |\n| --- | --- | --- | --- | --- |\n${rows.join('\n')}`;
}
