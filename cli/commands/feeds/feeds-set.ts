import { type Command, Option } from 'commander';
import { feedChangesSchema } from '../../../lambda/api/feeds/feed-bodies.ts';
import { systemClock } from '../../../local/clock.ts';
import type { CommandContext } from '../../command-context.ts';
import { CommandError } from '../../command-error.ts';
import { EXIT } from '../../exit-codes.ts';
import { findFeed } from '../../find-feed.ts';
import { withOpenStore } from '../../open-store.ts';
import { type StoreOptions, withStore } from '../../options/store-options.ts';
import { plain } from '../../output/plain.ts';

interface Changes {
  title?: string;
  folder?: string;
  tag?: string[];
  fullText?: string;
  pause?: true;
  resume?: true;
}

/** `dateline feeds set`. */
export function addFeedsSet(feeds: Command, { terminal }: CommandContext): void {
  const command = feeds
    .command('set')
    .description('change a feed: pause or resume it, name or file it anew')
    .argument('<feed>', 'id, beginning of an id, address or title')
    .option('--pause', 'do not poll it until it is resumed')
    .addOption(new Option('--resume', 'poll it again, now').conflicts('pause'))
    .option('--title <title>', 'its name')
    .option('--folder <folder>', 'where it is filed, as World/Agencies; empty for nowhere')
    .option('--tag <tag...>', 'your words for it, instead of those it has; empty for none')
    .option('--full-text <when>', 'whether article pages are fetched: auto, always, never');
  withStore(command).action(async (text: string, options: StoreOptions & Changes) => {
    const changes = readChanges(options);
    await withOpenStore(options, terminal, async (store) => {
      const { id } = await findFeed(store, text);
      const { changeFeed } = await import('../../../lambda/api/feeds/change-feed.ts');
      const feed = await changeFeed(id, changes, { store, clock: systemClock });
      const state = feed.paused ? 'paused: it is not polled' : 'polled when it is due';
      const folder = feed.folder === null ? '' : `, in ${feed.folder}`;
      const tags = feed.tags.length === 0 ? '' : `, tagged ${feed.tags.join(', ')}`;
      terminal.tell(plain(`${feed.title}${folder}${tags}: ${state}; full text ${feed.fullText}.`));
    });
  });
}

/** What the options ask for; throws CommandError where that is nothing, or can't be. */
function readChanges({ title, folder, tag, fullText, pause, resume }: Changes) {
  const tags = tag?.filter((word) => word !== '');
  const paused = pause ?? (resume === undefined ? undefined : false);
  const asked = { title, folder: folder === '' ? null : folder, tags, fullText, paused };
  const given = Object.fromEntries(Object.entries(asked).filter(([, value]) => value !== undefined));
  const result = feedChangesSchema.safeParse(given);
  if (result.success) return result.data;
  const reasons = result.error.issues.map(({ path, message }) => [...path, message].join(': '));
  throw new CommandError(
    EXIT.usage,
    'bad-change',
    reasons.join('; '),
    '`dateline feeds set --help` tells the options.',
  );
}
