import type { Command } from 'commander';
import type { SearchAnswer, SearchRow } from '../../lambda/api/searches/rows.ts';
import { safeJson } from '../../lambda/common/control-characters.ts';
import type { Search } from '../../lambda/model/search.ts';
import type { CommandContext } from '../command-context.ts';
import { CommandError } from '../command-error.ts';
import { EXIT } from '../exit-codes.ts';
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
    name: 'renew',
    description: 'make a new feed address in the place of the one that leaked; the first time, make one',
    async work(client, search) {
      const { id, channels } = search;
      const channel = channels.find(({ kind }) => kind === 'feed');
      const path = `/v1/searches/${id}/channels`;
      const answer = channel
        ? await client.send('POST', `${path}/${channel.id}/secret`)
        : await client.send('POST', path, { kind: 'feed' });
      if (!answer) throw new CommandError(EXIT.failure, 'no-answer', 'the API answered nothing');
      return { answer, lines: secretLines((answer as unknown as SearchAnswer).secrets) };
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
