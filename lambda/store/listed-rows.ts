import { comingKeysIn } from './coming-rows.ts';
import type { ItemPartition } from './item-partition.ts';
import { comingDateRecord } from './records/coming-date.ts';
import { saidKeysIn, saidRows } from './said-rows.ts';
import type { ItemBundle } from './store-shapes.ts';
import type { Attributes, Key } from './table/port.ts';

/** Rows outside of an item's partition by which lists find a revision: one for each of its speakers, and one for each coming date. */
export function listedRows({ item, statements, comingDates }: ItemBundle): (Attributes & Key)[] {
  const { sortAt, revision, expiresAt } = item;
  const rows = [
    ...saidRows(
      statements.map((statement) => ({ ...statement, sortAt, revision })),
      expiresAt,
    ),
    ...comingDates.map((date) => comingDateRecord.encode({ ...date, sortAt, revision }, expiresAt)),
  ];
  return [...new Map(rows.map((row) => [`${row.pk}\n${row.sk}`, row])).values()];
}

/**
 * Keys of the rows of those revisions that are meant, as far as they may be there. Statements and bodies tell which these are: so they are written
 * before their rows, and go after them.
 */
export function listedKeysIn(
  { statements, bodies }: Pick<ItemPartition, 'statements' | 'bodies'>,
  isMeant: (revision: number) => boolean,
): Key[] {
  return [...saidKeysIn(statements, isMeant), ...comingKeysIn(bodies, isMeant)];
}
