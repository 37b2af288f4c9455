import type { ClassicLevel } from 'classic-level';
import type { Attributes, IndexName } from '../../../lambda/store/table/port.ts';
import { keyAttributes } from '../../../lambda/store/table/table-schema.ts';
import type { Condition } from './expressions/condition.ts';
import { recordOf } from './record-text.ts';
import { type RowRange, recordRowOf, rowAt } from './row-keys.ts';

/** A stretch of the table or of an index, to be read page by page. */
export interface PageRequest {
  index: IndexName | null;
  range: RowRange;
  descending: boolean;
  /** Records that are looked at, at most. */
  limit: number | undefined;
  /** Where the page before ended. */
  after: Attributes | undefined;
  filter: Condition | null;
}

/** One page: its records, and where to go on, where there is more. */
export interface Page {
  records: Attributes[];
  scanned: number;
  last: Attributes | undefined;
}

/** A page ends after so many characters of records, as DynamoDB's does after 1 MB. */
const LARGEST_PAGE = 1024 * 1024;
const ROWS_AT_ONCE = 200;
/** LevelDB gives fewer rows where they are longer. */
const BYTES_AT_ONCE = 256 * 1024;

/** Reads one page, of one moment, whatever is written meanwhile. */
export async function readPage(level: ClassicLevel<string, string>, request: PageRequest): Promise<Page> {
  const { index, descending, limit = Number.POSITIVE_INFINITY, filter } = request;
  const range = { ...request.range, reverse: descending };
  const snapshot = level.snapshot();
  const bounds = boundedBy(range, request);
  const rows = level.iterator({ ...bounds, snapshot, values: index === null, highWaterMarkBytes: BYTES_AT_ONCE });
  const page: Page = { records: [], scanned: 0, last: undefined };
  let size = 0;
  try {
    for (;;) {
      // One more than is asked for tells whether there is more.
      const some = await rows.nextv(Math.min(ROWS_AT_ONCE, limit + 1 - page.scanned));
      const texts =
        index === null
          ? some.map(([, text]) => text)
          : some.map(([row]) => level.getSync(recordRowOf(row), { snapshot }));
      for (const text of texts) {
        if (text === undefined) continue;
        if (page.scanned >= limit || size >= LARGEST_PAGE) return page;
        const record = recordOf(text);
        page.scanned++;
        size += text.length;
        page.last = positionOf(index, record);
        if (filter === null || filter(record)) page.records.push(record);
      }
      if (some.length === 0) return { ...page, last: undefined };
    }
  } finally {
    await rows.close();
    await snapshot.close();
  }
}

function boundedBy(range: RowRange & { reverse: boolean }, { index, after, descending }: PageRequest) {
  if (after === undefined) return range;
  const row = rowAt(index, after);
  if (descending) return { ...range, lt: row < range.lt ? row : range.lt };
  const { gte, ...rest } = range;
  return row < gte ? range : { ...rest, gt: row };
}

function positionOf(index: IndexName | null, record: Attributes): Attributes {
  const names = [keyAttributes(null), ...(index === null ? [] : [keyAttributes(index)])];
  return Object.fromEntries(
    names.flatMap(({ partition, sort }) => [partition, sort].map((name) => [name, record[name]])),
  );
}
