import type { Positioned } from '../../../store/store-shapes.ts';

/** The most records that one request reads of a list. */
export const MOST_READ = 2_000;
const MOST_AT_ONCE = 100;

/** A page of a list: `next` is the position to go on behind, `null` at the end. */
export interface Page<Row> {
  rows: Row[];
  /** The position of each row, where a page can end at any of them. */
  places?: string[];
  next: string | null;
  /** Reading stopped at the bound before the page was full; `next` goes on from there. */
  truncated: boolean;
}

/** How a list is read. */
export interface Walk<Entry, Row> {
  source: AsyncIterable<Positioned<Entry>>;
  limit: number;
  /** The filters that need the record alone. */
  keep(record: Entry): boolean;
  /** Makes rows of records, many at once; `null` for those that are not to be shown. `entries` are the same as they came from the source. */
  join(records: Entry[], entries: Positioned<Entry>[]): Promise<(Row | null)[]>;
  /** Of a source that may end before its list does, when it has ended: the position to go on behind, `null` at the list's end. */
  stoppedAt?: (() => string | null) | undefined;
  /** @default MOST_READ */
  mostRead?: number;
}

/**
 * Reads a list until the page is full, the list ends or `mostRead` records were read. It looks for one row more than the
 * page holds, so that `next` never leads to an empty page unless reading was cut short.
 */
export async function walk<Entry, Row>(how: Walk<Entry, Row>): Promise<Page<Row>> {
  const mostRead = how.mostRead ?? MOST_READ;
  const rows: { position: string; row: Row }[] = [];
  let waiting: Positioned<Entry>[] = [];
  let read = 0;
  let last: string | null = null;
  let ended = true;

  const join = async (): Promise<void> => {
    const batch = waiting;
    waiting = [];
    if (batch.length === 0) return;
    const joined = await how.join(
      batch.map(({ record }) => record),
      batch,
    );
    for (const [index, { position }] of batch.entries()) {
      const row = joined[index];
      if (row != null) rows.push({ position, row });
    }
  };

  for await (const entry of how.source) {
    if (read === mostRead) {
      ended = false;
      break;
    }
    read += 1;
    last = entry.position;
    if (!how.keep(entry.record)) continue;
    waiting.push(entry);
    if (waiting.length < Math.min(MOST_AT_ONCE, how.limit + 1 - rows.length)) continue;
    await join();
    if (rows.length > how.limit) break;
  }
  await join();
  const stopped = ended ? (how.stoppedAt?.() ?? null) : null;
  if (stopped !== null) {
    ended = false;
    last = stopped;
  }

  const shown = rows.slice(0, how.limit);
  if (rows.length > how.limit) {
    return { ...pageOf(shown), next: shown.at(-1)?.position ?? null, truncated: false };
  }
  return {
    ...pageOf(shown),
    next: ended ? null : last,
    truncated: !ended && shown.length < how.limit,
  };
}

function pageOf<Row>(shown: { position: string; row: Row }[]): { rows: Row[]; places: string[] } {
  return { rows: shown.map(({ row }) => row), places: shown.map(({ position }) => position) };
}
