import type { Command } from 'commander';
import type { CommandContext } from '../../command-context.ts';
import { findFeed } from '../../find-feed.ts';
import { withOpenStore } from '../../open-store.ts';
import { type StoreOptions, withStore } from '../../options/store-options.ts';
import { plain } from '../../output/plain.ts';
import { createProgress } from '../../output/progress.ts';

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
      const { removeFeed } = await import('../../../lambda/api/feeds/remove-feed.ts');
      const progress = createProgress(terminal);
      const { removedItems: removed } = await removeFeed(store, feed, {
        purge: options.purge === true,
        onItem: (count) => progress.update(`${count} items removed`),
      });
      progress.end();
      const items = options.purge ? ` and ${removed} ${removed === 1 ? 'item' : 'items'}` : '';
      terminal.tell(`Removed ${plain(feed.title)}${items}.`);
    });
  });
}
