import type { Command } from 'commander';
import type { CommandContext } from '../../command-context.ts';
import { addFeedsAdd } from './feeds-add.ts';
import { addFeedsList } from './feeds-list.ts';
import { addFeedsLog } from './feeds-log.ts';
import { addFeedsExport, addFeedsImport } from './feeds-opml.ts';
import { addFeedsRemove } from './feeds-remove.ts';
import { addFeedsSet } from './feeds-set.ts';
import { addFeedsTest } from './feeds-test.ts';

/** `dateline feeds` and the commands below it. */
export function addFeeds(program: Command, context: CommandContext): void {
  const feeds = program.command('feeds').description('subscribe feeds, and see how they do');
  for (const add of [
    addFeedsAdd,
    addFeedsTest,
    addFeedsList,
    addFeedsSet,
    addFeedsRemove,
    addFeedsImport,
    addFeedsExport,
    addFeedsLog,
  ]) {
    add(feeds, context);
  }
}
