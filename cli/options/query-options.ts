import { type Command, Option } from 'commander';
import type { StatementFilter } from '../../lambda/api/statements/filter.ts';
import { FILTER_NAMES, type FilterName, statementFilters } from '../../lambda/api/statements/filters.ts';
import { readDayFrom, readDuration, readWholeNumber } from './values.ts';

/** Filters of the query commands: those of statements, and some of other lists. Each command has some of them. */
export type QueryOptions = { [Name in FilterName]?: string | true } & {
  from?: string;
  to?: string;
  feed?: string;
  q?: string;
  /** In milliseconds. */
  since?: number;
  /** Of feeds. */
  status?: string;
  limit: number;
};

type Filter = FilterName | 'since' | 'status';

const STATUSES = ['ok', 'slow', 'stale', 'failing', 'blocked', 'gone', 'paused'];

/** The options of the command line for all filters of statements. */
export const STATEMENT_OPTIONS: readonly Filter[] = [...FILTER_NAMES, 'since'];

/** The option of a filter: `minConfidence` is `--min-confidence <number>`. */
function optionOf(name: Filter): Option {
  if (name === 'since') {
    return new Option('--since <time>', 'from so long ago on, as 12h or 7d').argParser(readDuration).conflicts('from');
  }
  if (name === 'status') return new Option('--status <status>', 'those with this status only').choices(STATUSES);
  const { option, field }: StatementFilter = statementFilters[name];
  const flag = `--${name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`;
  const made = new Option(option.value === null ? flag : `${flag} <${option.value}>`, option.description);
  return field?.kind === 'day' ? made.argParser(readDayFrom(Date.now())) : made;
}

const MOST_ROWS = 10_000_000;

/** Adds those filters. */
export function withFilters(command: Command, filters: readonly Filter[]): Command {
  for (const name of filters) command.addOption(optionOf(name));
  return command;
}

/** Adds those filters, and `--limit`. */
export function withQuery(command: Command, filters: readonly Filter[]): Command {
  return withFilters(command, filters).addOption(
    new Option('--limit <number>', 'at most so many rows; 0 for all')
      .argParser(readWholeNumber(0, MOST_ROWS))
      .default(50),
  );
}
