import { dayOf, toInstant } from '../../model/instant.ts';
import type { QueryContext } from '../kernel/query-context.ts';
import type { StatementRow } from '../statements/rows.ts';
import type { DateRow } from './rows.ts';

/** So many articles are looked at, the first ones of the statements. */
const MOST_ITEMS = 30;

/** Days from today on that stand within the words of these statements, the next one first. */
export async function comingDatesOf(
  statements: readonly StatementRow[],
  { store, clock }: Pick<QueryContext, 'store' | 'clock'>,
): Promise<DateRow[]> {
  const today = dayOf(toInstant(clock.now()));
  const editions = new Map(statements.map(({ itemId, edition }) => [itemId, { itemId, edition }]));
  const dates = await store.dates.ofEditions([...editions.values()].slice(0, MOST_ITEMS));
  return dates
    .flatMap((date): DateRow[] => {
      const statement = statements.find(
        ({ itemId, edition, spans }) =>
          itemId === date.itemId &&
          edition === date.edition &&
          spans.some(({ start, end }) => start <= date.start && date.end <= end),
      );
      if (!statement || date.date < today) return [];
      const { url, outlet, publishedAt, publishedAtSource, duplicateOf } = statement;
      return [{ ...date, url, outlet, publishedAt, publishedAtSource, duplicateOf }];
    })
    .sort((one, other) => (one.date < other.date ? -1 : 1));
}
