import type { Command } from 'commander';
import type { DeliveryRow } from '../../lambda/api/searches/rows.ts';
import type { CommandContext } from '../command-context.ts';
import { findSearch } from '../find-search.ts';
import { withOpenStore } from '../open-store.ts';
import { type OutputOptions, withListOutput } from '../options/output-options.ts';
import { type QueryOptions, withQuery } from '../options/query-options.ts';
import { type StoreOptions, withStore } from '../options/store-options.ts';
import { createListWriter, type ListShape } from '../output/list-writer.ts';
import { createQueryClient } from '../query-client.ts';

const DELIVERIES: ListShape<DeliveryRow> = {
  columns: [
    { title: 'WHEN', value: ({ createdAt }, { moment }) => moment(createdAt) },
    { title: 'STATE', value: ({ state }) => state },
    { title: 'TRIES', value: ({ attempts }) => String(attempts) },
    { title: 'STATEMENT', value: ({ statement }) => statement.text, flexible: 3 },
    { title: 'ERROR', value: ({ lastError }) => lastError ?? '', flexible: 1 },
  ],
  csv: [
    'id',
    'channelId',
    'createdAt',
    'state',
    'attempts',
    'nextTryAt',
    'sentAt',
    'lastError',
    'statementId',
    'itemId',
  ],
};

/** `dateline searches log`. */
export function addSearchesLog(searches: Command, context: CommandContext): void {
  const command = searches
    .command('log')
    .description('list what a search has sent or is about to send, the latest first')
    .argument('<search>', 'its name, its id or a beginning of that');
  withQuery(command, []);
  withStore(withListOutput(command)).action(
    async (text: string, options: QueryOptions & StoreOptions & OutputOptions) => {
      const { terminal } = context;
      await withOpenStore(options, terminal, async (store) => {
        const { id } = await findSearch(store, text);
        const client = await createQueryClient(store);
        const writer = createListWriter(terminal, options, DELIVERIES);
        let count = 0;
        await client.list(`/v1/searches/${id}/deliveries`, {}, options.limit, async (rows) => {
          await writer.rows(rows as unknown as DeliveryRow[]);
          count += rows.length;
        });
        await writer.end();
        if (count === 0) terminal.tell('Nothing has been sent. `dateline searches test` sends an example.');
      });
    },
  );
}
