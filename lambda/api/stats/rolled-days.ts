import type { Day } from '../../model/instant.ts';
import type { CountRow } from '../../store/counts/shapes.ts';
import type { Store } from '../../store/store.ts';
import type { DayCounts } from './day-counts.ts';
import type { Counts } from './stats-shapes.ts';

/** What is read of a row of the hourly counts. */
export type RowReader = (row: CountRow) => { dated: Counts; undated: Counts };

/** Statements and the articles that have them, without copies. */
export const statementsOfRow: RowReader = ({ statements, quoted, undated }) => ({
  dated: { statements: statements - undated.statements, items: quoted - undated.quoted },
  undated: { statements: undated.statements, items: undated.quoted },
});

/** Items, with copies or without. */
export function itemsOfRow(includeDuplicates: boolean): RowReader {
  return ({ items, copies, undated }) => {
    const all = includeDuplicates ? items : items - copies;
    const undatedItems = includeDuplicates ? undated.items : undated.items - undated.copies;
    return { dated: { statements: 0, items: all - undatedItems }, undated: { statements: 0, items: undatedItems } };
  };
}

/** Adds to the counts what the hourly counts have of these subjects, from a day on and before another. */
export async function addRolledDays(
  counts: DayCounts,
  subjects: readonly string[],
  range: { from: Day | undefined; before: Day },
  read: RowReader,
  { rollups }: Pick<Store, 'rollups'>,
): Promise<void> {
  const rows = (await Promise.all(subjects.map((subject) => rollups.ofSubject(subject, range.from)))).flat();
  for (const row of rows) {
    if (row.day < range.before) addDatedRow(counts, row, read);
  }
}

/** Adds a row to its day, and what is undated in it to what is. */
export function addDatedRow(counts: DayCounts, row: CountRow, read: RowReader): void {
  const { dated, undated } = read(row);
  add(counts.undated, undated);
  if (dated.statements === 0 && dated.items === 0) return;
  const sum = counts.days.get(row.day) ?? { statements: 0, items: 0 };
  counts.days.set(row.day, add(sum, dated));
}

function add(sum: Counts, more: Counts): Counts {
  sum.statements += more.statements;
  sum.items += more.items;
  return sum;
}
