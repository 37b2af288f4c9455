import type { Command } from 'commander';
import type { FeedEvent } from '../../../lambda/model/feed.ts';
import type { CommandContext } from '../../command-context.ts';
import { findFeed } from '../../find-feed.ts';
import { withOpenStore } from '../../open-store.ts';
import { type OutputOptions, withListOutput } from '../../options/output-options.ts';
import { type QueryOptions, withQuery } from '../../options/query-options.ts';
import { type StoreOptions, withStore } from '../../options/store-options.ts';
import { adviceInWords, eventInWords, healthInWords } from '../../output/feed-words.ts';
import { createListWriter, type ListShape } from '../../output/list-writer.ts';
import { plain } from '../../output/plain.ts';

const EVENTS: ListShape<FeedEvent> = {
  columns: [
    { title: 'WHEN', value: ({ at }, { moment }) => moment(at) },
    { title: 'STATUS', value: ({ status }) => status },
    { title: 'WHAT HAPPENED', value: eventInWords, flexible: 1 },
  ],
  csv: [
    'feedId',
    'at',
    'status',
    'previousStatus',
    'newItems',
    'changedItems',
    'rejected',
    'error.code',
    'error.message',
    'movedTo',
  ],
};
const MOST_EVENTS = 100_000;

/** `dateline feeds log`. */
export function addFeedsLog(feeds: Command, context: CommandContext): void {
  const command = feeds
    .command('log')
    .description('show what happened to a feed in the last 30 days, newest first')
    .argument('<feed>', 'id, beginning of an id, address or title');
  withQuery(command, []);
  withStore(withListOutput(command)).action(
    async (text: string, options: StoreOptions & OutputOptions & QueryOptions) => {
      const { terminal } = context;
      await withOpenStore(options, terminal, async (store) => {
        const feed = await findFeed(store, text);
        const events = await store.feeds.events(feed.id, options.limit || MOST_EVENTS);
        const writer = createListWriter(terminal, options, EVENTS);
        await writer.rows(events);
        await writer.end();
        const state = await store.feeds.state(feed.id);
        terminal.tell(plain(`${feed.title}: ${healthInWords(feed, state)}. ${adviceInWords(feed, state)}`.trim()));
        if (events.length === 0) terminal.tell('Nothing happened to it in the last 30 days.');
      });
    },
  );
}
