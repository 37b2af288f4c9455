import { confidenceBand } from '../model/confidence-band.ts';
import { type Day, dayOf, type Instant, sortableInstant, toInstant } from '../model/instant.ts';
import type { ItemSummary } from '../model/item.ts';
import type { Statement } from '../model/statement.ts';
import { subjectOf } from '../store/rollup-subject.ts';
import type { Store } from '../store/store.ts';
import type { RollupRow } from '../store/store-shapes.ts';
import { emptyRow } from './empty-row.ts';
import { createOrderedTally, createTally } from './tally.ts';

/** A day's counts, by subject. */
export type DayCount = Map<string, RollupRow>;

const MILLISECONDS_A_DAY = 86_400_000;
const ITEMS_AT_A_TIME = 400;

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

  const quoting: Quoting[] = [];
  const feedIds = new Map<string, string>();
  for await (const { record: item } of store.items.newest(range)) {
    for (const row of await rowsOf(item.feedId)) addItem(row, item);
    if (item.duplicateOf === null && item.statementCount > 0) {
      const { id: itemId, revision } = item;
      // One string for each feed, where an item has its own: there are a hundred thousand items.
      const feedId = feedIds.get(item.feedId) ?? item.feedId;
      feedIds.set(feedId, feedId);
      quoting.push({ itemId, revision, feedId, undated: isUndated(item) });
    }
  }

  // Outlet by outlet, as the tally of outlets wants them.
  quoting.sort((one, other) => (one.feedId < other.feedId ? -1 : Number(one.feedId > other.feedId)));
  const [roles, outlets] = [createTally(), createOrderedTally()];
  // Statements of an article follow one another.
  const lastQuotedBy = new Map<RollupRow, string>();
  for await (const { statement, undated } of statementsOf(store, quoting)) {
    const { itemId, feedId, speaker, sortAt } = statement;
    const countIn = (row: RollupRow): void => {
      addStatement(row, statement, { undated, isFirst: lastQuotedBy.get(row) !== itemId });
      lastQuotedBy.set(row, itemId);
    };
    for (const row of await rowsOf(feedId)) countIn(row);
    if (!speaker || speaker.id === null) continue;
    const row = rowOf(subjectOf.speaker(speaker.id), speaker.name);
    countIn(row);
    row.items = row.quoted;
    row.undated.items = row.undated.quoted;
    if (speaker.role) roles.add(row.subject, speaker.role, undated);
    outlets.add(row.subject, feedId, undated);
    const { first, last } = row.seen ?? { first: sortAt, last: sortAt };
    const earlier = sortableInstant(sortAt) < sortableInstant(first);
    const later = sortableInstant(sortAt) > sortableInstant(last);
    if (later) row.name = speaker.name;
    row.seen = { first: earlier ? sortAt : first, last: later ? sortAt : last };
  }
  for (const row of rows.values()) {
    row.roles = roles.of(row.subject).map(([text, times]) => ({ text, ...times }));
    row.outlets = outlets.of(row.subject).map(([feedId, times]) => ({ feedId, ...times }));
  }
  return rows;
}

/** What is to be known of an item whose statements count; a day may have a hundred thousand of them. */
interface Quoting {
  itemId: string;
  revision: number;
  feedId: string;
  undated: boolean;
}

/** What the items quote, without what an operator has struck. */
async function* statementsOf({ statements }: Store, items: Quoting[]) {
  for (let start = 0; start < items.length; start += ITEMS_AT_A_TIME) {
    const some = items.slice(start, start + ITEMS_AT_A_TIME);
    const lists = await statements.ofRevisions(some);
    for (const [index, { undated }] of some.entries()) {
      for (const statement of lists[index] ?? []) {
        if (!statement.correction?.notAStatement) yield { statement, undated };
      }
    }
  }
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
  { type, confidence }: Statement,
  { undated, isFirst }: { undated: boolean; isFirst: boolean },
): void {
  row.statements++;
  row.undated.statements += Number(undated);
  row.quoted += Number(isFirst);
  row.undated.quoted += Number(isFirst && undated);
  row.types[type]++;
  row.bands[confidenceBand(confidence)]++;
}
