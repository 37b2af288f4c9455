import type { Command } from 'commander';
import type { SearchAnswer } from '../../lambda/api/searches/rows.ts';
import { type NewChannel, savedFiltersSchema } from '../../lambda/api/searches/search-bodies.ts';
import { FILTER_NAMES } from '../../lambda/api/statements/filters.ts';
import { safeJson } from '../../lambda/common/control-characters.ts';
import type { CommandContext } from '../command-context.ts';
import { findFeed } from '../find-feed.ts';
import { parametersOf } from '../list-command.ts';
import { withNewStore } from '../open-store.ts';
import { type OutputOptions, withJson } from '../options/output-options.ts';
import { type QueryOptions, withFilters } from '../options/query-options.ts';
import { type StoreOptions, withStore } from '../options/store-options.ts';
import { searchLines, secretLines } from '../output/search-view.ts';
import { createQueryClient } from '../query-client.ts';

/** Those that a saved search may have. */
const SAVED_FILTERS = FILTER_NAMES.filter((name) => name in savedFiltersSchema.shape);

type AddOptions = QueryOptions &
  StoreOptions &
  OutputOptions & {
    feedAddress?: true;
    webhook?: string[];
    slack?: string[];
    ntfy?: string[];
    paused?: true;
  };

/** `dateline searches add`. */
export function addSearchesAdd(searches: Command, context: CommandContext): void {
  const command = searches
    .command('add')
    .description('save a search of statements with its filters')
    .argument('<name>', 'what it is called');
  withFilters(command, SAVED_FILTERS);
  command
    .option('--feed-address', 'make a secret address for feed readers, which needs no key')
    .option('--webhook <url...>', 'send each statement there, signed by Standard Webhooks; the secret is shown once')
    .option('--slack <url...>', 'send each statement to an incoming webhook of Slack')
    .option('--ntfy <url...>', 'send each statement to a topic of ntfy, as https://ntfy.sh/TOPIC')
    .option('--paused', 'send nothing until it is resumed');
  withStore(withJson(command)).action((name: string, options: AddOptions) => add(name, options, context));
}

async function add(name: string, options: AddOptions, { terminal }: CommandContext): Promise<void> {
  const channels: NewChannel[] = [
    ...(options.feedAddress ? [{ kind: 'feed' as const }] : []),
    ...(['webhook', 'slack', 'ntfy'] as const).flatMap((kind) => (options[kind] ?? []).map((url) => ({ kind, url }))),
  ];
  await withNewStore(options, terminal, async (store) => {
    const client = await createQueryClient(store);
    const feed = options.feed === undefined ? null : await findFeed(store, options.feed);
    const filters = { ...parametersOf(options, false), ...(feed && { feed: feed.id }) };
    const body = { name, filters, channels, paused: options.paused === true };
    const answer = (await client.send('POST', '/v1/searches', body)) as unknown as SearchAnswer;
    if (options.json) await terminal.print(safeJson(answer, 2));
    else for (const line of [...searchLines(answer.search), ...secretLines(answer.secrets)]) await terminal.print(line);
  });
}
