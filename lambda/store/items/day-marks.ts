import type { StoreContext } from '../store-context.ts';
import { type DayKind, dayKey, dayRecord } from './day-record.ts';

/** One day that has something of one kind. */
export interface DayMark {
  kind: DayKind;
  day: string;
}

/** Notes which days have something. */
export interface DayMarks {
  /** Puts those marks that the table does not have yet. */
  add(marks: DayMark[]): Promise<void>;
}

const MOST_REMEMBERED = 20_000;

/** Marks are put once and never go, so a store remembers those it has seen. */
export function createDayMarks(context: StoreContext): DayMarks {
  const seen = new Set<string>();
  const nameOf = ({ kind, day }: DayMark): string => `${kind}#${day}`;
  return {
    async add(marks) {
      const fresh = new Map(marks.filter((mark) => !seen.has(nameOf(mark))).map((mark) => [nameOf(mark), mark]));
      if (fresh.size === 0) return;
      const wanted = [...fresh.values()].map(({ kind, day }) => dayKey(kind, day));
      const found = (await context.table.batchGet(wanted)).map(dayRecord.decode);
      const known = new Set(found.map(nameOf));
      const missing = [...fresh.values()].filter((mark) => !known.has(nameOf(mark)));
      await context.table.batchWrite(missing.map((mark) => dayRecord.encode(mark)));
      if (seen.size > MOST_REMEMBERED) seen.clear();
      for (const name of fresh.keys()) seen.add(name);
    },
  };
}
