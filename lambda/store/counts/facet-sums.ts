import type { Day } from '../../model/instant.ts';
import type { Table } from '../table/port.ts';
import { countPartitions, facetRecord } from './record.ts';
import type { FacetCount, FacetKind, FacetsOfDay, RollupProgress } from './shapes.ts';

/** Values of a stretch of days with their sums, all of them. */
export interface FacetSums {
  /** By value. */
  sums: ReadonlyMap<string, FacetCount>;
  /** The first day that is summed up: a later one than asked for only where there was too much to read. */
  from: Day | undefined;
}

/** So many counts of values and days are read; some days of a hundred thousand speakers each. */
const MOST_READ = 2_000_000;
const MOST_KEPT = 4;
const FIRST_PAGE = 10;

/** All values of a kind with their counts, from the newest day of the stretch to its first one, both inclusive; each day comes in several parts. */
export async function* readFacets(
  table: Table,
  kind: FacetKind,
  from: Day | undefined,
  to: Day | undefined,
): AsyncGenerator<FacetsOfDay> {
  const range = { index: null, partition: countPartitions.facets(kind), low: from, high: to && `${to}~` };
  for await (const record of table.query({ ...range, reverse: true, pageSize: FIRST_PAGE })) {
    yield facetRecord.decode(record);
  }
}

/** Sums up stretches of days, and keeps some of what it has summed up until the next count: a list is read page by page. */
export function createFacetSums(
  table: Table,
  readProgress: () => Promise<RollupProgress | null>,
  mostRead = MOST_READ,
): (kind: FacetKind, from?: Day, to?: Day) => Promise<FacetSums> {
  const kept = new Map<string, FacetSums>();
  return async (kind, from, to) => {
    const progress = await readProgress();
    const name = progress && progress.round === null ? JSON.stringify([progress.finishedAt, kind, from, to]) : null;
    const known = name === null ? undefined : kept.get(name);
    if (known) return known;
    const found = await sumUp(readFacets(table, kind, from, to), from, mostRead);
    if (name === null) return found;
    const [oldest] = kept.keys();
    if (oldest !== undefined && kept.size >= MOST_KEPT) kept.delete(oldest);
    kept.set(name, found);
    return found;
  };
}

async function sumUp(list: AsyncIterable<FacetsOfDay>, from: Day | undefined, mostRead: number): Promise<FacetSums> {
  const sums = new Map<string, FacetCount>();
  let [read, first] = [0, from];
  for await (const { day, values } of list) {
    if (read >= mostRead && day !== first) return { sums, from: first };
    if (read < mostRead) first = day;
    read += values.length;
    for (const { value, statements, items, copies } of values) {
      const sum = sums.get(value) ?? { value, statements: 0, items: 0, copies: 0 };
      sum.statements += statements;
      sum.items += items;
      sum.copies += copies;
      sums.set(value, sum);
    }
  }
  return { sums, from };
}
