import { Argument, type Command, Option } from 'commander';
import { csvColumns } from '../../lambda/api/kernel/formats/columns.ts';
import type { CommandContext } from '../command-context.ts';
import { exportPages } from '../export-pages.ts';
import { findFeed } from '../find-feed.ts';
import { parametersOf } from '../list-command.ts';
import { withOpenStore } from '../open-store.ts';
import { type QueryOptions, STATEMENT_OPTIONS, withFilters } from '../options/query-options.ts';
import { type StoreOptions, withStore } from '../options/store-options.ts';
import { createHttpAskPage } from '../page-client.ts';
import { createQueryClient } from '../query-client.ts';

interface ExportOptions extends Omit<QueryOptions, 'limit'>, StoreOptions {
  format: 'ndjson' | 'csv';
  cursor?: string;
  url?: string;
}

/** What can be exported: the columns of its CSV, and whether its ranges are whole days. */
const LISTS = {
  statements: { columns: csvColumns.statementInContext, days: false },
  items: { columns: csvColumns.item, days: false },
  dates: { columns: csvColumns.date, days: true },
  speakers: { columns: csvColumns.speaker, days: true },
  feeds: { columns: csvColumns.feed, days: false },
} as const;
type ListName = keyof typeof LISTS;

const LARGEST_PAGE = 500;
/** Speakers are ranked over some days, unless told otherwise; an export is of all. */
const FIRST_DAY = '1000-01-01';

/** `dateline export`. */
export function addExport(program: Command, context: CommandContext): void {
  const command = program
    .command('export')
    .description('write everything that a query finds, statements with the sentence around them, to its last page')
    .addArgument(new Argument('[list]', 'what to export').choices(Object.keys(LISTS)).default('statements'))
    .addOption(new Option('--format <format>', 'the form').choices(['ndjson', 'csv']).default('ndjson'))
    .addOption(new Option('--cursor <cursor>', 'go on with an export that was broken off, which tells it'))
    .addOption(
      new Option('--url <address>', 'from a server elsewhere, with the key in DATELINE_KEY').conflicts('table'),
    );
  withFilters(command, [...STATEMENT_OPTIONS, 'status']);
  withStore(command).action((list: ListName, options: ExportOptions) => runExport(list, options, context));
}

async function runExport(list: ListName, options: ExportOptions, context: CommandContext): Promise<void> {
  const { terminal, environment } = context;
  const { columns, days } = LISTS[list];
  const planOf = (feed: string | undefined) => ({
    url: `/v1/${list}?${new URLSearchParams({
      ...(list === 'speakers' && options.q === undefined && { from: FIRST_DAY }),
      ...parametersOf(options, days),
      ...(feed !== undefined && { feed }),
      ...(options.cursor !== undefined && { cursor: options.cursor }),
      format: 'ndjson',
      limit: String(LARGEST_PAGE),
    })}`,
    noun: list,
    columns: options.format === 'csv' ? columns : null,
    continued: options.cursor !== undefined,
  });
  if (options.url !== undefined) {
    const read = createHttpAskPage(options.url, environment.DATELINE_KEY);
    return exportPages(planOf(options.feed), read, terminal);
  }
  await withOpenStore(options, terminal, async (store) => {
    const { page } = await createQueryClient(store);
    const feed = options.feed === undefined ? undefined : (await findFeed(store, options.feed)).id;
    await exportPages(planOf(feed), page, terminal);
  });
}
