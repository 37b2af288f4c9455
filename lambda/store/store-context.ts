import { setTimeout } from 'node:timers/promises';
import type { StoreError } from '../model/errors.ts';
import type { Clock } from '../model/ports.ts';
import type { Table } from './table/port.ts';

/** What a store is made of. */
export interface StoreOptions {
  table: Table;
  clock: Clock;
  /** Told of each damaged record that a list leaves out. */
  onDamaged?: (error: StoreError) => void;
  /** Waits that many milliseconds before a write is tried again that another writer was faster with. @default a timer */
  delay?: (milliseconds: number) => Promise<void>;
}

/** What every repository works with. */
export type StoreContext = StoreOptions & Required<Pick<StoreOptions, 'delay' | 'onDamaged'>>;

/** The options, with what is left out. */
export function contextOf(options: StoreOptions): StoreContext {
  return { delay: (milliseconds) => setTimeout(milliseconds), onDamaged: () => undefined, ...options };
}
