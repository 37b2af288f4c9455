import type { KnownNames, StatementFilter } from '../../api/statements/filter.ts';
import { FILTER_NAMES, statementFilters } from '../../api/statements/filters.ts';

/** A filter that was sent, as people read it. */
export interface FilterInWords {
  parameter: string;
  name: string;
  value: string;
}

/** The filters of a query in words, in the order of the form. */
export function filtersInWords(sent: Record<string, string>, known: KnownNames): FilterInWords[] {
  return FILTER_NAMES.flatMap((parameter) => {
    const value = sent[parameter];
    const { name, inWords }: StatementFilter = statementFilters[parameter];
    return value === undefined ? [] : [{ parameter, name, value: inWords?.(value, known) ?? value }];
  });
}
