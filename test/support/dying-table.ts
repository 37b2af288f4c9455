import { StoreError } from '../../lambda/model/errors.ts';
import type { Table } from '../../lambda/store/table/port.ts';
import { chance } from './chance.ts';
import { wrappedTable } from './wrapped-table.ts';

/** How much of the fatal write still reaches the table: of a batch "some" is any part of its records, as DynamoDB does them one by one. */
export type Fate = 'nothing' | 'some' | 'all';

/** What a process that is killed leaves behind: its table throws at the write with that number, and at all that comes after it. */
export class Killed extends StoreError {
  constructor() {
    super('unavailable', 'the process was killed');
  }
}

/** A table that dies at its n-th write (from 1); `writes()` tells how many there were. The seed chooses which records of the last batch are done. */
export function dyingTable(table: Table, fatal: number, fate: Fate, seed = fatal) {
  let count = 0;
  const dying = wrappedTable(table, {
    read() {
      if (count >= fatal) throw new Killed();
    },
    async write({ run, runPart }) {
      if (count >= fatal) throw new Killed();
      count++;
      if (count < fatal) return run();
      const random = chance(seed);
      if (fate === 'all') await run();
      if (fate === 'some') await runPart(() => random() < 0.5);
      throw new Killed();
    },
  });
  return { table: dying, writes: () => count };
}
