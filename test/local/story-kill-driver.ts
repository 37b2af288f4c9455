// Ingests the ferry story into the store of a folder in the order that is told, counts, and kills itself at a write.
// node --import tsx story-kill-driver.ts FOLDER OUTLETS FATAL_WRITE
import { rollup } from '../../lambda/pipeline/rollup/rollup.ts';
import { createStore } from '../../lambda/store/create-store.ts';
import { openTableFile } from '../../local/sqlite/open-table-file.ts';
import { ingestArticle } from '../support/ferry-story.ts';
import { quietLog } from '../support/quiet-log.ts';
import { wrappedTable } from '../support/wrapped-table.ts';

const [folder = '', outlets = '', fatal = ''] = process.argv.slice(2);
let now = Date.parse('2026-03-03T12:00:00Z');
const clock = { now: () => now };
const log = quietLog();
const embedded = openTableFile({ folder, log });
let writes = 0;
const table = wrappedTable(embedded.table, {
  async write({ run }) {
    if (++writes === Number(fatal)) process.kill(process.pid, 'SIGKILL');
    return run();
  },
});
const store = createStore({ table, clock });
for (const outlet of outlets.split(',')) {
  await ingestArticle({ store, clock }, outlet);
  now += 60_000;
  await rollup({ store, clock, log });
}
await embedded.close();
