import { type Command, Option } from 'commander';
import { readDayFrom, readDuration, readWholeNumber } from './values.ts';

/** Filters of the query commands; each command has some of them. */
export interface QueryOptions {
  from?: string;
  to?: string;
  since?: number;
  speaker?: string;
  role?: string;
  feed?: string;
  language?: string;
  type?: string;
  minConfidence?: string;
  q?: string;
  /** Of feeds. */
  status?: string;
  includeDuplicates?: true;
  limit: number;
}

type Filter = Exclude<keyof QueryOptions, 'limit'>;

const STATUSES = ['ok', 'slow', 'stale', 'failing', 'blocked', 'gone', 'paused'];

const OPTIONS: Record<Filter, () => Option> = {
  from: () =>
    new Option(
      '--from <time>',
      'from that day or moment on, as 2026-11-01, today, -7d or 2026-11-01T09:30:00Z',
    ).argParser(readDayFrom(Date.now())),
  to: () =>
    new Option('--to <time>', 'to the end of that day, or before that moment, as tomorrow or +30d').argParser(
      readDayFrom(Date.now()),
    ),
  since: () =>
    new Option('--since <time>', 'from so long ago on, as 12h or 7d').argParser(readDuration).conflicts('from'),
  speaker: () => new Option('--speaker <name>', 'words of a name, or a speaker’s id'),
  role: () => new Option('--role <words>', 'words of the speaker’s role, as minister'),
  feed: () => new Option('--feed <feed>', 'id, beginning of an id, address or title of a feed'),
  language: () => new Option('--language <code>', 'language, as en or en-GB'),
  type: () => new Option('--type <types>', 'direct, indirect, mixed; several with commas between'),
  minConfidence: () => new Option('--min-confidence <number>', 'at least that confidence, from 0 to 1'),
  q: () => new Option('--q <words>', 'words that must occur'),
  status: () => new Option('--status <status>', 'those with this status only').choices(STATUSES),
  includeDuplicates: () => new Option('--include-duplicates', 'also copies of what another feed told first'),
};

const MOST_ROWS = 10_000_000;

/** Adds those filters. */
export function withFilters(command: Command, filters: Filter[]): Command {
  for (const name of filters) command.addOption(OPTIONS[name]());
  return command;
}

/** Adds those filters, and `--limit`. */
export function withQuery(command: Command, filters: Filter[]): Command {
  return withFilters(command, filters).addOption(
    new Option('--limit <number>', 'at most so many rows; 0 for all')
      .argParser(readWholeNumber(0, MOST_ROWS))
      .default(50),
  );
}
