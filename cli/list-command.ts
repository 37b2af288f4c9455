import { FILTER_NAMES } from '../lambda/api/statements/filters.ts';
import { toInstant } from '../lambda/model/instant.ts';
import type { CommandContext } from './command-context.ts';
import { findFeed } from './find-feed.ts';
import { withOpenStore } from './open-store.ts';
import type { OutputOptions } from './options/output-options.ts';
import type { QueryOptions } from './options/query-options.ts';
import type { StoreOptions } from './options/store-options.ts';
import { createListWriter, type ListShape } from './output/list-writer.ts';
import { createProgress } from './output/progress.ts';
import { createQueryClient } from './query-client.ts';

/** A command that lists what one address of the HTTP API lists. */
export interface ListCommand<Row> extends ListShape<Row> {
  path: string;
  /** What a row is, in the plural. */
  noun: string;
  /** What to try where nothing was found. */
  hint: string;
  /** Ranges of this list are whole days. */
  days?: true;
}

/** Asks the store, writes the rows, and tells on stderr when there are none or more than the limit. */
export async function runListCommand<Row>(
  { path, noun, hint, days, ...shape }: ListCommand<Row>,
  options: QueryOptions & OutputOptions & StoreOptions,
  { terminal }: CommandContext,
): Promise<void> {
  await withOpenStore(options, terminal, async (store) => {
    const client = await createQueryClient(store);
    const feed = options.feed === undefined ? null : await findFeed(store, options.feed);
    const writer = createListWriter<Row>(terminal, options, shape);
    const progress = createProgress(terminal);
    let count = 0;
    const parameters = { ...parametersOf(options, days === true), ...(feed && { feed: feed.id }) };
    const more = await client.list(path, parameters, options.limit, async (rows) => {
      await writer.rows(rows as Row[]);
      count += rows.length;
      progress.update(`${count} ${noun} so far`);
    });
    progress.end();
    await writer.end();
    const { dim } = terminal.messageColour;
    if (count === 0) terminal.tell(dim(`No ${noun} found. ${hint}`));
    else if (more)
      terminal.tell(dim(`The first ${count} ${noun}; --limit ${options.limit * 4} shows more, --limit 0 all.`));
  });
}

/** The filters among the options as parameters of the HTTP API; `days` where its ranges are whole days. `feed` is the caller's to find. */
export function parametersOf(options: Omit<QueryOptions, 'limit'>, days: boolean): Record<string, string> {
  const { since, status } = options;
  const moment = since === undefined ? undefined : toInstant(Date.now() - since);
  const given: [string, string | true | undefined][] = [
    ['from', days ? moment?.slice(0, 10) : moment],
    ['status', status],
    ...FILTER_NAMES.map((name): [string, string | true | undefined] => [
      name,
      name === 'feed' ? undefined : options[name],
    ]),
  ];
  return Object.fromEntries(
    given.flatMap(([name, value]) => (value === undefined ? [] : [[name, value === true ? 'true' : value]])),
  );
}
