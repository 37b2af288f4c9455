import type { Command } from 'commander';
import type { DeliveryRow, SearchAnswer, SearchRow } from '../../lambda/api/searches/rows.ts';
import { safeJson } from '../../lambda/common/control-characters.ts';
import type { Search } from '../../lambda/model/search.ts';
import type { CommandContext } from '../command-context.ts';
import { findSearch } from '../find-search.ts';
import { withOpenStore } from '../open-store.ts';
import { type OutputOptions, withJson } from '../options/output-options.ts';
import { type StoreOptions, withStore } from '../options/store-options.ts';
import { searchLines, secretLines } from '../output/search-view.ts';
import { createQueryClient, type QueryClient } from '../query-client.ts';

/** What a command that works on one search does with it: the answer of the API, and what people are told. */
interface SearchCommand {
  name: string;
  description: string;
  work(client: QueryClient, search: Search): Promise<{ answer: unknown; lines: string[] }>;
}

const pause = (paused: boolean): SearchCommand['work'] => {
  return async (client, { id }) => {
    const answer = await client.send('PATCH', `/v1/searches/${id}`, { paused });
    return { answer, lines: searchLines(answer as unknown as SearchRow) };
  };
};

const COMMANDS: SearchCommand[] = [
  {
    name: 'show',
    description: 'show one saved search with its channels',
    async work(client, { id }) {
      const answer = await client.get(`/v1/searches/${id}`);
      return { answer, lines: searchLines(answer as unknown as SearchRow) };
    },
  },
  { name: 'pause', description: 'send nothing until the search is resumed', work: pause(true) },
  { name: 'resume', description: 'send what the search finds again', work: pause(false) },
  {
    name: 'test',
    description: 'send an example to each channel, with the next run of `dateline serve` or of the deployment',
    async work(client, { id, name }) {
      const answer = await client.send('POST', `/v1/searches/${id}/test`);
      const { deliveries } = answer as unknown as { deliveries: DeliveryRow[] };
      const line = `${deliveries.length} sent within a minute; \`dateline searches log ${JSON.stringify(name)}\` tells what became of it.`;
      return { answer, lines: [line] };
    },
  },
  {
    name: 'renew',
    description: 'make new secrets of feed address and webhooks in the place of those that leaked',
    async work(client, { id, channels }) {
      const answers: SearchAnswer[] = [];
      for (const { id: channelId, kind } of channels) {
        if (kind !== 'feed' && kind !== 'webhook') continue;
        const answer = await client.send('POST', `/v1/searches/${id}/channels/${channelId}/secret`);
        answers.push(answer as unknown as SearchAnswer);
      }
      const secrets = answers.flatMap((answer) => answer.secrets);
      return { answer: { secrets }, lines: secrets.length > 0 ? secretLines(secrets) : ['It has no secrets.'] };
    },
  },
  {
    name: 'remove',
    description: 'remove a saved search with its channels',
    async work(client, { id, name }) {
      await client.send('DELETE', `/v1/searches/${id}`);
      return { answer: { id, name }, lines: [`Removed ${name}.`] };
    },
  },
];

/** The commands of `dateline searches` that work on one search. */
export function addSearchesChange(searches: Command, context: CommandContext): void {
  for (const { name, description, work } of COMMANDS) {
    const command = searches
      .command(name)
      .description(description)
      .argument('<search>', 'its name, its id or a beginning of that');
    withStore(withJson(command)).action(async (text: string, options: StoreOptions & OutputOptions) => {
      const { terminal } = context;
      await withOpenStore(options, terminal, async (store) => {
        const { answer, lines } = await work(await createQueryClient(store), await findSearch(store, text));
        if (options.json) await terminal.print(safeJson(answer, 2));
        else for (const line of lines) await terminal.print(line);
      });
    });
  }
}
