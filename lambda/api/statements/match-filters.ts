import { isDeepStrictEqual } from 'node:util';
import type { Statement } from '../../model/statement.ts';
import type { StatementFilter } from './filter.ts';
import { FILTER_NAMES, type FilterName, type StatementFilters, statementFilters } from './filters.ts';
import type { StatementRow } from './rows.ts';

const all: readonly (readonly [FilterName, StatementFilter])[] = FILTER_NAMES.map((name) => [
  name,
  statementFilters[name] as StatementFilter,
]);

/** The values of filters that are not sent. */
export const NO_FILTERS = Object.fromEntries(
  all.map(([name, { schema }]) => [name, schema.parse(undefined)]),
) as StatementFilters;

/** Whether a statement passes the filters that its own record answers; a statement that a correction removed passes none. */
export function matchesStatement(statement: Statement, filters: StatementFilters): boolean {
  return (
    !statement.correction?.notAStatement &&
    all.every(([name, { matches }]) => matches === undefined || matches(statement, filters[name]))
  );
}

/** Whether a statement passes the filters that its article answers. */
export function matchesArticle(
  article: Pick<StatementRow, 'duplicateOf' | 'source'>,
  filters: StatementFilters,
): boolean {
  return all.every(([name, one]) => one.matchesArticle === undefined || one.matchesArticle(article, filters[name]));
}

/** The names of the filters that choose: those whose value differs from what is not sent. */
export function filtersInUse(filters: StatementFilters): FilterName[] {
  return FILTER_NAMES.filter((name) => !isDeepStrictEqual(filters[name], NO_FILTERS[name]));
}
