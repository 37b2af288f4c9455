import { type Day, dayOf, earlierOf, type Instant, isAfter, laterOf, toInstant } from '../model/instant.ts';
import type { ItemSummary } from '../model/item.ts';
import { subjectOf } from '../store/rollup-subject.ts';
import type { Store } from '../store/store.ts';
import type { RollupRow, ToldStatement } from '../store/store-shapes.ts';
import { emptyRow } from './empty-row.ts';
import { createQuotingItems } from './quoting-items.ts';
import { createOrderedTally, createTally, type Tally } from './tally.ts';
import { toldItems } from './told-items.ts';

/** A day's counts: of each subject a row, which is made whole only when it is asked for, since the outlets of thousands of speakers take much. */
export interface DayCount extends Iterable<RollupRow> {
  size: number;
  of(subject: string): RollupRow | undefined;
}

const MILLISECONDS_A_DAY = 86_400_000;

/**
 * Counts a day from its records: items and statements of everything and of each feed, and statements of each speaker. Statements of copies of other
 * items do not count.
 */
export async function countDay(store: Store, day: Day, feedTitle: (id: string) => Promise<string>): Promise<DayCount> {
  const from = `${day}T00:00:00Z`;
  const range = { from, to: toInstant(Date.parse(from) + MILLISECONDS_A_DAY) };
  const rows = new Map<string, RollupRow>();
  const rowOf = (subject: string, name: string): RollupRow => {
    const row = rows.get(subject) ?? emptyRow(day, subject, name);
    rows.set(subject, row);
    return row;
  };
  const rowsOf = async (feedId: string): Promise<RollupRow[]> => [
    rowOf(subjectOf.all(), ''),
    rowOf(subjectOf.feed(feedId), await feedTitle(feedId)),
  ];

  const quoting = createQuotingItems();
  for await (const { record: item } of store.items.newest(range)) {
    for (const row of await rowsOf(item.feedId)) addItem(row, item);
    const { id: itemId, revision, changedAt, feedId } = item;
    if (item.duplicateOf === null && item.statementCount > 0) {
      quoting.add({ itemId, revision, changedAt, feedId, undated: isUndated(item) });
    }
  }

  // Outlet by outlet, as the tally of outlets wants them.
  const [roles, outlets] = [createTally(), createOrderedTally()];
  for await (const {
    quoting: { feedId, undated },
    told,
  } of toldItems(store, day, quoting)) {
    const quoted = new Set<RollupRow>();
    const countIn = (row: RollupRow, statement: ToldStatement): void => {
      addStatement(row, statement, { undated, isFirst: !quoted.has(row) });
      quoted.add(row);
    };
    const { sortAt } = told;
    for (const statement of told.statements) {
      for (const row of await rowsOf(feedId)) countIn(row, statement);
      const { speaker } = statement;
      if (!speaker) continue;
      const row = rowOf(subjectOf.speaker(speaker.id), speaker.name);
      countIn(row, statement);
      row.items = row.quoted;
      row.undated.items = row.undated.quoted;
      if (speaker.role) roles.add(row.subject, speaker.role, undated);
      outlets.add(row.subject, feedId, undated);
      const { first, last } = row.seen ?? { first: sortAt, last: sortAt };
      if (isAfter(sortAt, last)) row.name = speaker.name;
      row.seen = { first: earlierOf(sortAt, first), last: laterOf(sortAt, last) };
    }
  }
  return wholeRows(rows, roles, outlets);
}

/** Apart from the counting, so that what that held is not held on with its rows. */
function wholeRows(rows: Map<string, RollupRow>, roles: Tally, outlets: Tally): DayCount {
  const whole = (row: RollupRow): RollupRow => ({
    ...row,
    roles: roles.of(row.subject).map(([text, times]) => ({ text, ...times })),
    outlets: outlets.of(row.subject).map(([feedId, times]) => ({ feedId, ...times })),
  });
  return {
    size: rows.size,
    of: (subject) => {
      const row = rows.get(subject);
      return row && whole(row);
    },
    *[Symbol.iterator]() {
      for (const row of rows.values()) yield whole(row);
    },
  };
}

/** The moment on that day which is known, else the day's beginning. */
export function momentOn(day: Day, ...candidates: (Instant | undefined)[]): Instant {
  return candidates.find((moment) => moment !== undefined && dayOf(moment) === day) ?? `${day}T00:00:00Z`;
}

function isUndated({ publishedAt }: ItemSummary): boolean {
  return publishedAt === null;
}

function addItem(row: RollupRow, item: ItemSummary): void {
  const [copy, undated] = [Number(item.duplicateOf !== null), Number(isUndated(item))];
  row.items++;
  row.copies += copy;
  row.undated.items += undated;
  row.undated.copies += copy * undated;
}

function addStatement(
  row: RollupRow,
  { type, band }: ToldStatement,
  { undated, isFirst }: { undated: boolean; isFirst: boolean },
): void {
  row.statements++;
  row.undated.statements += Number(undated);
  row.quoted += Number(isFirst);
  row.undated.quoted += Number(isFirst && undated);
  row.types[type]++;
  row.bands[band]++;
}
