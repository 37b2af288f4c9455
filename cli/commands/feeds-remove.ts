import type { Command } from 'commander';
import type { CommandContext } from '../command-context.ts';
import { findFeed } from '../find-feed.ts';
import { withOpenStore } from '../open-store.ts';
import { type StoreOptions, withStore } from '../options/store-options.ts';
import { plain } from '../output/plain.ts';
import { createProgress } from '../output/progress.ts';

/** `dateline feeds remove`. */
export function addFeedsRemove(feeds: Command, context: CommandContext): void {
  const command = feeds
    .command('remove')
    .description('end the subscription of a feed; its items stay unless --purge is given')
    .argument('<feed>', 'id, beginning of an id, address or title')
    .option('--purge', 'remove all its items, too, with their statements and dates');
  withStore(command).action(async (text: string, options: StoreOptions & { purge?: true }) => {
    const { terminal } = context;
    await withOpenStore(options, terminal, async (store) => {
      const feed = await findFeed(store, text);
      // The feed goes last: a purge that was broken off finds it again.
      let removed = 0;
      if (options.purge) {
        await store.feeds.put({ ...feed, paused: true });
        const progress = createProgress(terminal);
        for await (const { record } of store.items.newest({ feedId: feed.id })) {
          await store.items.remove(record.id);
          removed += 1;
          progress.update(`${removed} items removed`);
        }
        progress.end();
      }
      await store.feeds.remove(feed.id);
      const items = options.purge ? ` and ${removed} ${removed === 1 ? 'item' : 'items'}` : '';
      terminal.tell(`Removed ${plain(feed.title)}${items}.`);
    });
  });
}
