/** A process to be killed: writes articles and changes them, several at once, and says the number of each that is acknowledged. */
import { createStore } from '../../lambda/store/create-store.ts';
import { openTableFile } from '../../local/sqlite/open-table-file.ts';
import { fakeClock } from './fake-clock.ts';
import { quietLog } from './quiet-log.ts';
import { changedBundle, sampleBundle } from './sample-bundle.ts';

const [folder = '', first = '0'] = process.argv.slice(2);
const { table } = openTableFile({ folder, log: quietLog() });
const store = createStore({ table, clock: fakeClock('2026-03-02T09:00:00Z') });

const lane = async (start: number) => {
  for (let number = start; ; number += 4) {
    const bundle = sampleBundle({ number, statements: 6 });
    await store.items.save(bundle);
    const sortAt = '2026-02-27T10:00:00Z';
    await store.items.save(changedBundle(bundle, '2026-03-02T10:00:00Z', { statements: 3, item: { sortAt } }));
    console.log(`saved ${number}`);
  }
};
await Promise.all([0, 1, 2, 3].map((n) => lane(Number(first) + n)));
