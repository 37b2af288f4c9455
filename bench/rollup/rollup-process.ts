// One run of the rollup on a data folder, in a process of its own; prints its report and the most memory that it took.
// node --max-old-space-size=MB --import tsx rollup-process.ts FOLDER NOW

import { rollup } from '../../lambda/pipeline/rollup/rollup.ts';
import { createStore } from '../../lambda/store/create-store.ts';
import { openTableFile } from '../../local/sqlite/open-table-file.ts';
import { peakMegabytes } from '../../test/support/peak-memory.ts';

const [folder = '', start = ''] = process.argv.slice(2);
const log = { info: () => {}, warn: () => {}, error: () => {} };
const began = Date.now();
const clock = { now: () => Number(start) + Date.now() - began };
const { table, close } = openTableFile({ folder, log });
const report = await rollup({ store: createStore({ table, clock }), clock, log });
await close();
process.stdout.write(JSON.stringify({ ...report, peakMegabytes: Math.round(peakMegabytes()) }));
