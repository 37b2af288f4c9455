import { parseArgs } from 'node:util';
import { Worker } from 'node:worker_threads';
import { peakMegabytes } from '../support/peak-memory.ts';
import { ROOMS } from './rooms.ts';
import { runRoom } from './run-room.ts';

const { values } = parseArgs({
  options: {
    seed: { type: 'string', default: String(Date.now() % 2 ** 31) },
    cases: { type: 'string', default: '10000' },
    room: { type: 'string' },
  },
});
const [seed, cases] = [Number(values.seed), Number(values.cases)];

/** Ends the process where one case hangs: this thread can't say so itself. */
const WATCHDOG = `
const { workerData } = require('node:worker_threads');
const count = new Int32Array(workerData);
let [last, since] = [-1, Date.now()];
setInterval(() => {
  if (count[0] !== last) [last, since] = [count[0], Date.now()];
  else if (Date.now() - since > 60000) {
    process._rawDebug('case ' + last + ' hangs for a minute');
    process.kill(process.pid, 'SIGKILL');
  }
}, 1000);`;
const shared = new SharedArrayBuffer(4);
const count = new Int32Array(shared);
new Worker(WATCHDOG, { eval: true, workerData: shared }).unref();

let failed = 0;
for (const room of ROOMS) {
  if (values.room !== undefined && room.name !== values.room) continue;
  count[0] = 0;
  console.log(`${room.name}: seed ${seed}`);
  const { slowest, failure } = await runRoom(room, seed, cases, () => Atomics.add(count, 0, 1));
  const memory = Math.round(peakMegabytes());
  console.log(`${room.name}: ${cases} cases, slowest ${Math.round(slowest)} ms, so far at most ${memory} MB in memory`);
  if (failure === null) continue;
  failed++;
  console.log(failure);
}
process.exitCode = failed === 0 ? 0 : 1;
